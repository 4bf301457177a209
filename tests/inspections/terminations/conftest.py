"""A unit that is dissolved with one problem open and one put right."""

import pytest

from tests.inspections.rectifying import days, make_finding, make_visit
from tests.inspections.terminating import TODAY, TOLD, propose
from units import services as register


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def open_one(visit):
    """Past its day, with its clock."""
    return make_finding(visit, due=-2, clock=True)


@pytest.fixture
def fixed(visit):
    return make_finding(visit, 2, state="accepted", accepted_on=days(-5))


@pytest.fixture
def gone(unit, open_one, clerk):
    """The unit, dissolved today with nobody to go on with it."""
    return register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)


@pytest.fixture
def proposed(gone, officer):
    return propose(gone, officer)
