"""Two web processes sign 200 letters at once: no number is missing, none is given twice."""

import os
import sqlite3
from collections import Counter
from contextlib import closing

import psycopg2
import pytest

from tests.deployment.system import manage
from tests.documents.issuing import sign_all, sign_in_pairs
from tests.services import filled
from tests.services.processes import free_port, listens

pytestmark = pytest.mark.services
LETTERS = 200
FOUND = 302  # the page goes on to the signed letter


def a_database(engine, request, folder, name):
    if engine == "sqlite":
        return f"sqlite:///{folder / 'race.sqlite3'}"
    return filled.copy(request.getfixturevalue("postgres_url"), name)


def serials(engine, url):
    """The numbers of the issued papers, as they lie in the database."""
    where = url.removeprefix("sqlite:///")
    with closing((sqlite3 if engine == "sqlite" else psycopg2).connect(where)) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT serial FROM documents_document WHERE state = 'issued'")
        return [serial for (serial,) in cursor]


@pytest.fixture
def race(request, tmp_path, start_process):
    """Run the race; returns the statuses and the numbers given."""

    def run(engine, name, wsgi="archives_enforcement.wsgi", letters=LETTERS, how=sign_all):
        env = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
            "DATABASE_URL": a_database(engine, request, tmp_path, name),
        }
        begin = f"from tests.documents.issuing import prepare; prepare({letters})"
        session = manage(env, "shell", "--no-imports", "--command", begin).split()[-1]
        ports = [free_port(), free_port()]
        for port in ports:
            options = (f"--bind=127.0.0.1:{port}", "--threads=4", "--no-control-socket")
            start_process(
                "gunicorn", wsgi, *options, env=env, ready=lambda text, port=port: listens(port)
            )
        statuses = how(ports, session, letters)
        return statuses, sorted(serials(engine, env["DATABASE_URL"]))

    return run


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_no_gap_and_no_duplicate(race, engine):
    statuses, numbers = race(engine, "race")
    assert Counter(statuses) == {FOUND: LETTERS}
    assert numbers == list(range(1, LETTERS + 1))


def test_without_the_lock_the_same_race_does_collide(race):
    statuses, numbers = race("postgres", "race_unlocked", "tests.documents.unlocked_wsgi")
    failed = statuses.count(500)
    assert failed > 0
    assert len(numbers) == LETTERS - failed


@pytest.mark.parametrize("letters", [10, pytest.param(200, marks=pytest.mark.full)])
def test_the_same_form_sent_twice_at_once_is_done_once(race, letters):
    pairs, numbers = race("postgres", f"pairs_{letters}", letters=letters, how=sign_in_pairs)
    assert [pair for pair in pairs if FOUND not in pair or max(pair) >= 500] == []
    assert numbers == list(range(1, letters + 1))
