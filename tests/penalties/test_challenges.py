"""复议、诉讼: answered in time; meanwhile nobody asks the court, and a result has effect."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties import closing_guards
from penalties.queries import enforcing, papers
from penalties.services import challenges, execution
from tests import factories
from tests.penalties.test_drafting import draft, issue, refused

STAGE = "serve"
FINE = 47_000


@pytest.fixture
def walk(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    return walk


def told(walk):
    return papers.delivered_on(papers.decision(walk.case))


def enter(walk, kind="review", **values):
    facts = {"body": "示例区人民政府", "filed_on": walk.day, "received_on": walk.day}
    return challenges.enter(
        walk.fresh(), actor=walk.officer, on=walk.day, kind=kind, **{**facts, **values}
    )


def conclude(walk, challenge, result="upheld", **values):
    facts = {"ended_on": walk.day, "note": "复议决定书〔2024〕1号"}
    made = challenges.conclude(
        challenge, actor=walk.officer, on=walk.day, result=result, **{**facts, **values}
    )
    walk.fresh()
    return made


@pytest.mark.parametrize(
    ("kind", "code", "paper"),
    [
        ("review", "D-R07", "review_reply"),
        ("simple_review", "D-R08", "review_reply"),
        ("suit", "D-R14", "court_answer"),
    ],
)
def test_the_answer_of_the_bureau_has_its_term_and_its_paper(walk, kind, code, paper):
    made = enter(walk, kind)
    clock = deadlines.for_subject(made).get(code=code)
    assert clock.due_on == limits.compute(code, walk.day).due_on
    written = draft(walk, paper)
    documents.submit_review(written, actor=walk.officer, on=walk.day)
    documents.pass_review(written, actor=walk.reviewer, on=walk.day)
    documents.sign(written, actor=walk.head, on=walk.day)
    clock.refresh_from_db()
    assert clock.met_on == walk.day


def test_its_days_follow_one_another(walk):
    before = told(walk) - timedelta(days=1)
    for wrong in ({"filed_on": before}, {"received_on": walk.day + timedelta(days=1)}):
        with pytest.raises(Refused, match="复议法》第二十条"):
            enter(walk, **wrong)
    assert enter(walk).pk


def test_one_runs_at_a_time(walk):
    first = enter(walk)
    with pytest.raises(Refused, match="还有一件复议、诉讼没有办结"):
        enter(walk, "suit")
    conclude(walk, first)
    assert enter(walk, "suit").pk
    with pytest.raises(Refused, match="结果已经登记"):
        conclude(walk, first)


@pytest.mark.parametrize(("fine", "lawful"), [(None, False), (FINE, False), (FINE - 1, True)])
def test_a_change_is_to_a_lower_fine(walk, fine, lawful):
    challenge = enter(walk)
    if not lawful:
        with pytest.raises(Refused, match="不得加重处罚.*第六十三条"):
            conclude(walk, challenge, "changed", fine=fine)
        return
    conclude(walk, challenge, "changed", fine=fine)
    assert closing_guards.unpaid(walk.case) == fine


def pay(walk, amount):
    return execution.record_payment(
        walk.fresh(),
        actor=walk.officer,
        on=walk.day,
        amount=amount,
        paid_on=walk.day,
        receipt="票1",
    )


def test_a_case_is_not_closed_while_it_is_challenged(walk):
    pay(walk, FINE)
    challenge = enter(walk)
    with pytest.raises(Refused, match="还没有办结，不能结案.*第六十二条"):
        walk.close()
    conclude(walk, challenge)
    assert walk.close().outcome == "penalised"


def test_what_is_revoked_is_owed_no_more_and_the_case_says_so(walk):
    conclude(walk, enter(walk), "revoked")
    assert closing_guards.unpaid(walk.case) == 0
    clock = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK)
    assert clock.met_on == walk.day
    assert walk.close().outcome == "revoked"


def test_a_closed_case_whose_decision_is_revoked_says_so(walk):
    pay(walk, FINE)
    walk.close()
    conclude(walk, enter(walk), "revoked")
    assert (walk.case.state, walk.case.outcome) == ("closed", "revoked")


# 申请法院强制执行: 行政强制法 53, 54; 行政处罚法 72¶2


def demand(walk):
    """A 催告 delivered on the first day on which something is overdue, its ten days over."""
    walk.day = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on + timedelta(days=1)
    notice = issue(walk, "demand_notice")
    walk.deliver(notice, walk.day)
    walk.day = papers.clock_on(notice, "D-R15").due_on + timedelta(days=1)


def suit_term(walk):
    return limits.compute(papers.SUIT_CLOCK, told(walk)).due_on


def apply(walk, on):
    return draft(walk, "enforcement_application", on=on)


def court_refused(walk, on, why):
    refused(walk, "enforcement_application", f"{why}.*第五十三条", on=on)


def test_the_court_is_asked_within_three_months_of_the_end_of_the_term_to_sue(walk):
    demand(walk)
    last = limits.compute("D-R16", suit_term(walk)).due_on
    court_refused(walk, last + timedelta(days=1), "三个月")
    court_refused(walk, suit_term(walk), "以前还可以")
    assert apply(walk, last).state == "draft"


def test_after_an_approved_delay_the_three_months_run_from_its_end(walk):
    issue(walk, "instalment_approval")
    facts = {name: "内容" for name in KINDS["instalment_notice"].fields}
    facts |= {"outcome": "批准延期缴纳", "schedule": "2025年8月29日前缴清"}
    paper = documents.draft_about(
        "case", walk.fresh(), "instalment_notice", title="", fields=facts, actor=walk.officer,
        on=walk.day,
    )  # fmt: skip
    documents.submit(paper, actor=walk.officer, on=walk.day)
    documents.sign(paper, actor=walk.head, on=walk.day)
    demand(walk)
    end = date(2025, 8, 29)
    assert end > suit_term(walk)
    last = limits.compute("D-R16", end).due_on
    assert enforcing.court_term(walk.fresh()) == (end, last)
    court_refused(walk, last + timedelta(days=1), "三个月")
    assert apply(walk, last).state == "draft"


def test_while_it_is_challenged_the_court_is_not_asked(walk):
    demand(walk)
    challenge = enter(walk)
    on = suit_term(walk) + timedelta(days=1)
    court_refused(walk, on, "还没有办结")
    conclude(walk, challenge, "withdrawn")
    assert apply(walk, on).state == "draft"


def test_after_a_decision_of_review_the_party_has_fifteen_days_to_sue(walk):
    demand(walk)
    conclude(walk, enter(walk))
    ends = limits.compute("D-R12", walk.day).due_on
    court_refused(walk, ends, "以前还可以")
    last = limits.compute("D-R16", ends).due_on
    court_refused(walk, last + timedelta(days=1), "三个月")
    assert apply(walk, ends + timedelta(days=1)).state == "draft"


def test_after_a_judgment_the_court_has_its_own_terms(walk):
    demand(walk)
    conclude(walk, enter(walk, "suit"))
    assert enforcing.court_term(walk.case) == (walk.day, None)
    assert apply(walk, walk.day + timedelta(days=400)).state == "draft"


def test_the_party_reads_how_its_challenge_ended_and_nothing_before(client, walk):
    made = enter(walk)
    client.force_login(walk.contact)
    page = reverse("penalties:portal-case", args=[walk.case.pk])
    assert "行政复议</b>" not in client.get(page).text
    conclude(walk, made, "changed", fine=30_000)
    shown = client.get(page).text
    assert "罚款改为" in shown and "30,000" in shown and "复议决定书〔2024〕1号" in shown


@pytest.mark.parametrize("kind", ["demand_notice", "enforcement_application"])
def test_nobody_is_urged_or_enforced_on_who_owes_nothing(walk, kind):
    demand(walk)
    on = suit_term(walk) + timedelta(days=1)
    assert draft(walk, kind, on=on).state == "draft"
    pay(walk, FINE)
    refused(walk, kind, "已经缴清.*第六十六条", on=on)


# The pages


def test_it_is_entered_and_concluded_on_its_pages(client, walk):
    client.force_login(walk.officer)
    page = walk.case.get_absolute_url()
    add, end = (
        reverse(f"penalties:challenge-{name}", args=[walk.case.pk]) for name in ("add", "end")
    )
    shown = client.get(page).text
    assert add in shown and end not in shown
    assert "没有正在进行的复议" in client.get(end).text
    day = walk.day.isoformat()
    typed = {
        "kind": "review",
        "body": "示例区人民政府",
        "filed_on": day,
        "received_on": day,
        "on": day,
    }
    assert client.post(add, {}).status_code == 422
    assert client.post(add, typed).status_code == 302
    shown = client.get(page).text
    assert end in shown and "正在进行" in shown and "示例区人民政府" in shown
    typed = {"result": "upheld", "ended_on": day, "note": "复议决定书〔2024〕1号", "on": day}
    assert client.post(end, typed).status_code == 302
    assert "维持（驳回请求）" in client.get(page).text
