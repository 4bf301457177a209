"""What a party asks for on its own pages: somebody to stand aside, more time to pay."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties.models import PaymentRequest, Recusal
from penalties.queries import papers
from penalties.queries.work import work_for_penalties
from penalties.services import payment_requests, recusals
from tests import factories
from tests.penalties.case_facts import DELIVERED, make_scan
from tests.penalties.test_drafting import draft
from tests.penalties.test_papers_as_acts import issue

STAGE = "notify"
ASKED = {"kind": "parts", "hardship": "连续两年亏损。", "plan": "分三期缴纳。"}


@pytest.fixture
def walk(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    return walk


@pytest.fixture
def at_work(walk, time_machine):
    """Go to the day of the case: a party enters nothing late."""
    return lambda day=None: time_machine.move_to(f"{day or walk.day}T10:00:00+08:00")


def url(name, record):
    return reverse(f"penalties:{name}", args=[record.pk])


def ask(walk, actor=None, service=payment_requests.make, **values):
    return service(walk.fresh(), actor=actor or walk.contact, on=walk.day, **{**ASKED, **values})


def test_a_party_asks_for_recusal_and_reads_the_answer(client, walk, at_work):
    walk.notify()
    at_work()
    client.force_login(walk.contact)
    page = url("portal-case", walk.case)
    assert "申请回避" in client.get(page).text
    typed = {"person": walk.second.pk, "reason": "是竞争对手的近亲属", "on": walk.day}
    assert client.post(url("portal-recusal", walk.case), typed).status_code == 302
    row = Recusal.objects.get()
    assert (row.raised_by, row.recorded_by) == ("party", walk.contact)
    clock = deadlines.for_subject(row).get()
    assert clock.due_on == limits.compute("D-P30", row.raised_on).due_on
    (item,) = [it for it in work_for_penalties(walk.head, walk.day) if "决定回避" in it.text]
    assert item.due == clock or item.due == clock.due_on
    recusals.decide(row, actor=walk.head, on=row.raised_on, granted=False, answer="没有亲属关系。")
    clock.refresh_from_db()
    assert clock.met_on == row.raised_on
    assert "没有亲属关系" in client.get(page).text
    assert Message.objects.filter(recipient=walk.contact, text__contains="决定不回避").exists()


def test_nobody_asks_for_the_recusal_of_a_stranger_or_after_the_decision(walk, at_work):
    walk.notify()
    at_work()
    who = {"actor": walk.contact, "on": walk.day, "reason": "不公正"}
    with pytest.raises(Refused, match="没有参与本案.*第四十三条"):
        recusals.apply(walk.fresh(), person=walk.clerk, **who)
    with pytest.raises(PermissionDenied):
        recusals.apply(walk.case, person=walk.officer, **who | {"actor": walk.clerk})
    at_work(DELIVERED + timedelta(30))
    walk.decide()
    at_work()
    with pytest.raises(Refused, match="不能申请回避.*第四十三条"):
        recusals.apply(walk.fresh(), person=walk.officer, **who | {"on": walk.day})


@pytest.mark.parametrize("staged", ["serve"], indirect=True)
def test_a_party_asks_to_pay_in_parts_and_a_notice_answers(client, walk, at_work):
    at_work()
    client.force_login(walk.contact)
    page = url("portal-case", walk.case)
    assert "申请延期或者分期" in client.get(page).text
    row = ask(walk)
    assert "申请延期或者分期</a>" not in client.get(page).text
    assert "等待答复" in client.get(page).text
    clock = deadlines.for_subject(row).get()
    assert clock.due_on == limits.compute("D-P29", walk.day).due_on
    assert [it for it in work_for_penalties(walk.officer, walk.day) if "分期缴纳的申请" in it.text]
    client.force_login(walk.officer)
    page = client.get(walk.case.get_absolute_url()).text
    assert "起草延期（分期）缴纳审批表" in page and "再以通知书答复" in page
    form = client.get(
        reverse("documents:draft", args=["case", walk.case.pk, "instalment_approval"])
    )
    assert "连续两年亏损" in form.text and "分三期缴纳" in form.text
    issue(walk, "instalment_approval")
    last = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on + timedelta(60)
    until = f"{last:%Y年%m月%d日}缴清全部罚款。"
    notice = issue(walk, "instalment_notice", outcome="批准分期缴纳", schedule=until)
    row.refresh_from_db()
    clock.refresh_from_db()
    assert (row.granted, row.answer, clock.met_on) == (True, notice, walk.day)


@pytest.mark.parametrize("staged", ["serve"], indirect=True)
def test_a_refusal_is_an_answer_too_and_leaves_the_last_day(walk, at_work):
    at_work()
    row = ask(walk, kind="later")
    before = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on
    issue(walk, "instalment_approval")
    issue(walk, "instalment_notice", outcome="不予批准", schedule="按原期限缴纳。")
    row.refresh_from_db()
    assert row.granted is False
    assert papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on == before


@pytest.mark.parametrize("staged", ["serve"], indirect=True)
def test_what_comes_on_paper_is_entered_with_its_scan(client, walk, at_work):
    at_work()
    enter = payment_requests.enter
    with pytest.raises(Refused, match="扫描件.*第六十六条第二款"):
        ask(walk, walk.clerk, enter)
    with pytest.raises(PermissionDenied):
        ask(walk, walk.contact, enter, files=[make_scan()])
    client.force_login(walk.clerk)
    typed = {**ASKED, "files": make_scan(), "on": walk.day}
    assert client.post(url("payment-request", walk.case), typed).status_code == 302
    assert PaymentRequest.objects.get().on_behalf
    with pytest.raises(Refused, match="已有一份申请正在办理.*第六十六条第二款"):
        ask(walk)


def test_nothing_is_asked_for_before_the_decision_is_delivered(walk, at_work):
    walk.decide()
    at_work()
    with pytest.raises(Refused, match="还没有送达.*第六十六条第二款"):
        ask(walk)
    walk.serve()
    assert draft(walk, "instalment_approval").state == "draft"
    assert ask(walk).pk
