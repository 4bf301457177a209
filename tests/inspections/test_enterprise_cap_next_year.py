"""企业年度检查频次上限: a check counts in the year in which they go."""

from datetime import date, time

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import recording, urgent, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


@pytest.fixture
def firm(bureau):
    return factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)


def draft(officer, unit, **values):
    return arranging.draft_visit(officer, unit, on=TODAY, **{"scheduled_on": DAY, **values})


NEW_YEAR = date(TODAY.year + 1, 1, 4)


@pytest.fixture
def next_year(officer, second_officer, clerk, firm):
    """A check of the firm arranged for next year, the firm having had its only one this year."""
    arranging.make_public(clerk, TODAY)
    draft(officer, firm)
    visit = draft(officer, firm, scheduled_on=NEW_YEAR)
    make_cap(clerk, on=TODAY)
    return arranging.make_team(visit, officer, second_officer)


def go_now(visit, officer, day):
    return urgent.go_urgently(visit, actor=officer, on=day, arrived_at=time(9), reason="库房进水")


def test_urgency_counts_in_the_year_in_which_they_go(next_year, officer, time_machine):
    with pytest.raises(Refused, match=f"{TODAY.year} 年已安排检查 1 次，达到上限"):
        go_now(next_year, officer, TODAY)
    time_machine.move_to(NEW_YEAR)
    assert go_now(next_year, officer, NEW_YEAR).state == "on_site"


def test_going_counts_anew_on_the_day_on_which_they_go(next_year, officer, head, time_machine):
    visit_decisions.submit_inspection(next_year, actor=officer, on=TODAY)
    visit = visit_decisions.approve_inspection(next_year, actor=head, on=TODAY)
    visit_decisions.leave_unannounced(visit, actor=head, on=TODAY, reason="核查日常管理")
    time_machine.move_to(NEW_YEAR)
    others = Inspection.objects.exclude(pk=visit.pk)
    others.update(inspected_on=NEW_YEAR)
    with pytest.raises(Refused, match=f"{NEW_YEAR.year} 年已安排检查 1 次，达到上限"):
        recording.start(visit, actor=officer, on=NEW_YEAR, arrived_at=None)
    others.update(inspected_on=TODAY)
    assert recording.start(visit, actor=officer, on=NEW_YEAR, arrived_at=None).state == "on_site"


def test_a_check_held_in_another_year_than_planned_counts_where_it_was_held(
    next_year, officer, time_machine
):
    Inspection.objects.exclude(pk=next_year.pk).update(inspected_on=NEW_YEAR)
    time_machine.move_to(NEW_YEAR)
    with pytest.raises(Refused, match=f"{NEW_YEAR.year} 年已安排检查 1 次，达到上限"):
        go_now(next_year, officer, NEW_YEAR)
    Inspection.objects.exclude(pk=next_year.pk).update(inspected_on=TODAY)
    assert go_now(next_year, officer, NEW_YEAR).state == "on_site"
