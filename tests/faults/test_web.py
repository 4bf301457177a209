"""Web processes that die, a database that is away, a mail server that is slow."""

import random
import socket
import time
from contextlib import closing, suppress
from pathlib import Path

import psycopg2
import pytest

from tests.deployment.system import manage
from tests.documents.test_survival import wait_for
from tests.faults.test_database import server  # noqa: F401 - a fixture
from tests.faults.web import Web, begin_upload, session_of
from tests.services import filled

pytestmark = [pytest.mark.services, pytest.mark.full]
MEGABYTE = 1024 * 1024
NEW_LEAD = "/penalties/leads/new/"
KILLS = 3
AWAY = 30  # seconds


def count(url, table):
    with closing(psycopg2.connect(url)) as connection:
        cursor = connection.cursor()
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - named below
        return cursor.fetchone()[0]


def test_a_web_process_killed_in_the_middle_of_an_upload(
    postgres_url, start_process, tmp_path, site_keys
):
    """No row, no file under its name; what was written on the way lies in the folder of /tmp."""
    between = tmp_path / "between"
    between.mkdir()
    env = site_keys | {
        "DATABASE_URL": filled.copy(postgres_url, "killed_upload"),
        "DATA_DIR": str(tmp_path / "data"),
        "TMPDIR": str(between),
    }
    session = session_of(env)
    web, size = Web(start_process, env), 20 * MEGABYTE
    for _ in range(KILLS):
        sending = begin_upload(web.port, NEW_LEAD, session, size)
        with suppress(OSError), closing(sending):
            for _ in range(random.randint(3, 18)):
                sending.sendall(b"x" * MEGABYTE)
                time.sleep(0.02)
            wait_for(lambda: list(between.glob("*.upload*")))
            web.kill()
        web.start()
    stored = Path(env["DATA_DIR"]) / "media" / "sha256"
    assert [path for path in stored.rglob("*") if path.is_file()] == []
    assert count(env["DATABASE_URL"], "files_storedfile") == 0
    assert count(env["DATABASE_URL"], "inspections_lead") == 0
    assert web.get(NEW_LEAD, session)[0] == 200
    assert "全部相符" in manage(env, "fsck")


def test_a_database_that_is_away_for_half_a_minute(server, start_process, tmp_path, site_keys):  # noqa: F811
    env = site_keys | {"DATABASE_URL": server.url, "DATA_DIR": str(tmp_path)}
    session = session_of(env)
    web = Web(start_process, env)
    assert web.get(NEW_LEAD, session)[0] == 200
    as_before = Path(server.folder, "postmaster.opts").read_text().partition(" ")[2].strip()
    server.control("stop", "-m", "immediate")
    end, answers = time.monotonic() + AWAY, []
    while time.monotonic() < end:
        answers += [web.get(NEW_LEAD, session)]
        answers += [web.get(path) for path in ("/login/", "/readyz", "/livez")]
        time.sleep(0.5)
    server.control("start", "-o", as_before)
    statuses = {status for status, _ in answers}
    assert statuses <= {200, 503}, statuses
    pages = [page for status, page in answers[::4] if status == 503]
    assert len(pages) >= AWAY / 4
    assert all("Traceback" not in page and "psycopg" not in page for page in pages)
    assert {status for status, _ in answers[2::4]} == {503}
    assert {status for status, _ in answers[3::4]} == {200}
    began = time.monotonic()
    wait_for(lambda: web.get(NEW_LEAD, session)[0] == 200, seconds=15)
    assert time.monotonic() - began < 5
    assert "全部相符" in manage(env, "fsck")


@pytest.fixture
def silent_mail_server():
    """It takes the connection and says nothing."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]
