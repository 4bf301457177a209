"""A bureau with a rule of assessment; the clock stands in January of the year after."""

import pytest

from tests.inspections import assessing
from tests.inspections.assessing import result_of


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


@pytest.fixture
def evaluated(january, unit, clerk):
    return assessing.evaluate(unit, clerk, "55")


@pytest.fixture
def published(evaluated, clerk, head):
    return assessing.published(clerk, head)


@pytest.fixture
def result(published, unit):
    return result_of(published, unit)


@pytest.fixture
def score(january, unit, clerk):
    def made():
        return result_of(assessing.counted(clerk), unit)

    return made
