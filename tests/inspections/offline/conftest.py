"""A visit of the day, taken along in the morning by an officer who may not enter late."""

import pytest
import time_machine

from inspections.services.offline import prepare
from tests import factories
from tests.inspections import on_site
from tests.inspections.offline.sending import MORNING, NOON, begin, moment
from tests.inspections.on_site import DAY


@pytest.fixture
def clock():
    """Noon of the day of the visit, to be moved on."""
    with time_machine.travel(moment(MORNING), tick=False) as traveller:
        yield traveller


@pytest.fixture
def late(bureau):
    """An officer who has no right to enter an act late."""
    return factories.make_officer("no_backfill", bureau)


@pytest.fixture
def visit(clock, unit, head, officer, late):
    return on_site.approved(unit, head, officer, late)


@pytest.fixture
def bundle(visit, late, clock):
    found, _ = prepare(visit, actor=late, on=DAY)
    clock.move_to(moment(NOON))
    return found


@pytest.fixture
def begun(bundle):
    begin(bundle)
    return bundle
