"""The database falls down, cuts connections, deadlocks or is full: what was told done, is done."""

import subprocess
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPException
from itertools import cycle
from pathlib import Path

import psycopg2
import pytest
from django.db import OperationalError, connection, connections, transaction

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.workflow import act
from tests import factories
from tests.deployment.system import manage
from tests.documents import issuing
from tests.faults.verdict import found
from tests.services import filled
from tests.services.processes import free_port, listens
from tests.services.servers import _unprivileged, postgres_programs, private_postgres

FOUND, UNAVAILABLE = 302, 503
LETTERS = 60


class Server:
    """A PostgreSQL of this test alone, with a bureau that has letters to sign."""

    def __init__(self, url):
        self.server = url
        with closing(psycopg2.connect(url)) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            # What is told done must outlive the server here; the other tests' server cares not.
            cursor.execute("ALTER ROLE postgres SET synchronous_commit = on")
            cursor.execute("SHOW data_directory")
            (self.folder,) = cursor.fetchone()
        self.url = filled.copy(url, "faults")

    def control(self, *arguments):
        command = [str(postgres_programs() / "pg_ctl"), "-D", self.folder, "-w", *arguments]
        output = subprocess.DEVNULL
        subprocess.run(
            command,
            check=True,
            stdout=output,
            stderr=output,
            cwd=Path(self.folder).parent,
            **_unprivileged(),
        )

    def ask(self, sql):
        with closing(psycopg2.connect(self.url)) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(sql)
            return cursor.fetchall()


@pytest.fixture
def server():
    with private_postgres() as url:
        server = Server(url)
        yield server
        server.control("stop", "-m", "immediate")


def restart(server):
    """As after a power cut, so far as the processes go."""
    server.control("restart", "-m", "immediate")


def cut_connections(server):
    for _ in range(5):
        server.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = 'faults' AND pid <> pg_backend_pid()"
        )
        time.sleep(0.3)


def sign(key, port, session):
    """The status that came back; None when the connection broke."""
    try:
        return issuing._sign(key, port, session)
    except (OSError, HTTPException):
        return None


@pytest.mark.services
@pytest.mark.full
@pytest.mark.parametrize("fault", [restart, cut_connections])
def test_what_was_told_signed_is_signed(server, start_process, tmp_path, site_keys, fault):
    env = site_keys | {"DATABASE_URL": server.url, "DATA_DIR": str(tmp_path)}
    begin = f"from tests.documents.issuing import prepare; prepare({LETTERS})"
    session = manage(env, "shell", "--no-imports", "--command", begin).split()[-1]
    ports = [free_port(), free_port()]
    for port in ports:
        start_process(
            "gunicorn", "archives_enforcement.wsgi", f"--bind=127.0.0.1:{port}", "--threads=4",
            "--no-control-socket", env=env, ready=lambda text, port=port: listens(port),
        )  # fmt: skip
    answers, ports_in_turn = {}, cycle(ports)

    def work(key):
        time.sleep(0.2)
        answers[key] = sign(key, next(ports_in_turn), session)

    with ThreadPoolExecutor(4) as people:
        people.map(work, range(1, LETTERS + 1))
        time.sleep(2)
        fault(server)
    statuses = Counter(answers.values())
    assert set(statuses) <= {FOUND, UNAVAILABLE, None}, statuses
    issued = {key for (key,) in server.ask("SELECT id FROM documents_document WHERE serial > 0")}
    assert {key for key, status in answers.items() if status == FOUND} <= issued
    rest = [key for key in answers if key not in issued]
    assert [sign(key, ports[0], session) for key in rest] == [FOUND] * len(rest)
    serials = server.ask("SELECT serial FROM documents_document ORDER BY serial")
    assert [serial for (serial,) in serials] == list(range(1, LETTERS + 1))
    assert "全部相符" in manage(env, "fsck")


@contextmanager
def own_connection():
    try:
        yield
    finally:
        connections.close_all()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_victim_of_a_deadlock_runs_again():
    first, second = factories.make_bureau(), factories.make_bureau("另一区档案局", "120111")
    met, runs, done = threading.Barrier(2, timeout=20), Counter(), []

    @act
    def lock_both(name, one, two):
        runs[name] += 1
        Bureau.objects.filter(pk=one.pk).update(phone=name)
        if runs[name] == 1:
            met.wait()
        Bureau.objects.filter(pk=two.pk).update(phone=name)

    def work(*arguments):
        with own_connection():
            lock_both(*arguments)
            done.append(arguments[0])

    people = [
        threading.Thread(target=work, args=arguments)
        for arguments in (("甲", first, second), ("乙", second, first))
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sum(runs.values()) > 2, "there was a deadlock"
    assert sorted(done) == ["乙", "甲"]
    assert len(set(Bureau.objects.values_list("phone", flat=True))) == 1


@pytest.mark.django_db(transaction=True)
def test_a_full_database_keeps_what_it_has(head):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL 的磁盘不能在测试里写满")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OperationalError, match="full"), transaction.atomic():
            for number in range(10_000):
                factories.make_bureau(f"示例{number}区档案局" * 9, f"1{number:05}")
        cursor.execute("PRAGMA max_page_count = 1000000")
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchone() == ("ok",)
    assert list(Bureau.objects.all()) == [head.bureau]
    assert found() == {}
