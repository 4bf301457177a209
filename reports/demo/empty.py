"""A database that is migrated and has its reference data, kept in a file and copied when wanted.

Migrating takes longer than anything else the demonstration does at once. The file bears a name
that changes with every source a migration or the reference data could come from, so that it never
outlives what made it.
"""

import hashlib
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

PINNED = "requirements.txt"  # Django brings migrations too
PREFIX = "empty-"


def fill(folder: Path) -> None:
    """Make the connected database such an empty one; on SQLite from the file in `folder`."""
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        _make()
        return
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{PREFIX}{digest()}.sqlite3"
    if kept.is_file():
        with closing(sqlite3.connect(kept)) as source:
            source.backup(connection.connection)
        return
    _make()
    for earlier in folder.glob(f"{PREFIX}*"):
        earlier.unlink()
    partial = kept.with_suffix(".part")
    with closing(sqlite3.connect(partial)) as target:
        connection.connection.backup(target)
    partial.replace(kept)


def _make() -> None:
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)


@cache
def digest() -> str:
    """A word that changes with every source a migration or the reference data could come from."""
    found = hashlib.sha256()
    for path in sorted(_sources()):
        found.update(str(path).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _sources():
    base = Path(settings.BASE_DIR)
    homes = (Path(config.path) for config in apps.get_app_configs())
    inside = (path.relative_to(base) for path in homes if path.is_relative_to(base))
    for room in {path.parts[0] for path in inside} - {".venv"}:
        files = (path for path in (base / room).rglob("*") if path.is_file())
        yield from (path for path in files if path.suffix != ".pyc")
    yield base / PINNED
