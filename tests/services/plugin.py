"""pytest plugin: private PostgreSQL and Redis, and processes of the site that use them.

Loaded with `-p tests.services.plugin` it starts, before Django reads its settings,
a PostgreSQL when TEST_DATABASE=postgres and a Redis when TEST_REDIS=1. The fixtures
`postgres_url` and `redis_url` start one on demand in any run. With `-n` the workers share the
PostgreSQL of the run that started them, each on a database of its own, and each has its own Redis,
so that no worker of the site takes up the jobs of another test.
"""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests import one_day
from tests.services.processes import start, stop_all, wait_until
from tests.services.servers import ServerMissing, private_postgres, private_redis

ROOT = Path(__file__).resolve().parents[2]
LONGEST = ("test_processes.py", "test_race.py", "test_survival.py", "test_worker.py")
_running = ExitStack()
_urls: dict[str, str] = {}
_STARTERS = {"DATABASE_URL": private_postgres, "REDIS_URL": private_redis}


def _url(variable: str) -> str:
    """The URL of the run's private server, started at the first call."""
    if variable not in _urls:
        try:
            _urls[variable] = _running.enter_context(_STARTERS[variable]())
        except ServerMissing as missing:
            raise pytest.UsageError(str(missing)) from None
    return _urls[variable]


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests():
    if os.environ.get("TEST_DATABASE") == "postgres":
        if "PYTEST_XDIST_WORKER" in os.environ:
            _urls["DATABASE_URL"] = os.environ["DATABASE_URL"]
        os.environ["DATABASE_URL"] = _url("DATABASE_URL")
    if os.environ.get("TEST_REDIS") == "1":
        os.environ["REDIS_URL"] = _url("REDIS_URL")


def pytest_collection_modifyitems(items):
    # With `-n` a process would else be left alone with one of them at the end.
    items.sort(key=lambda item: item.path.name not in LONGEST)
    if os.environ.get("TEST_DATABASE") == "postgres":
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="只在 PostgreSQL 上运行"))


def pytest_terminal_summary(terminalreporter):
    """Leave how many passed, failed and were skipped in the file that COUNTS names.

    A JUnit report would say the same, for an eighth of the time of a run with small tests.
    """
    if path := os.environ.get("COUNTS"):
        of = {name: len(found) for name, found in terminalreporter.stats.items()}
        failed = of.get("failed", 0) + of.get("error", 0)
        Path(path).write_text(f"{of.get('passed', 0)} {failed} {of.get('skipped', 0)}\n")


def pytest_unconfigure():
    _running.close()
    _urls.clear()


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """URL of a private PostgreSQL; a test makes its own database there."""
    return _url("DATABASE_URL")


@pytest.fixture(scope="session")
def redis_url() -> str:
    """URL of a private, empty Redis."""
    return _url("REDIS_URL")


@pytest.fixture(scope="session")
def site_environment(django_db_setup, redis_url, tmp_path_factory) -> dict[str, str]:
    """Environment in which a process of the site works on the tests' own database and queue."""
    if connection.vendor != "postgresql":
        pytest.skip("另一个进程只能与测试共用 PostgreSQL 数据库")
    database = connection.settings_dict
    return {
        **one_day.environment(),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "DATABASE_URL": (
            f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}"
            f"/{database['NAME']}"
        ),
        "REDIS_URL": redis_url,
        "DATA_DIR": str(tmp_path_factory.mktemp("site")),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "FONT_DIR": str(settings.FONT_DIR),
        "SECRET_KEY": settings.SECRET_KEY,
        "AUDIT_KEY": settings.AUDIT_KEY,
        "SEALING_KEY": settings.SEALING_KEY,
    }


@pytest.fixture
def start_process(tmp_path):
    """Start a Python module as a process: `start_process("celery", "-A", …, env=…)`.

    `ready(log_text)` tells when it may be used. Everything started is stopped after the test.
    """
    with ExitStack() as started:
        yield starter(started, tmp_path)


def starter(started: ExitStack, folder: Path):
    """A function like `start_process` whose processes end together when `started` closes."""
    processes = []
    started.callback(stop_all, processes)

    def start_module(module, *arguments, env, ready=lambda text: True, seconds=40):
        log = folder / f"{module}-{len(list(folder.glob('*.log')))}.log"
        log.touch()
        process = start([sys.executable, "-m", module, *arguments], log, env=env, cwd=ROOT)
        processes.append(process)
        wait_until(lambda: ready(log.read_text(errors="replace")), process, log, seconds)
        return process

    return start_module


def start_worker(start_module, env, *options):
    """One real Celery worker with one child, ready to take jobs."""
    return start_module(
        "celery",
        "--app=archives_enforcement",
        "worker",
        "--concurrency=1",
        "--loglevel=INFO",
        "--without-gossip",
        "--without-mingle",
        *options,
        env=env,
        ready=lambda text: " ready." in text,
    )
