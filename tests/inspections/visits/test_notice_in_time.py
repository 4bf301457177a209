"""检查通知 in time: D-I02 says by when the unit is told, and who hears of it."""

from datetime import date, timedelta

import pytest

from archives_enforcement.workdays.models import LocalTerm
from inspections.queries import announcing, progress, slots
from inspections.queries.visit_work import work_for_visits
from tests import factories
from tests.inspections.announcing import LAST, TODAY, approved, deliver, issue


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)
    return time_machine


@pytest.fixture
def people(officer, second_officer, head):
    return officer, second_officer, head


@pytest.fixture
def visit(people, unit):
    return approved(people, unit)


def test_the_page_says_by_when_the_unit_is_told_and_that_it_was_late(
    visit, people, clerk, clock, client
):
    assert '应当在<span class="num">2026年5月27日</span>以前送达' in page(client, visit, people)
    assert "请起草检查通知书，5月27日以前送达；" in progress.next_step(visit, TODAY)
    paper = issue(visit, people)
    clock.move_to(LAST + timedelta(days=1))
    deliver(paper, clerk, LAST + timedelta(days=1))
    assert "迟了" in page(client, visit, people)


def test_a_notice_in_time_is_not_called_late(visit, people, clerk, clock, client):
    paper = issue(visit, people)
    clock.move_to(LAST)
    deliver(paper, clerk, LAST)
    assert "迟了" not in page(client, visit, people)


def page(client, visit, people) -> str:
    client.force_login(people[0])
    return client.get(visit.get_absolute_url()).text


def test_whoever_decides_is_warned_of_a_day_too_near(people, unit, clock):
    visit = approved(people, unit)
    clock.move_to(LAST)
    assert not announcing.warning(visit, LAST)
    clock.move_to(LAST + timedelta(days=1))
    assert any("2026年5月27日以前送达，已经来不及" in text for text in slots.warnings_for(visit))


def test_the_bureaus_own_term_counts(visit, bureau):
    LocalTerm.objects.create(
        bureau=bureau, code="D-I02", length=1, unit="month", effective_from=TODAY, source="本局规定"
    )
    assert announcing.last_day(visit).due_on == date(2026, 4, 30)


def texts(user, day):
    return [item.text for item in work_for_visits(user, day) if "检查通知书" in item.text]


def test_the_team_finds_the_notice_among_its_work_until_it_is_delivered(
    visit, people, clerk, bureau
):
    lead = people[0]
    assert not texts(lead, LAST - timedelta(days=8))
    (item,) = (
        row for row in work_for_visits(lead, LAST - timedelta(days=7)) if "通知书" in row.text
    )
    assert (item.due, item.group) == (LAST, "preparation")
    assert not texts(factories.make_officer("elsewhere", bureau), LAST)
    deliver(issue(visit, people), clerk, TODAY)
    assert not texts(lead, LAST)
