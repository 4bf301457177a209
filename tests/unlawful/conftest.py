"""Each state of the table is built once for the rows that follow one another in it."""

import copy

import pytest

from archives_enforcement.accounts.models import User
from tests import factories
from tests.sharing import kept
from tests.unlawful.stages import STAGES


@pytest.fixture(scope="module")
def staged(request, django_db_setup, django_db_blocker):
    with kept(django_db_blocker):
        yield STAGES[request.param](factories.make_bureau())


@pytest.fixture
def walk(staged, db):
    """This test's own, with people whose rights are read anew."""
    own = copy.copy(staged)
    for name, value in vars(staged).items():
        if isinstance(value, User):
            setattr(own, name, User.objects.get(pk=value.pk))
    if own.case is not None:
        own.fresh()
    return own


@pytest.fixture
def on_its_day(time_machine):
    """Go to the day on which the record stands: who may not enter late acts today."""
    return lambda walk: time_machine.move_to(f"{walk.day}T10:00:00+08:00")
