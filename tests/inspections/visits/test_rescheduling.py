"""改期: an approval covers its own day; only the head moves it to another."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.documents import services as documents
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.queries import slots
from inspections.services import notices, recording
from inspections.services.rescheduling import reschedule
from tests import factories
from tests.inspections import arranging

DAY, TODAY = arranging.THURSDAY, date(2024, 9, 4)
OTHER = DAY + timedelta(days=7)


@pytest.fixture
def visit(officer, second_officer, head, unit, time_machine):
    time_machine.move_to(TODAY)
    return arranging.make_approved(officer, second_officer, head, unit)


def move(visit, head, **changes):
    said = {"on": TODAY, "day": OTHER, "session": "morning", "reason": "单位搬迁", **changes}
    return reschedule(visit, actor=head, **said)


def start(visit, officer, on):
    return recording.start(visit, actor=officer, on=on, arrived_at=None)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_check_begins_on_no_day_but_the_approved_one(visit, officer, time_machine, days):
    day = DAY + timedelta(days=days)
    time_machine.move_to(day)
    with pytest.raises(Refused, match="批准的检查日期是2024年9月5日.*改期.*紧急检查.*工作规范"):
        start(visit, officer, day)
    time_machine.move_to(DAY)
    assert start(visit, officer, DAY).inspected_on == DAY


def test_moved_by_the_head_it_begins_on_the_new_day_alone(visit, officer, head, time_machine):
    visit = move(visit, head)
    assert (visit.scheduled_on, visit.session, visit.approved_on) == (OTHER, "morning", TODAY)
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="批准的检查日期是2024年9月12日"):
        start(visit, officer, DAY)
    time_machine.move_to(OTHER)
    assert start(visit, officer, OTHER).state == "on_site"


def test_those_who_go_and_those_who_watch_are_told(visit, officer, second_officer, head, bureau):
    observer = factories.make_user("observer", "observer", bureau=bureau)
    visit.invitations.create(observer=observer)
    move(visit, head)
    told = Message.objects.filter(text__contains="改到2024年9月12日")
    assert {row.recipient for row in told} == {officer, second_officer, observer}


def test_only_the_head_moves_it_and_no_check_of_his_own(visit, officer, head, bureau):
    with pytest.raises(PermissionDenied):
        move(visit, officer)
    drafter = factories.make_user("both", "head", bureau=bureau)
    visit.drafted_by = drafter
    visit.save(update_fields=["drafted_by"])
    with pytest.raises(Refused, match="经办人不能批准"):
        move(visit, drafter)
    assert move(visit, head).scheduled_on == OTHER


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"reason": " "}, "改期的原因"),
        ({"day": TODAY - timedelta(days=1)}, "早于办理日期"),
    ],
)
def test_it_needs_a_reason_and_a_day_to_come(visit, head, changes, why):
    with pytest.raises(Refused, match=why):
        move(visit, head, **changes)
    assert move(visit, head, day=TODAY).scheduled_on == TODAY


def test_two_are_licensed_on_the_new_day(visit, head, second_officer):
    licence = Certificate.objects.filter(user=second_officer)
    licence.update(valid_to=DAY)
    with pytest.raises(Refused, match="2024年9月12日当天持有效执法证件的检查人员不足两人"):
        move(visit, head)
    licence.update(valid_to=OTHER)
    assert move(visit, head).scheduled_on == OTHER


def test_no_notice_tells_the_unit_another_day(visit, officer, head):
    paper = notices.draft_notice(visit, actor=officer, on=TODAY)
    with pytest.raises(Refused, match="通知书写的是原来的日期"):
        move(visit, head)
    documents.void(paper, actor=officer, on=TODAY, note="改期")
    assert move(visit, head).scheduled_on == OTHER


def test_it_is_moved_on_its_page(client, visit, head):
    client.force_login(head)
    assert "改期" in client.get(visit.get_absolute_url()).text
    page = reverse("inspections:inspection-reschedule", args=[visit.pk])
    said = {"slot": "other", "session": "morning", "note": "单位搬迁", "on": TODAY}
    assert "请填写检查日期" in client.post(page, said).text
    assert client.post(page, {**said, "scheduled_on": OTHER}).status_code == 302
    visit.refresh_from_db()
    assert (visit.scheduled_on, visit.session) == (OTHER, "morning")


def test_the_page_offers_the_usual_half_days_but_its_own(client, visit, head, officer, unit):
    client.force_login(head)
    page = reverse("inspections:inspection-reschedule", args=[visit.pk])
    offered = [slot.code for slot in client.get(page).context["form"].slots]
    proposed = [slot.code for slot in slots.proposed(head, TODAY)]
    assert (proposed[0], offered) == (f"{DAY} {visit.session}", proposed[1:])
    client.post(page, {"slot": offered[0], "note": "单位搬迁", "on": TODAY})
    visit.refresh_from_db()
    assert f"{visit.scheduled_on} {visit.session}" == offered[0]


def test_without_a_team_there_is_nothing_to_submit_and_the_page_says_so(
    client, officer, second_officer, unit, time_machine
):
    time_machine.move_to(arranging.ON)
    draft = arranging.draft_visit(officer, unit)
    page = reverse("inspections:inspection-submit", args=[draft.pk])
    client.force_login(officer)
    shown = client.get(page).text
    assert "检查人员不足两人" in shown and 'type="submit">提交审批' not in shown
    arranging.make_team(draft, officer, second_officer)
    assert 'type="submit">提交审批' in client.get(page).text
