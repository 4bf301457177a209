"""Visits of today that have ended."""

import pytest
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from tests import factories
from tests.inspections import on_site
from tests.sharing import own


@pytest.fixture
def today():
    return timezone.localdate()


def ended_visit(cast, *failing, name, kind):
    """A visit of today that has ended, at a unit of its own."""
    today, team = timezone.localdate(), (cast.officer, cast.second_officer)
    unit = factories.make_unit(cast.bureau, name, kind)
    visit = on_site.approved(unit, cast.head, *team, on=today)
    return on_site.recorded(visit, cast.officer, *failing, on=today)


@pytest.fixture
def make(cast, db):
    def visit(*failing, name="示例单位", kind=Party.Kind.ORGAN):
        return ended_visit(cast, *failing, name=name, kind=kind)

    return visit


@pytest.fixture(scope="module")
def ended(cast):
    """The visit most tests are about."""
    return ended_visit(cast, "1-01", "2-02", name="示例单位", kind=Party.Kind.ORGAN)


@pytest.fixture
def visit(ended, db):
    return own(ended)
