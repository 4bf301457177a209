"""A database that is migrated and has its reference data, kept in a file and copied when wanted.

Migrating takes longer than anything else the demonstration does at once. Two files are kept: the
tables alone, and what stands in them at first. Each bears a name that changes with every source it
could come from, so that neither outlives what made it; only a new migration costs all of the time.
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

from archives_enforcement.audit import append_only

PINNED = "requirements.txt"  # Django brings migrations too
PREFIX, TABLES = "empty-", "tables-"


def fill(folder: Path) -> None:
    """Make the connected database such an empty one; on SQLite from the files in `folder`."""
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        _migrate()
        _load()
        return
    folder.mkdir(parents=True, exist_ok=True)
    _once(folder, PREFIX, digest(), lambda: _filled(folder))


def _filled(folder: Path) -> None:
    _once(folder, TABLES, digest_of_tables(), _migrate)
    _migrate()  # roles and permissions, which change without a migration
    _load()


def _once(folder: Path, prefix: str, word: str, make) -> None:
    """Read the connected database from its file, or make it and write that."""
    kept = folder / f"{prefix}{word}.sqlite3"
    if kept.is_file():
        with closing(sqlite3.connect(kept)) as source:
            source.backup(connection.connection)
        return
    make()
    for earlier in folder.glob(f"{prefix}*"):
        earlier.unlink()
    partial = kept.with_suffix(".part")
    with closing(sqlite3.connect(partial)) as target:
        connection.connection.backup(target)
    partial.replace(kept)


def _migrate() -> None:
    call_command("migrate", verbosity=0)


def _load() -> None:
    call_command("load_reference", verbosity=0)


@cache
def digest() -> str:
    """A word that changes with every source a migration or the reference data could come from."""
    return _digest(path for room in _rooms() for path in room.rglob("*"))


@cache
def digest_of_tables() -> str:
    """A word that changes with every source that says what tables and triggers there are."""
    found = (path for room in _rooms() for path in room.glob("**/migrations/*.py"))
    return _digest((*found, Path(append_only.__file__)))


def _digest(paths) -> str:
    found, base = hashlib.sha256(), Path(settings.BASE_DIR)
    files = {path for path in paths if path.is_file() and path.suffix != ".pyc"}
    for path in sorted({*files, base / PINNED}):
        found.update(str(path.relative_to(base)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _rooms() -> set[Path]:
    """The folders of the project that have applications."""
    base = Path(settings.BASE_DIR)
    homes = (Path(config.path) for config in apps.get_app_configs())
    inside = (path.relative_to(base) for path in homes if path.is_relative_to(base))
    return {base / path.parts[0] for path in inside if path.parts[0] != ".venv"}
