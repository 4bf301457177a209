"""A PostgreSQL database that has every table and all reference data, made once and then copied.

It is made as a site is, by the commands of README, which takes many times as long as reading it
back. The scripts it is read from, of the tables alone and of all, bear names that change with their
sources, as the files of `reports.demo.empty` do.
"""

import os
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

import psycopg2

from reports.demo import empty
from tests.deployment.system import ROOT, manage
from tests.services.servers import postgres_programs, private_postgres

FOLDER = ROOT / "var" / "cache"
PREFIX, TABLES = "filled-", "tables-"
TEMPLATE = "test_template"


def prepare() -> None:
    """Have the script ready, so that no later run waits for it."""
    if not _script().is_file():
        with private_postgres() as server:
            copy(server, "test_first")


def copy(server: str, name: str) -> str:
    """Make database `name` on this server such a copy, also in place of an earlier one.

    Returns its URL. Whoever still works on the earlier one is cut off.
    """
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        # One process makes the template, the others wait; the lock ends with the connection.
        cursor.execute("SELECT pg_advisory_lock(1)")
        _make_template(cursor, server)
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY file_copy")
    return _url(server, name)


def _make_template(cursor, server: str) -> None:
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", [TEMPLATE])
    if cursor.fetchone():
        return
    cursor.execute(f"DROP DATABASE IF EXISTS {TEMPLATE}")
    cursor.execute(f"CREATE DATABASE {TEMPLATE}")
    url = _url(server, TEMPLATE)
    _once(_script(), url, _fill)
    cursor.execute(f"ALTER DATABASE {TEMPLATE} IS_TEMPLATE true")


def _once(script: Path, url: str, make) -> None:
    """Read the database from its script, or make it and write that."""
    if script.is_file():
        _run("psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "-f", script, url)
        return
    make(url)
    _write(script, url)


def _fill(url: str) -> None:
    _once(FOLDER / f"{TABLES}{empty.digest_of_tables()}.sql", url, _migrate)
    _migrate(url)  # roles and permissions, which change without a migration
    _manage(url, "load_reference")


def _migrate(url: str) -> None:
    _manage(url, "migrate", "--no-input", "--verbosity=0")


def _manage(url: str, *command: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        manage(env | {"DATABASE_URL": url, "DATA_DIR": folder}, *command)


def _write(script: Path, url: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    prefix = script.name.partition("-")[0]
    for earlier in FOLDER.glob(f"{prefix}-*.sql"):
        earlier.unlink(missing_ok=True)
    partial = script.with_suffix(f".{os.getpid()}")
    _run("pg_dump", "-f", partial, url)
    partial.replace(script)


def _script() -> Path:
    return FOLDER / f"{PREFIX}{empty.digest()}.sql"


def _run(program: str, *arguments) -> None:
    subprocess.run([postgres_programs() / program, *arguments], check=True, capture_output=True)


def _url(server: str, name: str) -> str:
    return f"{server.rsplit('/', 1)[0]}/{name}"
