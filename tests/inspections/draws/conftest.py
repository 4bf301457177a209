"""Five units and three officers; it is the morning after the number was announced."""

import pytest

from tests import factories
from tests.inspections import arranging, holding


@pytest.fixture(autouse=True)
def clock():
    """It is the morning after the number was announced, unless an act says otherwise."""
    with holding.at(holding.HELD):
        yield


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number}") for number in "一二三四五"]


@pytest.fixture
def officers(officer, second_officer, bureau):
    return [officer, second_officer, factories.make_officer("third", bureau)]


@pytest.fixture
def lists(units, officers):
    return units, officers


@pytest.fixture
def plan(clerk):
    """Decided before the draw; it is added to."""
    return arranging.make_plan(clerk, year=2026, title="2026年计划")
