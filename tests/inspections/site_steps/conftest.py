"""A visit that was approved, the arrival, and whoever notes the steps."""

from datetime import time

import pytest

from inspections.services import steps
from tests.inspections import on_site
from tests.inspections.on_site import DAY


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


@pytest.fixture
def arrived(visit, officer):
    return on_site.arrive(visit, officer)


@pytest.fixture
def take(officer):
    def act(visit, step, at=time(9, 0), on=DAY):
        return steps.take(visit, actor=officer, on=on, step=step, at=at)

    return act
