"""The decision: only after the review, as notified or lighter, discussed where needed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.accounts.services import end_deputation
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Assessment
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step
from penalties.queries.work import work_for_penalties
from penalties.services import decision, discretion, execution
from tests import factories
from tests.accounts.standing_in import name_deputy
from tests.penalties.walk import CLOSING

STAGE = "review"


def discuss(walk, on=None, **values):
    facts = {"held_on": on or walk.day, "present": "负责人甲、乙", "record": "同意。"}
    return decision.record_discussion(
        walk.case, actor=walk.head, on=walk.day, **{**facts, **values}
    )


def needs_discussion(walk):
    proposal = walk.case.assessment
    Assessment.objects.filter(pk=proposal.pk).update(
        snapshot={**proposal.snapshot, "requires": ["集体讨论"], "tier_title": "从重"}
    )


def test_a_grave_case_is_discussed_before_the_decision(walk):
    needs_discussion(walk)
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


def test_the_figure_does_not_change_after_the_review(walk):
    with pytest.raises(Refused, match="不能调整拟处罚意见"):
        discretion.adjust(
            walk.case, actor=walk.officer, on=walk.day, fine=30_000, correction="改正"
        )


@pytest.fixture
def decided(walk):
    walk.decide()
    walk.deliver(walk.paper, walk.day)
    return walk


def pay(walk, amount, receipt="票1", **values):
    facts = {"paid_on": walk.day, "receipt": receipt, "amount": amount}
    return execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, **{**facts, **values}
    )


@pytest.mark.parametrize(("amount", "lawful"), [(0, False), (47_001, False), (47_000, True)])
def test_no_more_is_taken_than_is_owed(decided, amount, lawful):
    if lawful:
        assert pay(decided, amount).amount == amount
        return
    with pytest.raises(Refused, match="还应缴纳 47,000 元"):
        pay(decided, amount)


def test_a_receipt_counts_once(decided):
    pay(decided, 20_000)
    with pytest.raises(Refused, match="已经登记过"):
        pay(decided, 20_000)


def test_a_payment_is_not_dated_before_the_decision(decided):
    with pytest.raises(Refused, match="缴款日期"):
        pay(decided, 47_000, paid_on=date(2024, 9, 1))


@pytest.mark.parametrize(("paid", "lawful"), [(46_999, False), (47_000, True)])
def test_a_case_closes_when_all_is_paid(decided, paid, lawful):
    pay(decided, paid)
    if lawful:
        assert decided.close().closed_on == decided.day
        return
    with pytest.raises(Refused, match="还有 1 元没有缴纳"):
        propose_closing(decided)


def test_a_case_does_not_close_before_the_decision_is_delivered(walk):
    walk.decide()
    pay(walk, 47_000)
    with pytest.raises(Refused, match="处罚决定书还没有送达"):
        propose_closing(walk)


def propose_closing(walk, note="建议结案。"):
    return execution.propose_closing(walk.fresh(), actor=walk.officer, on=walk.day, note=note)


def test_the_head_closes_what_an_officer_has_proposed(decided):
    pay(decided, 47_000)
    with pytest.raises(Refused, match="还没有提请结案.*程序规定》第四章"):
        execution.close(decided.fresh(), actor=decided.head, on=decided.day)
    with pytest.raises(Refused, match="写明结案报告"):
        propose_closing(decided, " ")
    case = propose_closing(decided)
    assert (case.state, case.closed_on) == ("decided", None)
    with pytest.raises(PermissionDenied):
        execution.close(decided.fresh(), actor=decided.officer, on=decided.day)
    case = execution.close(decided.fresh(), actor=decided.head, on=decided.day)
    assert (case.state, case.outcome_note) == ("closed", "建议结案。")


def test_who_handled_the_case_does_not_approve_its_closing(decided):
    pay(decided, 47_000)
    propose_closing(decided)
    factories.give(decided.second, "decide_case")
    with pytest.raises(Refused, match="不能批准或者退回自己提请的结案"):
        execution.close(decided.fresh(), actor=decided.second, on=decided.day)
    with pytest.raises(Refused, match="不能批准或者退回自己提请的结案"):
        return_closing(decided, actor=decided.second)


def test_the_closing_waits_on_the_desk_of_the_head(decided):
    def desks():
        rows = [work_for_penalties(user, decided.day) for user in (decided.officer, decided.head)]
        return [any("结案" in item.text for item in row) for row in rows]

    pay(decided, 47_000)
    assert desks() == [True, False]
    propose_closing(decided)
    assert desks() == [False, True]


def return_closing(walk, note="没有写明履行情况。", actor=None):
    return execution.return_closing(walk.fresh(), actor=actor or walk.head, on=walk.day, note=note)


def test_the_head_returns_a_proposal_with_what_is_to_be_put_right(decided):
    pay(decided, 47_000)
    with pytest.raises(Refused, match="还没有提请结案"):
        return_closing(decided)
    propose_closing(decided)
    with pytest.raises(Refused, match="写明退回的原因"):
        return_closing(decided, " ")
    with pytest.raises(PermissionDenied):
        return_closing(decided, actor=decided.officer)
    assert return_closing(decided).state == "decided"
    with pytest.raises(Refused, match="还没有提请结案"):
        execution.close(decided.fresh(), actor=decided.head, on=decided.day)
    propose_closing(decided, "罚款已缴清，建议结案。")
    assert decided.close().outcome_note == CLOSING


def test_a_returned_proposal_lies_with_the_officers_again(client, decided):
    def step():
        return next_step(*dossiers([decided.fresh()]))

    pay(decided, 47_000)
    propose_closing(decided, "第一次的报告。")
    client.force_login(decided.head)
    url = reverse("penalties:case-return-closing", args=[decided.case.pk])
    assert url in client.get(decided.case.get_absolute_url()).text
    assert "第一次的报告" in client.get(url).text
    assert client.post(url, {"note": ""}).status_code == 422
    assert client.post(url, {"note": "没有写明履行情况。", "on": decided.day}).status_code == 302
    assert step() == f"{decided.head}退回结案：没有写明履行情况。改好后请重新提请。"
    asked = [item.text for item in work_for_penalties(decided.officer, decided.day)]
    assert any("没有写明履行情况" in text for text in asked)
    client.force_login(decided.officer)
    form = client.get(reverse("penalties:case-propose-closing", args=[decided.case.pk])).text
    assert "第一次的报告" in form
    propose_closing(decided)
    assert step() == "承办人员已提请结案，等待机关负责人批准。"


def end(walk, outcome, **values):
    return execution.end_without_penalty(
        walk.case,
        actor=walk.head,
        on=walk.day,
        outcome=outcome,
        **{"note": "事实和理由", **values},
    )


def test_a_case_ends_without_penalty_and_its_clocks_with_it(walk):
    case = end(walk, "not_established")
    assert (case.state, case.outcome) == ("closed", "not_established")
    assert deadlines.for_subject(case).get(code="D-P10").cancelled_on == walk.day


def test_leniency_goes_with_education(walk):
    with pytest.raises(Refused, match="第三十三条第三款"):
        end(walk, "slight")
    assert "当场教育" in end(walk, "slight", education="当场教育").outcome_note


def test_a_case_does_not_end_with_a_statement_unheard(walk):
    walk.enter("statement", text="补充意见")
    with pytest.raises(Refused, match="还没有复核"):
        end(walk, "not_established")


def test_a_case_does_not_end_as_penalised_by_this_way(walk):
    with pytest.raises(Refused, match="请选择结束案件的理由"):
        end(walk, "penalised")
