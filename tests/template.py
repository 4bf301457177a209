"""The test database on SQLite: migrated and filled once, then copied by every process that tests.

The original lies in `var/cache` under a name that changes with every file a migration or the
reference data could come from, so that it never outlives what made it.
"""

import fcntl
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

FOLDER = Path(settings.BASE_DIR) / "var" / "cache"
IN_MEMORY = ":memory:"  # a private one: a shared cache locks and unlocks at every step
PINNED = "requirements.txt"  # Django brings migrations too


def open_copy() -> None:
    """Connect to a database in memory that has every table and all reference data."""
    connection.close()
    connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = IN_MEMORY
    connection.ensure_connection()
    FOLDER.mkdir(parents=True, exist_ok=True)
    original = FOLDER / f"test-{_digest()}.sqlite3"
    with open(FOLDER / "test.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if original.is_file():
            _copy(original)
        else:
            _make(original)


def _copy(original: Path) -> None:
    with closing(sqlite3.connect(original)) as source:
        source.backup(connection.connection)


def _make(original: Path) -> None:
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    for earlier in FOLDER.glob("test-*.sqlite3"):
        earlier.unlink()
    partial = original.with_suffix(".part")
    with closing(sqlite3.connect(partial)) as target:
        connection.connection.backup(target)
    partial.replace(original)


def _digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(str(path).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _sources():
    base = Path(settings.BASE_DIR)
    homes = (Path(config.path) for config in apps.get_app_configs())
    inside = (path.relative_to(base) for path in homes if path.is_relative_to(base))
    for room in {path.parts[0] for path in inside} - {".venv"}:
        files = (path for path in (base / room).rglob("*") if path.is_file())
        yield from (path for path in files if path.suffix != ".pyc")
    yield base / PINNED
