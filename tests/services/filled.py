"""A PostgreSQL database that has every table and all reference data, made once and then copied.

It is made as a site is, by the commands of README, which takes fifteen times as long as reading it
back. The script it is read from bears a name that changes with its sources, as the file of
`reports.demo.empty` does.
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
PREFIX = "filled-"
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
    script, url = _script(), _url(server, TEMPLATE)
    if script.is_file():
        _run("psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "-f", script, url)
    else:
        _fill(url)
        _write(script, url)
    cursor.execute(f"ALTER DATABASE {TEMPLATE} IS_TEMPLATE true")


def _fill(url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        env |= {"DATABASE_URL": url, "DATA_DIR": folder}
        manage(env, "migrate", "--no-input", "--verbosity=0")
        manage(env, "load_reference")


def _write(script: Path, url: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for earlier in FOLDER.glob(f"{PREFIX}*"):
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
