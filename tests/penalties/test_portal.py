"""The party's own pages: what it finds on its home, and when it finds nothing."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from penalties.models import Case
from penalties.queries import papers
from penalties.queries.portal import cases_of
from penalties.services import execution, investigation
from tests.penalties.case_facts import DELIVERED

STAGE = "notify"


LAST_DAY = date(2024, 10, 11)


def told(walk, today):
    (found,) = cases_of(walk.contact, today)
    return found.text, found.due, found.open


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_case_is_not_on_the_home_before_its_notice_is_delivered(walk):
    walk.weigh()
    walk.sign(walk.draft_notice())
    assert cases_of(walk.contact, DELIVERED) == []


@pytest.mark.parametrize(
    ("today", "words", "due"),
    [
        (LAST_DAY, "您可以提意见，也可以要求听证。", LAST_DAY),
        (date(2024, 10, 12), "作出决定以前，您仍然可以提意见。", None),
    ],
)
def test_the_home_says_what_may_be_said_until_when(walk, today, words, due):
    walk.notify()
    assert told(walk, today) == (f"拟罚款 ¥47,000。{words}", due, due is not None)


def test_the_day_on_the_home_leads_to_why_it_is_that_day(walk, client, time_machine):
    notice = walk.notify()
    time_machine.move_to(f"{walk.day}T10:00:00+08:00")
    clock = papers.clock_on(notice, papers.HEARING_CLOCK)
    client.force_login(walk.contact)
    assert f'href="{clock.get_absolute_url()}"' in client.get(reverse("reports:portal")).text
    assert client.get(clock.get_absolute_url()).status_code == 200


def test_the_home_says_that_a_statement_was_received(walk):
    walk.notify()
    walk.enter("statement")
    text, _, is_open = told(walk, walk.day)
    assert ("您的意见已提交" in text, is_open) == (True, False)


def test_the_home_says_what_is_to_be_paid_until_it_is_paid(walk):
    paper = walk.decide()
    assert cases_of(walk.contact, walk.day) == []
    walk.deliver(paper, walk.day)
    text, due, is_open = told(walk, walk.day)
    assert ("前缴纳 ¥47,000" in text, due > walk.day, is_open) == (True, True, True)
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    assert told(walk, walk.day) == ("罚没款已缴清，等待结案。", None, False)


def test_the_home_leads_to_the_case_and_the_case_to_the_decision(client, walk):
    walk.deliver(walk.decide(), walk.day)
    page = reverse("penalties:portal-case", args=[walk.case.pk])
    client.force_login(walk.contact)
    assert page in client.get(reverse("reports:portal")).text
    assert walk.paper.get_absolute_url() in client.get(page).text


def test_the_page_is_called_by_what_was_told_last(client, walk):
    page = reverse("penalties:portal-case", args=[walk.case.pk])

    def heading():
        client.force_login(walk.contact)
        text = client.get(page).text
        words = ("拟作出的行政处罚", "处罚告知</p>", "行政处罚决定</h1>")
        return [word in text for word in words]

    walk.notify()
    assert heading() == [True, True, False]
    walk.deliver(walk.decide(), walk.day)
    assert heading() == [False, False, True]
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    walk.close()
    assert heading() == [False, False, True]


def test_a_paper_leads_the_party_to_what_it_may_do(client, walk):
    paper = walk.notify()
    client.force_login(walk.contact)
    assert "提意见、要求听证" in client.get(paper.get_absolute_url()).text
    Case.objects.filter(pk=walk.case.pk).update(state=Case.State.INVESTIGATING)
    assert "提意见、要求听证" not in client.get(paper.get_absolute_url()).text


def reopen(walk):
    investigation.reopen(walk.fresh(), actor=walk.officer, on=walk.day, note="补充调查")
    return walk.fresh()


def test_what_was_served_stays_in_sight_while_the_case_is_investigated_again(client, walk):
    notice = walk.notify()
    walk.enter("statement", "部分档案已经找回。")
    page = reverse("penalties:portal-case", args=[reopen(walk).pk])
    client.force_login(walk.contact)
    shown = client.get(page).text
    for seen in ("正在补充调查", "部分档案已经找回", notice.get_absolute_url(), "47,000"):
        assert seen in shown
    assert reverse("penalties:portal-hearing", args=[walk.case.pk]) not in shown
    words = "局里正在补充调查，您可以提意见；有了结果会重新告知您。"
    assert told(walk, walk.day) == (words, None, False)
    home = client.get(reverse("reports:portal")).text
    assert page in home
    paper = client.get(notice.get_absolute_url()).text
    assert page in paper


def test_a_party_is_heard_while_its_case_is_investigated_again(client, walk):
    walk.notify()
    case = reopen(walk)
    client.force_login(walk.contact)
    page = reverse("penalties:portal-statement", args=[case.pk])
    assert page in client.get(reverse("penalties:portal-case", args=[case.pk])).text
    client.post(page, {"text": "又找回两件。"})
    statement = case.statements.get()
    assert (statement.kind, walk.fresh().state) == ("statement", "investigating")
    client.force_login(walk.officer)
    owed = reverse("penalties:statement-answer", args=[statement.pk])
    assert owed in client.get(case.get_absolute_url()).text
    walk.answer(statement, on=timezone.localdate())
    statement.refresh_from_db()
    assert statement.answered_on
