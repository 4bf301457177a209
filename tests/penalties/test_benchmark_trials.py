"""试算: a draft is tried on decided cases, from what was frozen then, and writes nothing."""

import copy
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from penalties.models import Challenge, Decision
from penalties.queries import papers
from penalties.queries.trials import ONLY_WARNED, trial
from penalties.services import benchmarks
from tests.penalties.test_benchmarks import TODAY, published
from tests.penalties.test_repetition import second
from tests.unlawful import books

STAGE = "decide"


@pytest.fixture
def rewritten(draft, walk):
    """The draft with its content changed by `change`."""

    def rewrite(change):
        content = copy.deepcopy(draft.content)
        change(content)
        who = {"actor": walk.reviewer, "on": TODAY}
        made = benchmarks.write_content(draft, **who, content=content, what="修改")
        return trial(made, walk.reviewer)

    return rewrite


def entry(content, part, code):
    return next(row for row in content[part] if row["code"] == code)


def counted(found) -> dict[str, int]:
    return {head: number for head, number in found.counts if number}


def test_a_copy_says_what_was_said_then(draft, walk):
    made = walk.case.decision.assessment
    found = trial(draft, walk.reviewer)
    (line,) = found.lines
    assert (line.tier, line.new_tier, line.band) == ("从轻", "从轻", line.new_band)
    assert (line.suggestion, line.inside) == (made.snapshot["suggestion"], True)
    assert (line.gone, line.come, line.lost, line.reached) == ([], [], (), True)
    assert counted(found)["试算的案件"] == 1


def test_other_bands_give_another_figure_and_say_where_the_decision_lies(rewritten):
    def dearer(content):
        for row in content["ranges"]:
            row["bands"] = []
        content["rule_set"] |= {"lower_percent": 10, "upper_percent": 90}

    found = rewritten(dearer)
    (line,) = found.lines
    assert line.new_band == "2 万元至 3.8 万元"
    assert (line.suggestion, line.difference, line.inside) == (29_000, -18_000, False)
    assert counted(found) == {
        "试算的案件": 1, "建议金额比原决定低": 1, "原决定不在草稿幅度以内": 1,
    }  # fmt: skip


def test_a_criterion_is_found_by_its_words_in_whatever_tier_it_stands_now(rewritten, walk):
    words = walk.case.circumstances.get(tier__code="T4").criterion

    def graver(content):
        entry(content, "tiers", "T4")["criteria"].remove(words)
        entry(content, "tiers", "T5")["criteria"].append(words)

    (line,) = rewritten(graver).lines
    assert (line.tier, line.new_tier, line.moved) == ("从轻", "一般", True)
    assert any("基础档次：从重" in reason for reason in line.come)
    assert any("基础档次：一般" in reason for reason in line.gone)


def test_what_the_draft_does_not_know_weighs_nothing_and_is_named(rewritten, walk):
    words = walk.case.circumstances.get(tier__code="T4").criterion

    def poorer(content):
        entry(content, "tiers", "T4")["criteria"].remove(words)
        content["factors"].remove(entry(content, "factors", "L09"))

    found = rewritten(poorer)
    (line,) = found.lines
    assert [text for text in line.lost if "永久档案 3 件" in text or "追回 5 件" in text] == [
        *line.lost
    ]
    assert (len(line.lost), line.reached) == (2, False)
    assert counted(found)["没有一档的标准符合"] == 1


def test_a_clause_without_a_line_is_counted_apart(rewritten, walk):
    code = walk.case.decision.assessment.row.code
    found = rewritten(lambda content: content["rows"].remove(entry(content, "rows", code)))
    assert counted(found) == {"试算的案件": 1, "草稿没有对应的条目": 1}


def test_under_weights_only_weights_count(rewritten):
    (line,) = rewritten(lambda content: content.update(model="weights")).lines
    assert not line.reached
    assert len(line.lost) == 1  # the criterion; the factor weighs there too
    assert line.suggestion


def test_the_frozen_facts_count_and_not_what_was_registered_later(draft, walk):
    before = trial(draft, walk.reviewer).lines
    walk.case.circumstances.filter(tier=None).update(text="后来改写的事实", decisive=True)
    assert trial(draft, walk.reviewer).lines == before


