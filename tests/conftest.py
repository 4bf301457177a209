"""Fixtures every test may use: reference data once, one bureau, and the people of it."""

import functools
import gc
import inspect
import re
from collections import Counter
from zlib import crc32

import hypothesis
import pytest
from django.db import connection
from xdist.scheduler import LoadScopeScheduling

from archives_enforcement.archiving import tasks
from archives_enforcement.documents.typesetting import child
from archives_enforcement.documents.typesetting.errors import TypesettingError, TypesettingFailed
from tests import factories, template

ACCESS = "tests/access/"
TOGETHER = (ACCESS,)  # folders whose files share what is built once for all of them

PAPERS = ("tests/documents/typesetting/", "tests/archiving/")  # folders whose tests make PDFs …
PRINTED = {"pdf", "printed"}  # … and fixtures that do
# What begins with a visit or a case brought through the acts of several people.
STAGED = {"staged", "walk"}
WALKED = re.compile(
    r"tests\.(penalties|inspections|upkeep)(\.| import )(walk|spot|discussing|on_site|rectifying"
    r"|arranging|self_inspecting|holding|assessing|campaigning|drilling|checking_firms|announcing)\b"
)

# PostgreSQL is asked one in so many of the cases of a big set, and of any other set of cases: they
# are the same statements with other values. Of those other sets SQLite is asked the rest, so that
# each case is asked once. Of the tests that SQLite is asked all, PostgreSQL is asked one in seven.
# `make test-full` asks both all, and files that speak of the database itself (its triggers,
# constraints and cursors) are asked whole on both at any time; of the files that make PDFs, the
# tests that do.
EVERY, EVERY_CASE, EVERY_TEST = 10, 4, 7
NOT_ON_POSTGRES = "tests/documents/typesetting/"
OF_THE_DATABASE = re.compile(r"append-only|(Database|Integrity|Operational)Error|cursor\(\)")
KNOWS_DATABASE = {"db", "transactional_db", "django_db_setup", "django_db"}  # fixtures and a mark
OWN_STAGES = {"services", "browser", "postgres"}
OWN_FOLDERS = ("tests/services/", "tests/browser/")

# No test fails because the machine is slow.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")

pytest_plugins = ["tests.services.plugin", "tests.stack"]


# Cycles are freed when they come to half a gigabyte or so, not as they arise: a twelfth of the run.
gc.set_threshold(3_000_000, 10, 10)


