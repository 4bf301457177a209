"""How often one address may ask for what is open to all, in one process and over HTTP in two."""

import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor
from unittest import TestCase

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from redis.exceptions import ConnectionError as NoRedis

from archives_enforcement import rate_limit
from archives_enforcement.rate_limit import LockedFileCache, network, requests_in_window
from tests.deployment.system import HOST, ask
from tests.services.processes import free_port, listens

ASK, FILE = reverse("verification:ask"), reverse("verification:file")
CODE = reverse("verification:code", args=["MADEUP"])


@pytest.fixture
def statuses(client, settings):
    """The statuses that one address, used by nobody else, gets for some pages."""
    settings.REQUESTS_PER_MINUTE = {"verification": 3, "": 5}

    def run(address, *pages):
        return [client.get(page, REMOTE_ADDR=address).status_code for page in pages]

    return run


def test_pages_of_verification_share_one_strict_count(statuses, db):
    assert statuses("10.1.0.1", CODE, CODE, CODE, CODE) == [200, 200, 200, 429]
    assert statuses("10.1.0.2", CODE) == [200]


def test_only_what_asks_about_a_paper_counts_strictly(client, statuses, db):
    address = {"REMOTE_ADDR": "10.1.0.7"}
    assert statuses("10.1.0.7", ASK, FILE, ASK, FILE) == [200] * 4
    sent = [client.post(page, **address).status_code for page in (ASK, FILE, ASK, FILE)]
    assert sent == [422, 422, 422, 429]
    assert statuses("10.1.0.7", CODE, ASK) == [429, 200]
    assert statuses("10.1.0.7", ASK) == [429]  # its blank form is counted with all other pages


def test_other_open_pages_share_a_generous_one(statuses, db):
    login, notices = reverse("login"), reverse("publicity:public-list")
    pages = [login, notices, login, notices, login, notices]
    assert statuses("10.1.0.3", *pages) == [200] * 5 + [429]
    assert statuses("10.1.0.3", CODE) == [200]


def test_pages_behind_the_sign_in_are_not_counted(statuses, db):
    assert statuses("10.1.0.4", *[reverse("units:unit-list")] * 9) == [302] * 9


def test_the_refusal_says_what_to_do_and_when(client, settings):
    settings.REQUESTS_PER_MINUTE = {"verification": 0, "": 0}
    page = client.get(ASK, REMOTE_ADDR="10.1.0.5")
    assert (page.status_code, page.headers["Retry-After"]) == (429, "60")
    assert "请过一两分钟再试" in page.text


def test_a_forged_form_is_counted_too(settings):
    settings.REQUESTS_PER_MINUTE = {"verification": 1, "": 1}
    client = Client(enforce_csrf_checks=True)
    answers = [client.post(ASK, REMOTE_ADDR="10.1.0.6").status_code for _ in range(2)]
    assert answers == [403, 429]


def test_the_window_slides():
    with time_machine.travel(6_000_030, tick=False) as clock:  # half past a clock minute
        assert [requests_in_window("slide") for _ in range(10)] == list(range(1, 11))
        clock.shift(30)
        assert requests_in_window("slide") == 11
        clock.shift(54)
        assert requests_in_window("slide") == pytest.approx(3)
        clock.shift(120)
        assert requests_in_window("slide") == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("2001:db8::1", "2001:db8::ffff:3", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("", "not an address", True),
    ],
)
def test_who_counts_as_one(one, other, same):
    assert (network(one) == network(other)) is same


@pytest.mark.parametrize("failure", [OSError, NoRedis, ValueError])
def test_without_the_counts_the_site_goes_on(client, settings, monkeypatch, failure):
    settings.REQUESTS_PER_MINUTE = {"verification": 0, "": 0}
    broken = type("Broken", (), {"add": lambda *args: raise_(failure)})()
    monkeypatch.setattr(rate_limit, "cache", broken)
    with TestCase().assertLogs(rate_limit.LOGGER) as log:
        assert client.get(ASK).status_code == 200
    assert "requests are not counted" in log.output[0]


def raise_(failure):
    raise failure("no cache")


def _count(folder, times):
    cache = LockedFileCache(folder, {})
    for _ in range(times):
        cache.add("key", 0)
        cache.incr("key")


@pytest.mark.services
def test_no_count_is_lost_between_processes(tmp_path):
    spawn = multiprocessing.get_context("fork")
    processes = [spawn.Process(target=_count, args=(str(tmp_path), 100)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert LockedFileCache(str(tmp_path), {}).get("key") == 400


@pytest.fixture(params=["files", "redis"])
def workers(request, start_process, tmp_path):
    """Two worker processes behind one port; the port, and what their log says."""
    env = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "ALLOWED_HOSTS": HOST,
        "BEHIND_PROXY": "1",
        "DATA_DIR": str(tmp_path / "data"),
        "REDIS_URL": request.getfixturevalue("redis_url") if request.param == "redis" else "",
    }
    port = free_port()
    options = [f"--bind=127.0.0.1:{port}", "--workers=2", "--no-control-socket"]
    names = ["--access-logfile=-", "--access-logformat=worker %(p)s"]
    start_process(
        "gunicorn",
        "archives_enforcement.wsgi",
        *options,
        *names,
        env=env,
        ready=lambda text: listens(port) and text.count("Booting worker") == 2,
    )
    return port, lambda: next(tmp_path.glob("gunicorn-*.log")).read_text()


@pytest.mark.services
def test_two_workers_let_one_address_ask_ten_times_a_minute(workers):
    port, log = workers

    def status(address):
        return ask(port, ASK, method="POST", X_Forwarded_For=address)[0].status

    with ThreadPoolExecutor(8) as people:
        answers = list(people.map(status, ["made up, 10.2.0.1"] * 100))
    assert (answers.count(403), answers.count(429)) == (
        10,
        90,
    )  # a form without its token is no less counted
    assert len({line for line in log().splitlines() if line.startswith("worker ")}) == 2
    assert status("10.2.0.2, 10.2.0.1") == 429
    assert status("10.2.0.1, 10.2.0.2") == 403