def test_pages_read_only_and_are_for_who_writes_or_publishes_the_draft(draft, walk, client):
    page, sheet = (
        reverse(f"penalties:benchmark-{name}", args=[draft.pk])
        for name in ("trial", "trial-export")
    )
    before = books.digests()
    for person in (walk.reviewer, walk.head):
        client.force_login(person)
        assert page in client.get(draft.get_absolute_url()).text
        assert walk.case.decision.document.number in client.get(page).text
    book = load_workbook(BytesIO(client.get(sheet).content))
    assert [cell.value for cell in book["试算"][2]][5] == 47_000
    assert book["合计"]["B2"].value == 1
    after = books.digests()
    assert {name for name in after if after[name] != before[name]} <= {"accounts.User"}  # 登录时间
    client.force_login(walk.officer)
    assert client.get(page).status_code == 403
    published(draft, walk, valid_from=TODAY)
    client.force_login(walk.reviewer)
    assert client.get(page).status_code == 404


def test_a_trial_is_read_in_three_questions(draft, walk, django_assert_num_queries):
    with django_assert_num_queries(3):
        trial(draft, walk.reviewer)


def decided_anew(decision, **changes):
    """The decision rests on another proposal: the one it was made on cannot be changed."""
    made = decision.assessment
    made.pk = None
    made.snapshot = made.snapshot | changes.pop("frozen", {})
    for name, value in changes.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    Decision.objects.filter(pk=decision.pk).update(assessment=made)


def again(walk, ended=date(2025, 3, 1)):
    """The same party is penalised once more, on the same facts."""
    other, first = second(walk, ended=ended), Decision.objects.get()
    paper = papers.issued(walk.case, papers.NOTICE)
    made = Decision.objects.create(
        case=other.case, document=paper, assessment=first.assessment, decided_by=walk.head,
        decided_on=ended + timedelta(100),
    )  # fmt: skip
    decided_anew(made, case=other.case)
    return made


def newest(found):
    return found.lines[0]


def test_how_often_is_counted_anew_by_the_rule_of_the_draft(rewritten, walk):
    again(walk)

    def no_rule(content):
        content["repeat"] = None

    assert newest(rewritten(lambda content: None)).new_tier == "一般"  # T5, and one lighter for L09
    assert newest(rewritten(no_rule)).new_tier == "从轻"

    def of_ninety_days(content):
        content["repeat"] |= {"years": 1, "steps": [{"times": 3, "effect": "upper"}]}

    assert newest(rewritten(of_ninety_days)).new_tier == "从轻"


def test_what_was_counted_then_does_not_weigh_beside_it(rewritten, walk):
    made = again(walk, ended=date(2027, 3, 1))  # two years and more after the first
    facts = made.assessment.snapshot["facts"]
    counted = facts[0] | {
        "key": 99, "text": "自行为之日（2027年3月1日）往前推算，三年内第 2 次同类违法",
        "tier": "T5",
        "criterion": "三年内再次违法", "evidence": [],
    }  # fmt: skip
    decided_anew(Decision.objects.get(pk=made.pk), frozen={"facts": [*facts, counted]})
    line = newest(rewritten(lambda content: None))
    assert (line.new_tier, line.lost) == ("从轻", ())
    (lost,) = newest(rewritten(lambda content: content.update(repeat=None))).lost
    assert "第 2 次" in lost


def test_a_warning_alone_lies_in_no_band_and_outside_of_none(rewritten):
    decided_anew(Decision.objects.get(), fine=0, frozen={"warning_only": True})
    found = rewritten(lambda content: None)
    (line,) = found.lines
    assert (line.inside, line.difference, line.note) == (None, None, ONLY_WARNED)
    assert counted(found) == {"试算的案件": 1}


def test_what_was_undone_is_not_tried_and_counts_until_it_was_undone(draft, walk):
    second_time = again(walk)
    suit = Challenge.objects.create(
        case=walk.case, kind="suit", body="示例区人民法院", filed_on=TODAY, received_on=TODAY,
        result="upheld", ended_on=TODAY, recorded_by=walk.clerk,
    )  # fmt: skip
    assert [line.new_tier for line in trial(draft, walk.reviewer).lines] == ["一般", "从轻"]
    suit.result = "revoked"
    suit.save()  # today, long after it had been counted
    assert [line.new_tier for line in trial(draft, walk.reviewer).lines] == ["一般"]
    suit.ended_on = second_time.decided_on
    suit.save()
    assert [line.new_tier for line in trial(draft, walk.reviewer).lines] == ["从轻"]
