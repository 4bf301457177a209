"""The test database on SQLite: migrated and filled once, then copied by every process."""

import fcntl
from pathlib import Path

from django.conf import settings
from django.db import connection

from reports.demo import empty

FOLDER = Path(settings.BASE_DIR) / "var" / "cache"
IN_MEMORY = ":memory:"  # a private one: a shared cache locks and unlocks at every step


def open_copy() -> None:
    """Connect to a database in memory that has every table and all reference data."""
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = IN_MEMORY
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "test.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        empty.fill(FOLDER)
