"""Cases at the stage a test file names in STAGE, built once for the file and rolled back.

A file about another way than that of Walk names it in WALK.
A test may name its own stage: parametrize `staged` indirectly; equal stages that follow one another
share one case (with other parameters beside it, `scope="module"` has to be said).
"""

import copy

import pytest
from django.utils.timezone import localdate

from archives_enforcement.accounts.models import Party, User
from penalties.models import Benchmark
from penalties.services import benchmarks
from tests import factories
from tests.penalties.case_facts import make_scan
from tests.penalties.grading import HEAD
from tests.penalties.walk import Walk
from tests.sharing import kept


@pytest.fixture(scope="module")
def staged(request, django_db_setup, django_db_blocker):
    """What every test of the file begins with; each test works on savepoints above it."""
    with kept(django_db_blocker):
        walk = getattr(request.module, "WALK", Walk)(factories.make_bureau())
        if stage := getattr(request, "param", getattr(request.module, "STAGE", "")):
            getattr(walk, stage)()
        yield walk


PEOPLE = ("officer", "second", "head", "reviewer", "clerk", "contact")


@pytest.fixture
def walk(staged, db):
    """A walk of this test's own, with people whose permissions are read anew."""
    own = copy.copy(staged)
    for name in PEOPLE:
        setattr(own, name, User.objects.get(pk=getattr(staged, name).pk))
    if own.case is not None:
        own.fresh()
    return own


@pytest.fixture
def organ(walk):
    """The walk about a 机关 instead of a firm."""
    walk.firm = factories.make_party(walk.bureau, "示例机关", Party.Kind.ORGAN)
    return walk


@pytest.fixture
def bureau(staged, db):
    staged.bureau.refresh_from_db()
    return staged.bureau


@pytest.fixture
def officer(walk):
    return walk.officer


@pytest.fixture
def head(walk):
    return walk.head


@pytest.fixture
def reviewer(walk):
    return walk.reviewer


@pytest.fixture
def clerk(walk):
    return walk.clerk


@pytest.fixture
def scan():
    return make_scan()


@pytest.fixture
def sample(db):
    return Benchmark.objects.get(bureau=None)


@pytest.fixture
def writer(client, walk):
    client.force_login(walk.reviewer)
    return client


@pytest.fixture
def draft(walk, sample):
    return benchmarks.draft(sample, actor=walk.reviewer, on=localdate(), **HEAD)
