"""A visit of today: approved, begun, and recorded but for the signature."""

import pytest
from django.utils import timezone

from tests.inspections import casting, on_site
from tests.sharing import own

cast, bureau, unit, head = casting.cast, casting.bureau, casting.unit, casting.head
clerk, officer, second_officer = casting.clerk, casting.officer, casting.second_officer


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture(scope="module")
def at_work(cast):
    team = (cast.officer, cast.second_officer)
    visit = on_site.approved(cast.unit, cast.head, *team, on=timezone.localdate())
    return on_site.begin(visit, cast.officer, timezone.localdate())


@pytest.fixture
def visit(unit, head, officer, second_officer, today):
    return on_site.approved(unit, head, officer, second_officer, on=today)


@pytest.fixture
def begun(at_work, db):
    return own(at_work)


@pytest.fixture(scope="module")
def filled(cast):
    """Everything is recorded but the signature."""
    today, team = timezone.localdate(), (cast.officer, cast.second_officer)
    visit = on_site.begin(on_site.approved(cast.unit, cast.head, *team, on=today), team[0], today)
    return on_site.fill(visit, cast.officer, "2-02", on=today)


@pytest.fixture
def ready(filled, db):
    return own(filled)
