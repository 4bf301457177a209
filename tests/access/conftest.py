"""The world of the policy table is built once and taken back at the end."""

import logging

import pytest
from django.test import override_settings

from archives_enforcement.jobs import tick
from tests.access import world as built
from tests.sharing import kept


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Everybody and everything of the table; each request is undone, so nothing changes."""
    requests = logging.getLogger("django.request")
    before, requests.level = requests.level, logging.CRITICAL  # refusals are what is asked for
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, kept(django_db_blocker):
        yield built.build()
    requests.level = before


@pytest.fixture(autouse=True)
def background_at_work(monkeypatch):
    """Else the site would not be ready: nothing sweeps here."""
    monkeypatch.setattr(tick, "age", lambda: 0.0)
