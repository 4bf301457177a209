"""The world of the policy table is built once and taken back at the end.

The whole table is asked on PostgreSQL, as a bureau runs it, and on SQLite every fifth line of it;
`make test-full` asks all of it on both.
"""

import logging

import pytest
from django.db import connection
from django.test import override_settings

from tests.access import world as built
from tests.access.policy import TABLE
from tests.sharing import kept

SAMPLE = set(TABLE[::5])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    if connection.vendor == "postgresql":
        return
    for item in items:
        row = item.callspec.params.get("row") if hasattr(item, "callspec") else None
        if item.get_closest_marker("whole_table") or (row in TABLE and row not in SAMPLE):
            item.add_marker("full")


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Everybody and everything of the table; each request is undone, so nothing changes."""
    requests = logging.getLogger("django.request")
    before, requests.level = requests.level, logging.CRITICAL  # refusals are what is asked for
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, kept(django_db_blocker):
        yield built.build()
    requests.level = before
