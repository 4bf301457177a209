"""Fixtures of the browser tests: a demo site per test file, a fresh visitor per test."""

import fcntl
import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from tests.browser import browser, walk_preparing
from tests.browser.site import ROOT, build_demo, running_site, serving_on
from tests.browser.visitors import People, Staff, Visitors

# Playwright's loop lives in this thread, which makes Django refuse the database to later tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
LONGEST = (
    "test_chain.py", "test_pages.py", "test_case.py", "test_portal.py",
    "test_disputes.py",
)  # fmt: skip


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
    # Else a process would be left alone with one of them at the end.
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """After a failure, keep a picture of every open page in var/test."""
    report = yield
    if report.failed and call.when == "call":
        for number, page in enumerate(item.funcargs.get("open_pages", [])):
            if page.is_closed():
                continue
            name = re.sub(r"\W+", "-", item.name)
            path = ROOT / "var" / "test" / f"{name}-{number}.png"
            with suppress(Error):  # a page that hangs must not hide what failed
                page.screenshot(path=path, full_page=True)
    return report


@pytest.fixture(scope="session")
def chromium():
    """The one browser of the run; every visitor gets a context of its own."""
    with sync_playwright() as playwright:
        running = browser.launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory) -> Path:
    """The demo as the command builds it, used as a template only; one for all processes."""
    if ready := os.environ.get("DEMO_BUILT"):  # by `.ci/test`, while other tests waited
        return Path(ready)
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with open(shared / "demo.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "built").is_dir():
            (shared / "building").mkdir()
            build_demo(shared / "building" / "demo")
            (shared / "building").rename(shared / "built")
    return shared / "built" / "demo"


@pytest.fixture(scope="module")
def site(demo_folder, tmp_path_factory):
    """The demo running for one test file, on its own copy of the data."""
    with running_site(demo_folder, tmp_path_factory.mktemp("site") / "demo") as running:
        yield running


@pytest.fixture
def open_pages() -> list:
    """Every page opened by `visit` in this test."""
    return []


@pytest.fixture
def problems() -> list[list[str]]:
    """One list of problems per page; `problems.clear()` forgives those a test provokes."""
    return []


@pytest.fixture
def visit(chromium, site, open_pages, problems):
    """Open a page as a new visitor: `visit("/path/", viewport=PHONE)`; options as for a context.

    At the end of the test no page may have met a script error, a refused style or script,
    or a failed request.
    """
    visitors = Visitors(chromium, site.url, open_pages, problems)
    yield visitors
    visitors.close()
    assert [problem for of_page in problems for problem in of_page] == []


@pytest.fixture
def person(visit, site):
    """Someone signed in by user name; asked again, the same page goes on."""
    return People(visit, site)


@pytest.fixture
def people(person):
    """A founded bureau's own, who may sign its papers from now on."""
    found = Staff(person)
    walk_preparing.confirm_identity(found.head)
    return found


@pytest.fixture
def on_day(chromium, open_pages, problems):
    """Serve a founded bureau on a day: `with on_day(day, folder) as person: person("clerk")`."""

    @contextmanager
    def serve(day, folder, **more):
        with serving_on(day, folder, **more) as running:
            visitors = Visitors(chromium, running.url, open_pages, problems)
            yield People(visitors, running)
            visitors.close()
        assert [problem for of_page in problems for problem in of_page] == []

    return serve


@pytest.fixture
def sign_in(visit, site):
    """Open a page as somebody of the demo: `sign_in("990101_clerk", path="/units/")`."""
    passwords = site.sign_ins()

    def open_signed_in(username, path=None, **options):
        page = visit("/login/", **options)
        browser.sign_in(page, username, passwords[username])
        if path:
            page.goto(path)
        return page

    return open_signed_in
