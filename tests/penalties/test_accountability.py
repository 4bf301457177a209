"""行政处罚法第三十条、第三十一条: children and who cannot tell what they do are not penalised."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from penalties.models import Accountability, NoPenalty
from penalties.queries import no_penalty
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step
from penalties.services import execution, investigation, review
from tests.penalties.case_facts import DELIVERED
from tests.penalties.persons import GUARDIAN, begin


@pytest.fixture
def person(walk):
    """A reader who tampered with archives of the hall on 2024-06-20; his facts are found."""
    return begin(walk)


def ended(walk):
    """The investigation with its report, and the day of weighing."""
    walk.end()
    return walk


def end(walk, outcome="incapable", **values):
    facts = {"note": "查明的事实", "education": "已责令监护人管教", **values}
    return execution.end_without_penalty(
        walk.fresh(), actor=walk.head, on=walk.day, outcome=outcome, **facts
    )


def test_age_and_mind_are_found_out_before_the_investigation_ends(person):
    who = {"actor": person.officer, "on": person.day}
    with pytest.raises(Refused, match="还没有查明出生日期.*第三十条、第三十一条、第四十条"):
        investigation.end(person.fresh(), **who, report="建议处罚。")
    ended(person)
    assert person.case.state == "investigated"


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(2010, 6, 20), 13), (date(2010, 6, 19), 14), (date(2006, 6, 20), 17)],
)
def test_a_year_of_age_is_full_the_day_after_the_birthday(person, born, age):
    row = person.record_accountability(born, **GUARDIAN)
    assert (row.age, row.is_child, row.is_minor) == (age, age < 14, age >= 14)


@pytest.mark.parametrize("facts", [{"born_on": date(2007, 1, 1)}, {"mind": "limited"}])
def test_whom_the_law_turns_to_is_named(person, facts):
    with pytest.raises(Refused, match="监护人的姓名.*第三十条"):
        person.record_accountability(**facts)
    assert person.record_accountability(**facts, **GUARDIAN).guardian == "监护人甲"


@pytest.mark.parametrize(
    ("facts", "article", "order"),
    [
        ({"born_on": date(2010, 6, 20)}, "第三十条", "加以管教"),
        ({"mind": "none"}, "第三十一条", "严加看管和治疗"),
    ],
)
def test_who_is_spared_ends_the_case_with_an_order_to_the_guardian(person, facts, article, order):
    person.record_accountability(**facts, **GUARDIAN)
    ended(person)
    with pytest.raises(Refused, match=f"不予行政处罚，责令其监护人{order}.*{article}"):
        person.fix(1_000)
    with pytest.raises(Refused, match=f"请按“不予处罚.*{article}"):
        end(person, "slight")
    with pytest.raises(Refused, match="责令监护人管教、看管和治疗的情况.*第三十条、第三十一条"):
        end(person, education=" ")
    assert order in "".join(no_penalty.reasons(person.case, person.day))
    assert order in no_penalty.words(person.case, person.day)["education"]
    assert end(person).outcome == "incapable"
    kept = NoPenalty.objects.get(case=person.case)
    assert article in kept.snapshot["reasons"][0]["law"]
    assert "监护人甲" in kept.snapshot["reasons"][0]["text"]


@pytest.mark.parametrize("mind", ["sound", "lucid", "limited"])
def test_nobody_else_is_let_off_by_this_way(person, mind):
    person.record_accountability(mind=mind, **GUARDIAN)
    ended(person)
    with pytest.raises(Refused, match="不能以此结束案件.*第三十条、第三十一条"):
        end(person)
    assert person.fix(1_000).fine == 1_000


def test_a_minor_is_always_dealt_with_more_mildly(person):
    person.record_accountability(date(2008, 1, 1), **GUARDIAN)
    ended(person)
    person.circumstance("篡改永久档案 3 件", tier="T4", criterion=1)
    with pytest.raises(Refused, match="应当从轻或者减轻.*登记这一情节.*第三十条"):
        person.fix(2_700)
    person.circumstance("违法时十六周岁", factor="L07")
    assert person.fix(1_200).tier == "T3"


def never_asked(*, until):
    """A case that was already in that state when the question began to be asked."""

    def make(person):
        person.record_accountability()
        ended(person)
        person.circumstance("篡改永久档案 3 件", tier="T4", criterion=1)
        person.fix(2_700)
        if until != "notify":
            person.paper = person.deliver(person.sign(person.draft_notice()), DELIVERED, "self")
            person.stage, person.day = "notify", date(2024, 9, 30)
        if until == "decide":
            person.review()
        Accountability.objects.all().delete()

    return make


NEXT_STEPS = {
    "notify": lambda person: person.sign(person.draft_notice()),
    "submit_review": lambda person: review.submit(
        person.fresh(), actor=person.officer, on=person.day
    ),
    "decide": lambda person: person.sign(person.draft_decision()),
    "end": lambda person: end(person, "slight"),
}


@pytest.mark.parametrize("step", NEXT_STEPS)
def test_an_old_case_is_asked_in_whatever_state_it_was(person, step):
    """Its investigation had ended before the question was asked: no later step goes by it."""
    never_asked(until=step)(person)
    with pytest.raises(Refused, match="还没有查明出生日期.*第三十条、第三十一条"):
        NEXT_STEPS[step](person)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"born_on": date(2010, 6, 20)}, "不予行政处罚.*第三十条"),
        ({"born_on": date(2008, 1, 1)}, "应当从轻或者减轻.*第三十条"),
        ({}, None),
        (None, "还没有查明出生日期.*第三十条、第三十一条"),
    ],
    ids=["a child", "a minor", "grown up", "never recorded"],
)
def test_an_old_case_may_answer_up_to_its_decision(person, client, facts, why):
    never_asked(until="decide")(person)
    client.force_login(person.officer)
    page = client.get(person.case.get_absolute_url()).text
    assert reverse("penalties:accountability-record", args=[person.case.pk]) in page
    if facts is not None:
        person.record_accountability(**{**facts, **GUARDIAN})
    paper = person.draft_decision()
    if why:
        with pytest.raises(Refused, match=why):
            person.sign(paper)
    else:
        assert person.sign(paper).number


def test_a_circumstance_of_age_agrees_with_the_record(person):
    person.record_accountability(date(2008, 1, 1), **GUARDIAN)
    ended(person)
    for factor, text in (("L01", "不满十四周岁"), ("L08", "精神障碍")):
        with pytest.raises(Refused, match="不一致.*第三十条、第三十一条"):
            person.circumstance(text, factor=factor)


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_firm_has_no_age(walk):
    with pytest.raises(Refused, match="只用于自然人"):
        walk.circumstance("成立不满十八年", factor="L07")
    with pytest.raises(Refused, match="不是自然人"):
        walk.record_accountability()


def test_the_page_keeps_the_record_and_shows_it(person, client, time_machine):
    time_machine.move_to(f"{person.day}T10:00:00+08:00")
    client.force_login(person.officer)
    page = reverse("penalties:accountability-record", args=[person.case.pk])
    typed = {
        "born_on": "2010-06-20", "mind": "sound", "grounds": "户口簿载明", **GUARDIAN,
        "evidence": [row.pk for row in person.case.evidence.all()], "on": person.day.isoformat(),
    }  # fmt: skip
    assert client.post(page, typed).status_code == 302
    assert Accountability.objects.get(case=person.case).is_child
    shown = client.get(reverse("penalties:case-evidence", args=[person.case.pk]))
    assert "违法时 13 周岁" in shown.content.decode()
    assert "监护人甲" in shown.content.decode()


def test_the_next_step_names_it_while_it_is_missing(person):
    assert "登记责任能力" in next_step(*dossiers([person.fresh()]))
    person.record_accountability()
    assert "终结调查" in next_step(*dossiers([person.fresh()]))
