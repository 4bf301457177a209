"""The whole database as one file, and back, on SQLite and PostgreSQL."""

import os
import sqlite3
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from archives_enforcement.upkeep.vault import Unusable

# Everything in the schema goes in the transaction that brings the new content, or stays.
EMPTY = """
DO $$ DECLARE one record; BEGIN
FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
  EXECUTE format('DROP TABLE %I CASCADE', one.tablename);
END LOOP;
FOR one IN SELECT oid::regprocedure AS name FROM pg_proc p
  WHERE pronamespace = current_schema()::regnamespace
  AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = p.oid AND deptype = 'e') LOOP
  EXECUTE 'DROP FUNCTION ' || one.name || ' CASCADE';
END LOOP;
END $$
"""


def dump(path: Path) -> None:
    """Write the database as it is at one moment; people go on working."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        return
    _run("pg_dump", "-Fc", "--no-owner", "--no-privileges", "-f", path, connected=True)


def load(path: Path, at: datetime) -> None:
    """Put the dump in the place of the database; a file of SQLite that was there is kept aside."""
    connection.close()
    if connection.vendor == "sqlite":
        _replace(path, Path(connection.settings_dict["NAME"]), at)
        return
    script = path.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-privileges", "-f", script, path)
    options = ("--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1")
    _run("psql", *options, "-c", EMPTY, "-f", script, connected=True)


def _replace(path: Path, place: Path, at: datetime) -> None:
    for name in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        if name.exists():
            name.rename(aside(name, at))
    place.parent.mkdir(parents=True, exist_ok=True)
    path.replace(place)


def aside(path: Path, at: datetime) -> Path:
    """What something that gives way to a restore is called from then on."""
    return path.with_name(f"{path.name}.before-{at:%Y%m%d%H%M%S}")


def _run(program: str, *arguments, connected: bool = False) -> None:
    facts = connection.settings_dict
    env, command = dict(os.environ), [str(Path(settings.POSTGRES_PROGRAMS) / program)]
    if connected:
        named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
        env |= {name: str(facts[fact]) for name, fact in named.items() if facts[fact]}
        env |= {"PGDATABASE": facts["NAME"]}
    try:
        subprocess.run([*command, *arguments], env=env, check=True, capture_output=True)
    except FileNotFoundError as error:
        raise Unusable(f"没有找到 {program}，请用 POSTGRES_PROGRAMS 指明它所在的目录") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise Unusable(f"{program} 没有成功：{said}") from error
