"""The test database: migrated and filled once, then copied by every process."""

import fcntl
import os
from pathlib import Path

from django.conf import settings
from django.core.management.commands import flush
from django.db import connection

from reports.demo import empty
from tests.services import filled

FOLDER = Path(settings.BASE_DIR) / "var" / "cache"
IN_MEMORY = ":memory:"  # a private one: a shared cache locks and unlocks at every step


def open_copy() -> None:
    """Connect to a database of this process alone that has every table and all reference data.

    On SQLite it lies in memory. Called again it is as at first.
    """
    connection.close()
    if connection.vendor == "sqlite":
        _connect_to(IN_MEMORY)
        fill()
    else:
        name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
        filled.copy(os.environ["DATABASE_URL"], name)
        _connect_to(name)


def fill() -> None:
    """Make the connected SQLite database such a copy."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "test.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        empty.fill(FOLDER)


def copy_instead_of_flush() -> None:
    """After a transactional test the database is copied anew.

    A flush would meet the triggers that protect issued papers, and take the reference data.
    """
    flush.Command.handle = lambda command, **options: open_copy()


def _connect_to(name: str) -> None:
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = name
