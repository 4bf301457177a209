"""A visit: approved, begun, and recorded but for the signature."""

import pytest
from django.utils import timezone

from tests import casting
from tests.inspections import on_site
from tests.sharing import own

cast, bureau, unit, head = casting.cast, casting.bureau, casting.unit, casting.head
clerk, officer, second_officer = casting.clerk, casting.officer, casting.second_officer


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture(scope="module")
def day(request):
    """When the visit is: today, or as the file says in ON."""
    return getattr(request.module, "ON", timezone.localdate())


def begin(cast, day):
    visit = on_site.approved(cast.unit, cast.head, cast.officer, cast.second_officer, on=day)
    return on_site.begin(visit, cast.officer, day)


@pytest.fixture(scope="module")
def at_work(cast, day):
    return begin(cast, day)


@pytest.fixture(scope="module")
def filled(cast, day):
    """Everything is recorded but the signature."""
    return on_site.fill(begin(cast, day), cast.officer, "2-02", on=day)


@pytest.fixture
def visit(unit, head, officer, second_officer, day):
    return on_site.approved(unit, head, officer, second_officer, on=day)


@pytest.fixture
def begun(at_work, db):
    return own(at_work)


@pytest.fixture
def ready(filled, db):
    return own(filled)
