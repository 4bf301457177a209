"""A visit of the day, taken along in the morning by an officer who may not enter late."""

import pytest
import time_machine

from inspections.services.offline import prepare
from tests import casting, factories
from tests.inspections import on_site
from tests.inspections.offline.sending import MORNING, NOON, begin, fill, moment
from tests.inspections.on_site import DAY
from tests.sharing import own

cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, officer, second_officer = casting.head, casting.officer, casting.second_officer


@pytest.fixture
def clock():
    """Noon of the day of the visit, to be moved on."""
    with time_machine.travel(moment(NOON), tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def carrier(cast):
    """An officer who has no right to enter an act late."""
    return factories.make_officer("no_backfill", cast.bureau)


def take_along(cast, carrier):
    visit = on_site.approved(cast.unit, cast.head, cast.officer, carrier)
    with time_machine.travel(moment(MORNING), tick=False):
        return prepare(visit, actor=carrier, on=DAY)[0]


@pytest.fixture(scope="module")
def taken_along(cast, carrier):
    return take_along(cast, carrier)


@pytest.fixture(scope="module")
def at_work(cast, carrier):
    bundle = take_along(cast, carrier)
    with time_machine.travel(moment(NOON), tick=False):
        begin(bundle)
    return bundle


@pytest.fixture(scope="module")
def filled(cast, carrier):
    bundle = take_along(cast, carrier)
    with time_machine.travel(moment(NOON), tick=False):
        begin(bundle)
        fill(bundle)
    return bundle


@pytest.fixture
def late(carrier, db):
    return own(carrier)


@pytest.fixture
def visit(bundle):
    return bundle.inspection


@pytest.fixture
def bundle(taken_along, clock, db):
    return own(taken_along)


@pytest.fixture
def begun(at_work, clock, db):
    return own(at_work)


@pytest.fixture
def ready(filled, clock, db):
    """Everything is recorded but the end."""
    return own(filled)
