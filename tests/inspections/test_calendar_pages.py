"""Leave that is called off, and the calendar's pages."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, Leave
from inspections.queries import month, slots
from inspections.services import leave
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY
from tests.reports.counting import counted


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(ON)


# 请假


def away(clerk, officer, first=THURSDAY, last=THURSDAY, reason="年休假"):
    return leave.record_leave(
        actor=clerk, on=ON, officer=officer, first_day=first, last_day=last, reason=reason
    )


def test_leave_that_is_called_off_warns_no_more(clerk, officer, second_officer, unit):
    row = away(clerk, officer)
    visit = arranging.make_team(arranging.draft_visit(officer, unit), officer, second_officer)
    leave.cancel_leave(row, actor=clerk, on=ON)
    assert slots.warnings_for(visit) == []
    with pytest.raises(Refused, match="已经撤销"):
        leave.cancel_leave(row, actor=clerk, on=ON)
    assert [entry.action for entry in AuditEntry.objects.about(row)] == [
        "cancel_leave",
        "record_leave",
    ]


def test_what_is_refused_as_leave(clerk, officer, other_bureau):
    with pytest.raises(Refused, match="不能早于开始"):
        away(clerk, officer, last=ON)
    with pytest.raises(Refused, match="原因"):
        away(clerk, officer, reason=" ")
    with pytest.raises(Refused, match="不是本机关"):
        away(clerk, factories.make_officer("foreign", other_bureau))
    away(clerk, officer)
    with pytest.raises(Refused, match="已经登记过"):
        away(clerk, officer, first=ON)
    assert Leave.objects.count() == 1


def test_only_the_clerk_keeps_the_leave_of_his_bureau(clerk, head, officer, other_bureau):
    with pytest.raises(PermissionDenied):
        away(head, officer)
    row = away(clerk, officer)
    foreign = factories.make_user("foreign", "clerk", bureau=other_bureau)
    with pytest.raises(ObjectDoesNotExist):
        leave.cancel_leave(row, actor=foreign, on=ON)


def test_leave_is_entered_and_called_off_on_its_pages(client, clerk, officer):
    client.force_login(clerk)
    client.post(
        reverse("inspections:calendar-leave-create"),
        {
            "officer": officer.pk, "first_day": "2024-09-05", "last_day": "2024-09-06",
            "reason": "培训", "on": ON.isoformat(),
        },
    )  # fmt: skip
    row = Leave.objects.get()
    page = client.get(reverse("inspections:calendar-leaves")).content.decode()
    assert "2024年9月5日至2024年9月6日" in page
    client.post(reverse("inspections:calendar-leave-cancel", args=[row.pk]), {"on": ON.isoformat()})
    row.refresh_from_db()
    assert row.cancelled_on == ON


# The month


def test_the_month_shows_each_officers_load_leave_and_clash(
    clerk, officer, second_officer, unit, bureau
):
    away(clerk, second_officer, date(2024, 9, 26), date(2024, 10, 2))
    for place in (unit, factories.make_unit(bureau, "示例街道二")):
        arranging.make_team(arranging.draft_visit(officer, place), officer, second_officer)
    shown = month.shown(officer, month.Month(2024, 9))
    days = {day.day: day for week in shown.weeks for day in week}
    assert days[THURSDAY].loads == [("下午", 2, ["officer", "second_officer"])]
    assert days[date(2024, 9, 26)].away == ["second_officer"]
    people = {person.name: person for person in shown.people}
    assert people["officer"].clashes == ["2024年9月5日（星期四）下午"]
    assert (len(people["second_officer"].visits), len(people["second_officer"].leaves)) == (1, 1)
    assert people["officer"].leaves == []


def test_visits_and_leave_cost_the_calendar_no_queries(client, clerk, officer, bureau):
    client.force_login(clerk)
    address = reverse("inspections:calendar") + "?month=2024-09"

    def fill(place):
        visit = arranging.draft_visit(officer, factories.make_unit(bureau, f"示例街道{place}"))
        arranging.make_team(visit, officer)
        away(clerk, officer, date(2024, 9, 10 + place), date(2024, 9, 10 + place))

    fill(1)
    client.get(address)
    one = counted(client, address)
    for place in (2, 3):
        fill(place)
    assert counted(client, address) == one


# 多检合一


def test_what_else_is_to_come_at_the_unit_is_named(clerk, head, officer, unit):
    arranging.make_approved_plan(clerk, head, unit)
    first = arranging.draft_visit(officer, unit)
    second = arranging.draft_visit(officer, unit, scheduled_on=date(2024, 11, 7))
    (warning,) = slots.warnings_for(second)
    assert "2024年9月5日（星期四）下午的日常检查、年度计划 9 月的日常检查" in warning
    assert "多检合一" in warning
    Inspection.objects.filter(pk=first.pk).update(state="closed")
    assert "9月5日" not in slots.warnings_for(second)[0]


def test_the_item_that_the_visit_carries_out_is_not_another_one(clerk, head, officer, unit):
    plan = arranging.make_approved_plan(clerk, head, unit)
    visit = arranging.draft_visit(officer, unit, plan_item=plan.items.get())
    assert slots.warnings_for(visit) == []
