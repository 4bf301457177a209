"""The decision: only after the review, as notified or lighter, discussed where needed."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.accounts.services import end_deputation
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Benchmark
from tests import factories
from tests.accounts.standing_in import name_deputy
from tests.penalties.discussing import discuss

STAGE = "review"


def ask_for_discussion(tier):
    """The benchmark asks for a discussion of every case in this tier."""
    sample = Benchmark.objects.get(is_sample=True)
    next(it for it in sample.content["tiers"] if it["code"] == tier)["requires"] = ["集体讨论"]
    sample.save()


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_grave_case_is_discussed_before_the_decision(walk):
    ask_for_discussion("T3")
    walk.review()
    paper = walk.draft_decision()
    paper = documents.submit(paper, actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match="应当经机关负责人集体讨论"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    discuss(walk)
    documents.sign(paper, actor=walk.head, on=walk.day)
    assert walk.fresh().state == "decided"


@pytest.mark.parametrize("day", [date(2024, 9, 26), date(2024, 10, 30)])
def test_a_discussion_lies_between_proposal_and_today(walk, day):
    with pytest.raises(Refused, match="讨论日期"):
        discuss(walk, day)


def test_a_decision_is_drafted_only_after_the_review(walk):
    walk.enter("statement", text="补充意见")
    with pytest.raises(Refused, match="不能起草处罚决定书"):
        walk.draft_decision()


def test_a_late_statement_stops_a_drafted_decision(walk):
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    walk.enter("statement", text="补充意见")
    with pytest.raises(Refused, match="不能作出处罚决定"):
        documents.sign(paper, actor=walk.head, on=walk.day)


def test_a_decision_drafted_before_a_later_answer_is_not_signed(walk):
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    walk.answer(walk.enter("statement", text="补充意见"))
    walk.submit_review()
    walk.give_review()
    with pytest.raises(Refused, match="与案件现在的记录不一致"):
        documents.sign(paper, actor=walk.head, on=walk.day)


@pytest.mark.parametrize(
    ("fact", "label"),
    [
        ("address", "地址"),
        ("credit_code", "统一社会信用代码"),
        ("legal_representative", "负责人"),
    ],
)
def test_a_decision_names_its_party_as_the_law_asks(walk, fact, label):
    setattr(walk.case.party, fact, "")
    walk.case.party.save()
    with pytest.raises(Refused, match=f"当事人的{label}没有登记.*单位页面.*第五十九条"):
        walk.draft_decision()


def test_a_person_has_no_code_and_no_head(walk):
    party = walk.case.party
    party.kind, party.credit_code, party.legal_representative = Party.Kind.PERSON, "", ""
    party.save()
    assert walk.draft_decision().fields["credit_code"] == "无"


def test_the_decision_prints_what_the_register_says(walk):
    sheet = composing.content(walk.draft_decision(), number="", on=None)
    said = [text for _, text in sheet["paragraphs"]]
    assert said[1] == f"统一社会信用代码：{walk.firm.credit_code}"
    assert said[2] == "法定代表人或者负责人：法定代表人甲"


def test_one_decision_at_a_time(walk):
    walk.draft_decision()
    with pytest.raises(Refused, match="本案已有决定书"):
        walk.draft_decision()


def test_a_paper_with_another_figure_is_not_signed(walk):
    paper = walk.draft_decision()
    documents.revise(
        paper, actor=walk.officer, on=walk.day, fields={"penalty": ["罚款人民币玖万元整。"]}
    )
    with pytest.raises(Refused, match="不一致"):
        walk.sign(paper)


def test_a_heavier_figure_than_notified_is_never_decided(walk):
    heavier = walk.case.assessment
    heavier.pk, heavier.fine = None, 47_001
    heavier.save(force_insert=True)
    with pytest.raises(Refused, match="不能因陈述、申辩加重"):
        walk.sign(walk.draft_decision())


def test_an_officer_of_the_case_does_not_decide_it(walk, bureau):
    chief = factories.make_officer("chief", bureau, "head", "backfiller")
    walk.case.officers.filter(user=walk.second).update(user=chief)
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match="您是本案的承办人员"):
        documents.sign(paper, actor=chief, on=walk.day)


def test_the_reviewer_does_not_decide_even_as_the_deputy_of_the_head(walk):
    today = timezone.localdate()

    def deputy(person):
        row = name_deputy(walk.head, person, first_day=today, last_day=today, on=today)
        return row, User.objects.get(pk=person.pk)

    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    row, reviewer = deputy(walk.reviewer)
    with pytest.raises(Refused, match="办理了本案的法制审核"):
        documents.sign(paper, actor=reviewer, on=today)
    end_deputation(row, actor=walk.head, on=today, reason="改由别人代理")
    documents.sign(paper, actor=deputy(walk.clerk)[1], on=today)
    assert walk.fresh().decision.decided_by == walk.clerk
    notes = AuditEntry.objects.about(walk.case, paper).filter(action__in=("decide", "sign"))
    assert {entry.note for entry in notes} == {"代理（AB角）：clerk代机关负责人head"}


def test_a_decision_after_ninety_days_is_possible_but_late(walk):
    walk.day = date(2024, 11, 14)
    walk.sign(walk.draft_decision())
    clock = deadlines.for_subject(walk.case).get(code="D-P10")
    assert clock.met_on > clock.due_on
