"""固定检查时间, 请假, the load of officers, and visits that should be one."""

from datetime import date
from itertools import islice

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays.calendar import packaged_calendar
from archives_enforcement.workflow import Refused
from inspections.models import UsualTime
from inspections.queries import month, slots, teams
from inspections.queries.usual import usual
from inspections.services import coverage, leave
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY

pytestmark = pytest.mark.django_db


CALENDAR = packaged_calendar()


TODAY = ON


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(ON)


# 固定检查时间


def set_times(actor, *half_days, since=date(2024, 9, 1), source="2024年第3次局务会纪要"):
    return coverage.set_usual_times(
        actor=actor, on=ON, half_days=list(half_days), effective_from=since, source=source
    )


def coming(bureau, after, count):
    return list(islice(usual(bureau).after(after, CALENDAR), count))


def test_until_a_bureau_sets_its_own_thursday_afternoon_stands_in(bureau):
    assert coming(bureau, ON, 1) == [(date(2024, 8, 22), "afternoon")]
    assert "东丽区" in usual(bureau).on(ON).source


def test_a_setting_holds_from_its_day_on(bureau, clerk):
    times = set_times(clerk, "3-afternoon", "1-morning")
    assert times.in_words == "星期二上午、星期四下午"
    assert coming(bureau, date(2024, 8, 22), 3) == [
        (date(2024, 8, 29), "afternoon"),
        (date(2024, 9, 3), "morning"),
        (THURSDAY, "afternoon"),
    ]
    assert AuditEntry.objects.about(times).get().note == times.in_words


def test_a_setting_needs_half_days_a_source_and_a_day_of_its_own(clerk):
    with pytest.raises(Refused, match="至少选择一个"):
        set_times(clerk)
    with pytest.raises(Refused, match="至少选择一个"):
        set_times(clerk, "6-morning")
    with pytest.raises(Refused, match="依据"):
        set_times(clerk, "1-morning", source=" ")
    set_times(clerk, "1-morning")
    with pytest.raises(ValidationError, match="已经设定过"):
        set_times(clerk, "2-morning")


def test_only_who_plans_sets_the_times(officer, other_bureau, clerk, bureau):
    with pytest.raises(PermissionDenied):
        set_times(officer, "1-morning")
    set_times(factories.make_user("foreign", "clerk", bureau=other_bureau), "1-morning")
    assert coming(bureau, date(2024, 9, 1), 1)[0].session == "afternoon"


def test_slots_and_calendar_follow_the_setting(officer, clerk):
    set_times(clerk, "1-morning")
    first = slots.proposed(officer, date(2024, 9, 1), days=CALENDAR, count=1)[0]
    assert (first.day, first.session) == (date(2024, 9, 3), "morning")
    weeks = month.shown(officer, month.Month(2024, 9)).weeks
    days = [day.day.day for week in weeks for day in week if day.is_usual and day.in_month]
    assert days == [3, 10, 24]  # the 17th is a holiday


def test_the_times_are_set_on_their_page(client, clerk, bureau):
    client.force_login(clerk)
    client.post(
        reverse("inspections:calendar-times"),
        {
            "half_days": ["1-morning"], "effective_from": "2024-09-01", "source": "局务会纪要",
            "on": ON.isoformat(),
        },
    )  # fmt: skip
    assert UsualTime.objects.get(bureau=bureau).half_days == ["1-morning"]


# 请假


def away(clerk, officer, first=THURSDAY, last=THURSDAY, reason="年休假"):
    return leave.record_leave(
        actor=clerk, on=ON, officer=officer, first_day=first, last_day=last, reason=reason
    )


def test_leave_warns_wherever_somebody_arranges(clerk, officer, second_officer, unit):
    away(clerk, officer)
    visit = arranging.make_team(arranging.draft_visit(officer, unit), officer, second_officer)
    assert visit.team.count() == 2
    (warning,) = slots.warnings_for(visit)
    assert warning == "officer2024年9月5日（星期四）请假（年休假），请换人或者改期。"
    labels = {row.user.username: row.label for row in teams.candidates(visit, officer)}
    assert "请假（年休假）" in labels["officer"]
    assert "请假" not in labels["second_officer"]
    (slot,) = [slot for slot in slots.proposed(officer, ON) if slot.day == THURSDAY]
    assert slot.note == "officer请假"


def test_no_half_day_on_which_somebody_is_on_leave_is_chosen_beforehand(
    client, clerk, officer, unit
):
    def chosen():
        return client.get(address).context["form"]["slot"].value()

    address = f"{reverse('inspections:inspection-create')}?unit={unit.pk}"
    client.force_login(officer)
    first, then, *_ = slots.proposed(officer, ON)
    assert chosen() == first.code
    away(clerk, officer, first=first.day, last=first.day)
    assert chosen() == then.code