def pytest_collection_finish():
    """Modules and tests stay to the end: nobody looks through them for cycles."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure():
    """What is left at the end goes with the process: looking through it all takes seconds."""
    gc.freeze()


class Sharing(LoadScopeScheduling):
    """With `-n`, a file stays with one worker, and so does a folder that builds one world."""

    def _split_scope(self, nodeid):
        file = nodeid.split("::", 1)[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Sharing(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if item.nodeid.startswith(PAPERS) or PRINTED & set(item.fixturenames):
            item.add_marker("papers")
        if STAGED & set(item.fixturenames) or _is_walked(item.path):
            item.add_marker("acts")
        if "world" in item.fixturenames:
            item.add_marker("access")
    on_postgres = connection.vendor == "postgresql"
    _share_out(items, on_postgres)
    if on_postgres:
        _leave_out_what_knows_no_database(items)


def _share_out(items, on_postgres):
    """Each engine asks its share of the cases of each set."""
    sizes, asked = Counter(map(_test_of, items)), Counter()
    for item in items:
        test = _test_of(item)
        of_postgres = asked[test] % _one_in(item) == 0
        asked[test] += 1
        if on_postgres:
            alone = _one_in(item) == EVERY_CASE > sizes[test] and not _has_turn(test)
            left_out = not of_postgres or alone or item.get_closest_marker("whole_set")
        else:
            left_out = of_postgres and sizes[test] >= EVERY_CASE and _is_shared(item)
        if left_out:
            item.add_marker("full")


def _test_of(item) -> str:
    return item.nodeid.partition("[")[0]


def _has_turn(test: str) -> bool:
    """The same tests in every run, wherever and in whatever order they are collected."""
    return crc32(test.encode()) % EVERY_TEST == 0


def _is_shared(item) -> bool:
    """Whether SQLite may leave to PostgreSQL what PostgreSQL asks."""
    return (
        _one_in(item) == EVERY_CASE
        and bool(KNOWS_DATABASE & _words_of(item))
        and not item.get_closest_marker("whole_set")
        and not item.nodeid.startswith(NOT_ON_POSTGRES)
    )


def _words_of(item) -> set[str]:
    return {*item.fixturenames, *(mark.name for mark in item.iter_markers())}


def _one_in(item) -> int:
    if item.get_closest_marker("big_set"):
        return EVERY
    own = OWN_STAGES & {mark.name for mark in item.iter_markers()}
    whole = own or item.nodeid.startswith(OWN_FOLDERS) or _is_of_the_database(item)
    return 1 if whole else EVERY_CASE


def _is_of_the_database(item) -> bool:
    """Whether its file speaks of the database; where a file makes PDFs, whether it does itself."""
    if item.nodeid.startswith(PAPERS):
        return bool(OF_THE_DATABASE.search(inspect.getsource(item.function)))
    return _speaks_of_the_database(item.path)


@functools.cache
def _speaks_of_the_database(path) -> bool:
    return bool(OF_THE_DATABASE.search(path.read_text(encoding="utf-8")))


@functools.cache
def _is_walked(path) -> bool:
    return bool(WALKED.search(path.read_text(encoding="utf-8")))


def _leave_out_what_knows_no_database(items):
    for item in items:
        if not _words_of(item) & (KNOWS_DATABASE | OWN_STAGES):
            item.add_marker("full")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Roles and reference data stand in the test database from the start."""
    template.copy_instead_of_flush()
    with django_db_blocker.unblock():
        template.open_copy()


@pytest.fixture(autouse=True)
def typeset_here(request, monkeypatch):
    """Papers are set in the process of the test, which has its fonts read already.

    The bounded child has tests of its own; a test marked `own_process`, and all with real servers,
    work as the site does.
    """
    if any(map(request.node.get_closest_marker, ("services", "browser", "own_process"))):
        return

    def here(function, *args, cpu_seconds=0, memory_mb=0, wall_seconds=0, **kwargs):
        try:
            return function(*args, **kwargs)
        except TypesettingError as error:
            raise TypesettingFailed(str(error)) from error

    monkeypatch.setattr(child, "in_child", here)
    monkeypatch.setattr(tasks, "in_child", here)


@pytest.fixture
def bureau(db):
    return factories.make_bureau()


@pytest.fixture
def other_bureau(db):
    return factories.make_bureau("另一区档案局", "120111")


@pytest.fixture
def superior(db):
    """The municipal bureau; `bureau` does not stand under it unless a test says so."""
    return factories.make_bureau("示例市档案局", "120100")


@pytest.fixture
def head(bureau):
    return factories.make_user("head", "head", "backfiller", bureau=bureau)


@pytest.fixture
def officer(bureau):
    return factories.make_officer("officer", bureau, "backfiller")


@pytest.fixture
def second_officer(bureau):
    return factories.make_officer("second_officer", bureau, "backfiller")


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", bureau=bureau)


@pytest.fixture
def reviewer(bureau):
    return factories.make_user("reviewer", "reviewer", "backfiller", bureau=bureau)


@pytest.fixture
def assistant(bureau):
    return factories.make_user("assistant", "assistant", bureau=bureau)


@pytest.fixture
def observer(db):
    return factories.make_user("observer", "observer")


@pytest.fixture
def unit(bureau):
    return factories.make_unit(bureau)


@pytest.fixture
def contact(unit):
    return factories.make_contact("contact", unit.party)


@pytest.fixture
def stranger(db):
    """Someone who signs in and has nothing."""
    return factories.make_user("stranger")
