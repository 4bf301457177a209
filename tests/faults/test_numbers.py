"""Letters are signed over two web processes, one killed again and again."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import pytest

from tests.deployment.system import manage
from tests.documents import issuing
from tests.documents.test_race import serials
from tests.faults.web import Web, session_of
from tests.services import filled

pytestmark = [pytest.mark.services, pytest.mark.full]
PEOPLE, EVERY = 8, 2
WELL, DONE, ALREADY = 200, 302, 422  # 422: its state says that it is signed


def sign(key, webs, session):
    """Asked again, on either process, until somebody says that it is signed; the statuses."""
    told = []
    while not told or told[-1] not in (DONE, ALREADY):
        port = random.choice(webs).port
        try:
            told.append(issuing._sign(key, port, session))
        except (OSError, HTTPException):
            told.append(None)
            time.sleep(0.1)
    return told


@pytest.mark.parametrize(("letters", "least_killed"), [(150, 2), (1_000, 5)])
def test_no_gap_and_no_duplicate_though_processes_are_killed(
    postgres_url, start_process, tmp_path, site_keys, record_property, letters, least_killed
):
    url = filled.copy(postgres_url, f"killed_race_{letters}")
    env = site_keys | {"DATABASE_URL": url, "DATA_DIR": str(tmp_path / "data")}
    begin = f"from tests.documents.issuing import prepare; prepare({letters})"
    session = session_of(env, begin)
    webs, over, killed = [Web(start_process, env) for _ in range(2)], threading.Event(), []

    def kill_now_and_then():
        while not over.wait(EVERY):
            web = random.choice(webs)
            web.kill()
            killed.append(web.port)
            web.start()
            while web.get("/livez")[0] != WELL and not over.is_set():
                time.sleep(0.2)

    killer = threading.Thread(target=kill_now_and_then)
    killer.start()
    try:
        with ThreadPoolExecutor(PEOPLE) as people:
            keys = range(1, letters + 1)
            told = list(people.map(lambda key: sign(key, webs, session), keys))
    finally:
        over.set()
        killer.join()
    broken = sum(status is None for each in told for status in each)
    record_property("kills", len(killed))
    record_property("broken", broken)
    assert {status for each in told for status in each} <= {DONE, ALREADY, None, 503}
    assert len(killed) >= least_killed and broken
    assert sorted(serials("postgres", url)) == list(range(1, letters + 1))
    assert "全部相符" in manage(env, "fsck")
