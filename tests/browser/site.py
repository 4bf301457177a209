"""A running copy of the demo site: gunicorn and the background work, as `make demo` starts them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.request import urlopen

from tests import one_day
from tests.services.processes import free_port, start, stop, wait_until

PATIENCE = int(os.environ.get("BROWSER_PATIENCE") or 1)  # how much slower the machine is
ROOT = Path(__file__).resolve().parents[2]
DAY = 24 * 3600


@dataclass(frozen=True)
class Site:
    """Where the site answers and where it keeps its data."""

    url: str
    folder: Path

    def sign_ins(self) -> dict[str, str]:
        """User name → password of everybody in the demo."""
        text = (self.folder / "sign-ins.txt").read_text(encoding="utf-8")
        return dict(re.findall(r"用户名 (\S+)\s+密码 (\S+)", text))


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The process environment of a site on `folder`, free of what the test run has set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "FONT_DIR") if name in os.environ}
    own = {
        "LC_ALL": "C.UTF-8",
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
    }
    return {**kept, **one_day.environment(), **own, **more}


def answers(url: str) -> bool:
    """Whether the site serves its pages; the port alone is open before a worker is ready."""
    try:
        with urlopen(f"{url}/livez", timeout=5) as answer:  # noqa: S310 (own address)
            return answer.status == 200
    except OSError:
        return False


def build_demo(folder: Path) -> None:
    """Fill an empty folder with the demo's database, files and sign-ins."""
    done = subprocess.run(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py demo: {done.stdout[-1000:]}{done.stderr[-3000:]}")


@contextmanager
def running_site(template: Path, folder: Path) -> Iterator[Site]:
    """Serve a fresh copy of the demo in `template` from `folder`; both processes end with it."""
    shutil.copytree(template, folder)
    with serving(folder) as running:
        yield running


@contextmanager
def serving_on(day: date, folder: Path, **more: str) -> Iterator[Site]:
    """Serve the site in `folder` as if it were `day`; served again, it goes on on another one."""
    behind = (date.today() - day).days * DAY + int(os.environ.get("CLOCK_BEHIND") or 0)
    clock = {"CLOCK_BEHIND": str(behind), "PYTHONPATH": str(ROOT / "tests" / "one_day")}
    with serving(folder, **clock, **more) as running:
        yield running


@contextmanager
def serving(folder: Path, wsgi: str = "archives_enforcement.wsgi", **more: str) -> Iterator[Site]:
    """Serve the site that stands in `folder`."""
    port, log = free_port(), folder / "site.log"
    url = f"http://127.0.0.1:{port}"
    env = environment(folder, PUBLIC_URL=url, **more)
    # One worker process with threads: two cores also hold the browser and the background work.
    options = [f"--bind=127.0.0.1:{port}", "--threads=4", "--no-control-socket"]
    python = sys.executable
    web = start([python, "-m", "gunicorn", wsgi, *options], log, env=env, cwd=ROOT)
    try:
        work = start([python, "manage.py", "work"], folder / "work.log", env=env, cwd=ROOT)
        try:
            wait_until(lambda: answers(url), web, log, seconds=60 * PATIENCE)
            yield Site(url, folder)
        finally:
            stop(work)
    finally:
        stop(web)
