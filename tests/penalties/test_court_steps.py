"""After the application to the court, after a 复议: each term starts and ends."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties.queries import enforcing, papers
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step
from penalties.services import court_steps, execution, review_opinions
from tests import factories
from tests.penalties.case_facts import CLOSING, make_scan
from tests.penalties.test_challenges import conclude, enter
from tests.penalties.test_drafting import demand
from tests.penalties.test_papers_as_acts import issue

STAGE = "serve"


@pytest.fixture
def walk(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    return walk


@pytest.fixture
def asked(walk):
    """The application to the court is signed."""
    demand(walk)
    ends = limits.compute(papers.SUIT_CLOCK, papers.delivered_on(walk.paper)).due_on
    walk.day = ends + timedelta(1)
    walk.application = issue(walk, "enforcement_application")
    return walk


def step(walk, kind, day=None, **values):
    facts = {
        "happened_on": day or walk.day, "note": "（2025）示例行审1号", "files": [make_scan()],
    }  # fmt: skip
    return court_steps.record(
        walk.fresh(), actor=walk.officer, on=day or walk.day, kind=kind, **{**facts, **values}
    )


def clock(walk, code):
    return papers.clock_on(walk.application, code)


@pytest.mark.parametrize(("doubted", "code"), [(False, "D-R19"), (True, "D-R19-2")])
def test_the_court_has_its_terms_to_accept_and_to_rule(asked, doubted, code):
    step(asked, "submitted")
    assert clock(asked, "D-R17").due_on == limits.compute("D-R17", asked.day).due_on
    step(asked, "accepted", doubted=doubted)
    assert clock(asked, "D-R17").met_on == asked.day
    assert clock(asked, code).due_on == limits.compute(code, asked.day).due_on
    step(asked, "execute")
    assert clock(asked, code).met_on == asked.day
    with pytest.raises(Refused, match="不能登记这一项.*第五十六条"):
        step(asked, "appealed")


@pytest.mark.parametrize(
    ("before", "ruling", "code", "article"),
    [
        ((), "not_accepted", "D-R18", "第五十六条第二款"),
        (("accepted",), "not_execute", "D-R20", "第五十八条第三款"),
    ],
)
def test_a_ruling_against_it_is_brought_up_within_fifteen_days(
    asked, before, ruling, code, article
):
    for kind in ("submitted", *before, ruling):
        step(asked, kind)
    last = limits.compute(code, asked.day).due_on
    assert clock(asked, code).due_on == last
    with pytest.raises(Refused, match=f"不能再向上一级人民法院申请复议.*{article}"):
        step(asked, "appealed", last + timedelta(1))
    step(asked, "appealed", last)
    assert clock(asked, code).met_on == last


def close(walk, day):
    who = {"on": day, "note": CLOSING}
    execution.propose_closing(walk.fresh(), actor=walk.officer, **who)
    return execution.close(walk.fresh(), actor=walk.head, on=day)


def pay(walk):
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day,
        receipt="执行款1",
    )  # fmt: skip


def to_close(walk):
    return papers.clock_on(walk.case, papers.CLOSING_CLOCK)


def refused_with(walk, match, day=None):
    with pytest.raises(Refused, match=match):
        close(walk, day or walk.day)


def said(walk):
    return next_step(*dossiers([walk.fresh()]))


def test_a_case_is_closed_unpaid_when_the_refusal_to_enforce_is_final(asked, time_machine):
    refused_with(asked, "没有缴纳，不能结案。依据.*第六十七条。'")
    for kind in ("submitted", "accepted", "not_execute"):
        step(asked, kind)
    last = limits.compute("D-R20", asked.day).due_on
    refused_with(asked, "登记到“裁定不予执行”.*行政强制法》第五十八条", last)
    time_machine.move_to(f"{last + timedelta(1)}T10:00:00+08:00")
    assert "不再执行，请提请结案" in said(asked)
    case = close(asked, last + timedelta(1))
    assert (case.state, case.outcome) == ("closed", "unenforced")
    paid = papers.clock_on(case.decision.document, papers.PAYMENT_CLOCK)
    assert paid.cancelled_on == clock(asked, "D-R20").cancelled_on == last + timedelta(1)


def test_a_refusal_that_the_court_above_upholds_is_final_at_once(asked):
    for kind in ("submitted", "accepted", "not_execute", "appealed"):
        step(asked, kind)
    refused_with(asked, "登记到“向上一级人民法院申请复议”")
    step(asked, "upheld")
    assert papers.clock_on(asked.case, papers.CLOSING_CLOCK).trigger_on == asked.day
    assert close(asked, asked.day).outcome == "unenforced"


def test_who_is_not_accepted_may_ask_again_while_the_term_runs(asked):
    for kind in ("submitted", "not_accepted", "appealed", "upheld"):
        step(asked, kind)
    last = enforcing.court_term(asked.fresh()).last
    assert to_close(asked).trigger_on == last + timedelta(1)
    step(asked, "submitted", last)
    assert to_close(asked).cancelled_on == last  # it lies at the court once more
    assert clock(asked, "D-R17").due_on == limits.compute("D-R17", last).due_on
    step(asked, "accepted", last)
    refused_with(asked, "不能结案.*登记到“人民法院受理”", last + timedelta(1))


def test_who_is_not_accepted_may_forgo_the_court_above_and_ask_again(asked):
    for kind in ("submitted", "not_accepted"):
        step(asked, kind)
    asked.day += timedelta(2)
    second = issue(asked, "enforcement_application")
    step(asked, "submitted")
    assert clock(asked, "D-R18").cancelled_on == asked.day
    step(asked, "not_accepted")
    assert papers.clock_on(second, "D-R18").trigger_on == asked.day
    step(asked, "appealed")


def test_nobody_asks_again_after_the_term_and_then_it_is_over(asked):
    for kind in ("submitted", "not_accepted", "appealed", "upheld"):
        step(asked, kind)
    last = enforcing.court_term(asked.fresh()).last
    refused_with(asked, f"不予受理的.*{cn_date(last + timedelta(1))}起可以结案.*第五十八条", last)
    with pytest.raises(Refused, match="期限（三个月）已于.*第五十三条"):
        step(asked, "submitted", last + timedelta(1))
    assert close(asked, last + timedelta(1)).outcome == "unenforced"
    assert to_close(asked).met_on == last + timedelta(1)


def test_a_refusal_to_enforce_that_is_upheld_is_not_asked_again(asked):
    for kind in ("submitted", "accepted", "not_execute", "appealed", "upheld"):
        step(asked, kind)
    with pytest.raises(Refused, match="“复议维持原裁定”以后不能登记"):
        step(asked, "submitted")


def test_after_a_judgment_a_final_refusal_ends_it_and_it_may_be_asked_again(walk):
    demand(walk)
    conclude(walk, enter(walk, "suit"))
    walk.day = walk.day + timedelta(30)
    walk.application = issue(walk, "enforcement_application")
    for kind in ("submitted", "not_accepted"):
        step(walk, kind)
    last = clock(walk, "D-R18").due_on
    refused_with(walk, "登记到“裁定不予受理”", last)
    assert to_close(walk).trigger_on == last + timedelta(1)
    step(walk, "submitted", last + timedelta(1))
    refused_with(walk, "登记到“向人民法院提交申请”", last + timedelta(1))
    step(walk, "not_accepted", last + timedelta(1))
    final = clock(walk, "D-R18").due_on + timedelta(1)
    assert close(walk, final).outcome == "unenforced"


def test_the_time_to_close_waits_until_the_ruling_is_final(asked):
    for kind in ("submitted", "accepted", "not_execute"):
        step(asked, kind)
    final = clock(asked, "D-R20").due_on + timedelta(1)
    assert to_close(asked).due_on == limits.compute("D-P23", final).due_on
    step(asked, "appealed")
    assert to_close(asked).cancelled_on == asked.day
    step(asked, "upheld")
    assert (to_close(asked).trigger_on, to_close(asked).is_open) == (asked.day, True)


def test_who_pays_before_the_ruling_is_final_is_closed_at_once(asked):
    for kind in ("submitted", "accepted", "not_execute"):
        step(asked, kind)
    pay(asked)
    assert to_close(asked).trigger_on == asked.day
    assert close(asked, asked.day).outcome == "penalised"
    assert to_close(asked).met_on == asked.day


def test_only_the_end_of_the_execution_closes_it_and_not_a_pause(asked):
    for kind in ("submitted", "accepted", "execute"):
        step(asked, kind)
    refused_with(asked, "登记到“裁定执行”")
    step(asked, "paused")
    refused_with(asked, "终结本次执行程序不是终结执行.*恢复执行")
    with pytest.raises(Refused, match="请上传人民法院的裁定书.*第四章（未核对原文）"):
        step(asked, "terminated", files=[])
    step(asked, "terminated")
    assert close(asked, asked.day).outcome == "unenforced"


def test_what_was_carried_out_whole_is_entered_as_paid_before(asked):
    for kind in ("submitted", "accepted", "execute"):
        step(asked, kind)
    with pytest.raises(Refused, match="先登记法院执行到位的款项.*第六十七条"):
        step(asked, "executed")
    pay(asked)
    step(asked, "executed")
    assert close(asked, asked.day).outcome == "penalised"


def test_its_page_offers_only_what_may_follow(asked, client):
    client.force_login(asked.officer)
    url = reverse("penalties:court-step", args=[asked.case.pk])
    assert [value for value, _ in client.get(url).context["form"].fields["kind"].choices] == [
        "submitted"
    ]
    typed = {"happened_on": asked.day, "note": "回执", "on": asked.day}
    assert client.post(url, typed | {"kind": "execute"}).status_code == 422
    assert client.post(url, typed | {"kind": "submitted"}).status_code == 302
    assert "向人民法院提交申请" in client.get(asked.case.get_absolute_url()).text


def test_nothing_is_entered_before_the_application_is_signed(walk):
    with pytest.raises(Refused, match="还没有签发.*第五十五条"):
        step(walk, "submitted")


@pytest.mark.parametrize(("kind", "code"), [("review", "D-R09"), ("simple_review", "D-R09-2")])
def test_the_review_body_has_its_time_to_decide(walk, kind, code):
    made = enter(walk, kind, accepted_on=walk.day)
    found = deadlines.for_subject(made).get(code=code)
    assert found.due_on == limits.compute(code, walk.day).due_on
    conclude(walk, made)
    found.refresh_from_db()
    assert found.met_on == walk.day


def test_no_court_accepts_a_review(walk):
    with pytest.raises(Refused, match="受理日期只在行政复议时填写.*第三十条"):
        enter(walk, "suit", accepted_on=walk.day)
    with pytest.raises(Refused, match="受理日期"):
        enter(walk, accepted_on=walk.day - timedelta(1))


def test_a_review_opinion_is_put_right_and_reported_in_sixty_days(walk, client):
    who = {"actor": walk.officer, "on": walk.day}
    with pytest.raises(Refused, match="第七十六条"):
        review_opinions.receive(walk.case, **who, received_on=walk.day, opinion="改正程序")
    made = enter(walk)
    with pytest.raises(Refused, match="没有等待报告.*第七十六条"):
        review_opinions.report(walk.case, **who, reported_on=walk.day, text="已改正")
    client.force_login(walk.officer)
    url = reverse("penalties:review-opinion", args=[walk.case.pk])
    typed = {"received_on": walk.day, "opinion": "改正送达程序", "on": walk.day}
    assert client.post(url, typed).status_code == 302
    found = deadlines.for_subject(made).get(code="D-R10")
    assert found.due_on == limits.compute("D-R10", walk.day).due_on
    assert "还没有报告纠正情况" in client.get(walk.case.get_absolute_url()).text
    url = reverse("penalties:correction-report", args=[walk.case.pk])
    typed = {"reported_on": walk.day, "text": "已重新送达", "on": walk.day}
    assert client.post(url, typed).status_code == 302
    found.refresh_from_db()
    assert found.met_on == walk.day
