"""A city bureau with two districts below it, on the day on which it issues."""

import pytest

from tests import factories
from tests.inspections import campaigning


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(campaigning.ON)
    return time_machine


@pytest.fixture
def superior(db):
    return factories.make_bureau("示例市档案局", "120100")


@pytest.fixture
def bureau(superior):
    return factories.make_bureau(parent=superior)


@pytest.fixture
def neighbour(superior):
    return factories.make_bureau("邻区档案局", "120112", parent=superior)


@pytest.fixture
def planner(superior):
    """Who drafts at the superior."""
    return factories.make_user("planner", "clerk", bureau=superior)


@pytest.fixture
def director(superior):
    """The head of the superior."""
    return factories.make_user("director", "head", "backfiller", bureau=superior)


@pytest.fixture
def public(planner):
    return campaigning.publish(planner)


@pytest.fixture
def campaign(planner, director, public, bureau, neighbour):
    return campaigning.issued(planner, director, bureau, neighbour)


@pytest.fixture
def part(campaign, bureau):
    return campaigning.part_of(campaign, bureau)


@pytest.fixture
def taken(part, clerk, unit):
    (row,) = campaigning.take(part, clerk, unit)
    return row


@pytest.fixture
def sent(part, clerk, head, taken, clock):
    clock.move_to(campaigning.REPORTS_FROM)
    return campaigning.sent(part, clerk, head)
