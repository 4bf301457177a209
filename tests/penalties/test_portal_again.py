"""What the party sees and may do when a case was opened again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workflow import Refused
from penalties.queries import wording
from penalties.queries.dossier import dossiers
from penalties.queries.portal import cases_of
from penalties.queries.progress import next_step
from penalties.services import execution, investigation

STAGE = "notify"


def reopen(walk):
    investigation.reopen(walk.fresh(), actor=walk.officer, on=walk.day, note="补充调查")
    return walk.fresh()


@pytest.mark.parametrize("kind", ["hearing", "waiver"])
def test_a_hearing_waits_for_the_new_notice(walk, kind):
    walk.notify()
    reopen(walk)
    with pytest.raises(Refused, match="重新告知以后可以要求听证"):
        walk.enter(kind)
    assert walk.enter("statement").on_behalf


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_party_that_was_never_told_is_not_heard_while_the_case_is_investigated(walk):
    with pytest.raises(Refused, match="不能代录陈述申辩"):
        walk.enter("statement")


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_what_is_proposed_anew_stays_inside_until_it_is_told(client, walk):
    walk.weigh(30_000)
    walk.notify()
    reopen(walk)
    investigation.end(walk.case, actor=walk.officer, on=walk.day, report="补充报告")
    walk.fix(25_000)
    client.force_login(walk.contact)
    shown = client.get(reverse("penalties:portal-case", args=[walk.case.pk])).text
    assert "30,000" in shown
    assert "25,000" not in shown


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_case_investigated_again_before_it_was_told_stays_unseen(client, walk):
    walk.weigh()
    page = reverse("penalties:portal-case", args=[reopen(walk).pk])
    client.force_login(walk.contact)
    assert client.get(page).status_code == 404
    assert cases_of(walk.contact, walk.day) == []


@pytest.mark.parametrize("staged", ["investigate"], indirect=True)
def test_a_case_that_ended_untold_shows_the_party_nothing(client, walk):
    walk.refute()
    execution.end_without_penalty(
        walk.case, actor=walk.head, on=walk.day, outcome="not_established", note="证据不足"
    )
    client.force_login(walk.contact)
    page = reverse("penalties:portal-case", args=[walk.case.pk])
    assert client.get(page).status_code == 404


def test_what_was_given_up_after_a_statement_is_the_hearing_alone(walk):
    walk.notify()
    walk.enter("waiver")
    assert "当事人明确放弃陈述、申辩和听证的权利。" in wording.answer(walk.case)
    walk.answer(walk.enter("statement"))
    assert "当事人明确不再提出其他意见，放弃听证的权利。" in wording.answer(walk.case)


def where_it_stands(walk):
    return next_step(*dossiers([walk.fresh()]))


def test_what_was_given_up_lets_the_case_go_on(walk, time_machine):
    walk.notify()
    time_machine.move_to(f"{walk.day} 09:00+08:00")
    assert "届满后送法制审核" in where_it_stands(walk)
    walk.enter("waiver", on=timezone.localdate())
    assert where_it_stands(walk) == "当事人已经明确放弃陈述、申辩和听证的权利，请送法制审核。"


def test_a_closed_case_still_asks_to_be_published(walk):
    walk.deliver(walk.decide(), walk.day)
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    walk.close()
    assert "前公示" in where_it_stands(walk)
