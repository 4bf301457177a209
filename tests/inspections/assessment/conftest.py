"""A bureau with a rule of assessment; the clock stands in January of the year after."""

import pytest

from tests.inspections import assessing


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(assessing.SET)
    return time_machine


@pytest.fixture
def rule(head, clock):
    return assessing.make_rule(head)


@pytest.fixture
def january(rule, clock):
    clock.move_to(assessing.SUMMED)
    return assessing.SUMMED
