"""The world of the policy table is built once and taken back at the end.

The table is asked on PostgreSQL, as a bureau runs it, in every run; on SQLite by
`make test-full`, since nothing in it depends on the engine.
"""

import logging

import pytest
from django.db import connection
from django.test import override_settings

from tests.access import world as built
from tests.sharing import kept


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    if connection.vendor == "sqlite":
        for item in items:
            if "world" in getattr(item, "fixturenames", ()):
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
