"""The people of a bureau and a unit, and visits that ended, shared by the tests of a file."""

import pytest

from tests import casting, factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY
from tests.sharing import own

cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer


@pytest.fixture
def team(officer, second_officer):
    return officer, second_officer


@pytest.fixture
def make_other(unit, head, team):
    """A finished visit to another unit, on another day or for another reason."""

    def visit(*failing, unit=unit, on=DAY, **values):
        approved = on_site.approved(unit, head, *team, on=on, **values)
        return on_site.recorded(approved, team[0], *failing, on=on)

    return visit


@pytest.fixture(scope="module")
def begun(cast):
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.begin(visit, cast.officer)


@pytest.fixture
def make(begun, officer):
    """The same visit, finished with the given failing items."""

    def finished(*failing, facts=""):
        return on_site.finish(own(begun), officer, *failing, facts=facts)

    return finished


@pytest.fixture(scope="module")
def ended(cast):
    """A finished visit at which one item failed."""
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer)
    return on_site.recorded(visit, cast.officer, "1-01")


@pytest.fixture
def visit(ended, db):
    return own(ended)


@pytest.fixture
def reporter(bureau):
    return factories.make_user("reporter", "clerk", "backfiller", bureau=bureau)
