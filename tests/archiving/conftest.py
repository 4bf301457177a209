"""One closed case for each file of tests, with the PDF of its papers; tests work on savepoints."""

import copy
import pickle

import pytest
from django.conf import settings
from django.db import transaction

from archives_enforcement.accounts.models import User
from archives_enforcement.archiving import tasks
from archives_enforcement.archiving.volumes import Plan
from archives_enforcement.documents.typesetting import child, fonts
from tests import factories
from tests.archiving.filing import Filing

PEOPLE = ("officer", "second", "head", "reviewer", "clerk", "second_clerk", "contact")


@pytest.fixture(scope="session", autouse=True)
def printing_fonts():
    fonts.build(settings.FONT_DIR)


@pytest.fixture(scope="module")
def known():
    """Volumes and record sheets that tests of this file have had made, by what they are made of."""
    return {}


@pytest.fixture(autouse=True)
def bind_once(request, known, monkeypatch):
    """Equal volumes and sheets are made once: each takes a process and up to half a second.

    A test marked `bound_anew` has its own.
    """

    def once(function, given):
        key = pickle.dumps(given._replace(created="") if isinstance(given, Plan) else given)
        if key not in known:
            known[key] = child.in_child(function, given)
        return known[key]

    if not request.node.get_closest_marker("bound_anew"):
        monkeypatch.setattr(tasks, "in_child", once)


@pytest.fixture(scope="module")
def closed(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        walk = Filing(factories.make_bureau())
        walk.close()
        yield walk
        transaction.set_rollback(True)


@pytest.fixture
def walk(closed, db):
    """The closed case, with people whose permissions are read anew."""
    own = copy.copy(closed)
    for name in PEOPLE:
        setattr(own, name, User.objects.get(pk=getattr(closed, name).pk))
    own.fresh()
    return own
