"""After the decision: what is paid, how the case is proposed for closing, returned and closed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.archiving.arranging import arrange
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step
from penalties.queries.transferring import to_hand_over
from penalties.queries.work import work_for_penalties
from penalties.services import discretion, execution, investigation
from tests import factories
from tests.documents.delivering import hand_over
from tests.penalties.case_facts import CLOSING
from tests.penalties.test_papers_as_acts import issue

STAGE = "serve"


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_the_figure_does_not_change_after_the_review(walk):
    with pytest.raises(Refused, match="不能调整拟处罚意见"):
        discretion.adjust(
            walk.case, actor=walk.officer, on=walk.day, fine=30_000, correction="改正"
        )


@pytest.fixture
def decided(walk):
    return walk


def pay(walk, amount, receipt="票1", **values):
    facts = {"paid_on": walk.day, "receipt": receipt, "amount": amount}
    return execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, **{**facts, **values}
    )


@pytest.mark.parametrize("staged", ["decide"], indirect=True)
def test_a_case_does_not_close_before_the_decision_is_delivered(walk):
    walk.decide()
    pay(walk, 47_000)
    with pytest.raises(Refused, match="处罚决定书还没有送达"):
        propose_closing(walk)


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


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_a_case_ends_without_penalty_and_its_clocks_with_it(walk):
    walk.refute()
    case = end(walk, "not_established")
    assert (case.state, case.outcome) == ("closed", "not_established")
    assert deadlines.for_subject(case).get(code="D-P10").cancelled_on == walk.day


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_leniency_goes_with_education(walk):
    walk.spare()
    with pytest.raises(Refused, match="第三十三条第三款"):
        end(walk, "slight")
    assert "当场教育" in end(walk, "slight", education="当场教育").outcome_note


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_a_case_does_not_end_with_a_statement_unheard(walk):
    walk.refute()
    walk.enter("statement", text="补充意见")
    with pytest.raises(Refused, match="还没有复核"):
        end(walk, "not_established")


# 行政处罚法 57¶1(三): 不能成立 is what the record says, not what the head chooses.
@pytest.mark.parametrize("staged", ["review"], indirect=True)
@pytest.mark.parametrize(
    "changed",
    [
        lambda walk: walk.refute(),
        lambda walk: walk.case.evidence.update(excluded_on=walk.day),
        lambda walk: walk.determine(walk.case.lead, on=walk.day, state_owned="no"),
    ],
)
def test_what_the_record_holds_proved_does_not_end_as_not_established(walk, changed):
    with pytest.raises(Refused, match="都已查明具备.*补充调查.*第五十七条第一款第三项"):
        end(walk, "not_established")
    changed(walk)
    assert end(walk, "not_established").outcome == "not_established"


# 行政处罚法 57: no decision before the investigation is over, but a transfer at any time.
@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
@pytest.mark.parametrize("outcome", ["slight", "not_established"])
def test_nobody_is_let_off_before_the_investigation_is_over(walk, outcome):
    who = {"actor": walk.officer, "on": walk.day}
    case = walk.case
    type(case).objects.filter(pk=case.pk).update(state="investigating")
    with pytest.raises(Refused, match="先终结调查.*第五十七条第一款"):
        end(walk, outcome, education="当场教育")
    investigation.end(walk.fresh(), **who, report="调查终结。")
    walk.fresh()
    walk.spare() if outcome == "slight" else walk.refute()
    assert end(walk, outcome, education="当场教育").outcome == outcome


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_no_slight_act_where_there_is_no_unlawful_one(walk):
    walk.case.elements.filter(position=1).update(result="missing")
    with pytest.raises(Refused, match="违法事实不能成立.*第五十七条第一款第三项"):
        end(walk, "slight", education="当场教育")
    assert end(walk, "not_established").outcome == "not_established"


# 行政处罚法 36: two years from its end, stopped at discovery on 2024-08-12.
@pytest.mark.parametrize("staged", ["file"], indirect=True)
@pytest.mark.parametrize(
    ("ended", "why"),
    [
        (None, "写明查明的违法行为终了日期.*第三十六条"),
        (date(2022, 8, 10), "没有超过追责期限.*第三十六条"),
        (date(2022, 8, 9), None),  # the tenth was followed by a weekend two years later
    ],
)
def test_a_case_is_time_barred_by_its_dates(walk, ended, why):
    if why:
        with pytest.raises(Refused, match=why):
            end(walk, "time_barred", act_ended_on=ended)
        return
    case = end(walk, "time_barred", act_ended_on=ended)
    assert (case.outcome, case.act_ended_on) == ("time_barred", ended)


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_another_ground_names_no_end_of_the_act(walk):
    walk.refute()
    with pytest.raises(Refused, match="删去这个日期"):
        end(walk, "not_established", act_ended_on=date(2022, 1, 1))


@pytest.mark.parametrize("staged", ["file"], indirect=True)
def test_a_case_ends_as_transferred_once_the_other_body_has_signed_for_it(walk):
    with pytest.raises(Refused, match="移送书还没有签发.*第二十七条"):
        end(walk, "transferred")
    walk.determine(Lead.objects.get(pk=walk.case.lead_id), on=walk.day, in_jurisdiction="no",
                   grounds="发生地不在本辖区。")  # fmt: skip
    paper = issue(walk, "case_transfer")
    with pytest.raises(Refused, match="没有登记移交和接收机关的回执.*上传回执.*第二十七条"):
        end(walk, "transferred")
    (item,) = to_hand_over(walk.officer)
    assert paper.number in item.text and to_hand_over(walk.second) == []
    hand_over(paper, walk.officer, walk.day, "D-P31")
    assert to_hand_over(walk.officer) == []
    assert end(walk, "transferred").outcome == "transferred"
    lines = [(line.place, line.title) for line in arrange("case", walk.fresh()).lines]
    assert ("移送书", "案件移送的移交（案件移送函）") in lines  # the receipt lies behind the paper


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_what_the_law_fines_does_not_end_as_if_it_did_not(walk):
    with pytest.raises(Refused, match="法律规定了处罚.*第五十七条第一款"):
        end(walk, "no_fine")
    walk.determine(walk.case.lead, code="V06", on=walk.day)
    assert end(walk, "no_fine").outcome == "no_fine"


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_a_suspected_crime_ends_no_case_but_by_its_transfer(walk):
    walk.determine(walk.case.lead, on=walk.day, crime="crime", grounds="涉嫌窃取国有档案。")
    for outcome in ("not_established", "slight"):
        with pytest.raises(Refused, match="移送书还没有签发.*第二十七条"):
            end(walk, outcome, education="当场教育")
    walk.determine(walk.case.lead, on=walk.day, grounds="复查后没有犯罪嫌疑。")
    walk.refute()
    assert end(walk, "not_established").outcome == "not_established"


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_a_case_does_not_end_as_penalised_by_this_way(walk):
    with pytest.raises(Refused, match="请选择结束案件的理由"):
        end(walk, "penalised")
