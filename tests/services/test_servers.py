"""The private servers are real, apart from each other, and gone after the run."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg2
import pytest
import redis

from tests.services.processes import listens, start, stop, wait_until
from tests.services.servers import private_postgres, private_redis

pytestmark = pytest.mark.services
ROOT = Path(__file__).resolve().parents[2]

HOLD_SERVERS = """
import time
from tests.services.servers import private_postgres, private_redis
with private_postgres() as postgres, private_redis() as redis:
    print(postgres, redis, flush=True)
    time.sleep(600)
"""

DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("running", flush=True)
time.sleep(60)
"""


def port(url):
    return int(url.rsplit(":", 1)[1].split("/")[0])


def test_postgres_keeps_chinese_text(postgres_url):
    with psycopg2.connect(postgres_url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT %s || upper('ß'), current_setting('server_encoding')", ["档案䶮"])
        assert cursor.fetchone() == ("档案䶮ß", "UTF8")


def test_servers_of_two_runs_stand_beside_each_other(postgres_url, redis_url):
    with private_postgres() as other_postgres, private_redis() as other_redis:
        assert (
            len({port(url) for url in (postgres_url, redis_url, other_postgres, other_redis)}) == 4
        )
        redis.Redis.from_url(other_redis).set("key", 1)
        assert redis.Redis.from_url(redis_url).get("key") is None
    assert not listens(port(other_postgres))
    assert not listens(port(other_redis))


@pytest.fixture
def open_folder():
    """A temporary folder that also another system user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield folder


def test_a_killed_run_leaves_no_server_behind(open_folder):
    run = subprocess.Popen(
        [sys.executable, "-c", HOLD_SERVERS],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TMPDIR": open_folder},
        stdout=subprocess.PIPE,
        text=True,
    )
    ports = [port(url) for url in run.stdout.readline().split()]
    assert [listens(one) for one in ports] == [True, True]
    run.kill()
    run.wait()
    end = time.monotonic() + 10
    while any(map(listens, ports)) and time.monotonic() < end:
        time.sleep(0.1)
    assert [listens(one) for one in ports] == [False, False]


def test_a_process_that_ends_early_is_reported_with_its_last_words(tmp_path):
    log = tmp_path / "log"
    process = start([sys.executable, "-c", "raise SystemExit('out of paper')"], log)
    with pytest.raises(RuntimeError, match="out of paper"):
        wait_until(lambda: False, process, log)


def test_a_process_that_does_not_listen_to_reason_is_ended(tmp_path):
    log = tmp_path / "log"
    process = start([sys.executable, "-c", DEAF], log, env={"PATH": os.environ["PATH"]})
    wait_until(lambda: log.read_text() != "", process, log)
    assert stop(process, seconds=1) == -signal.SIGKILL
