"""Who opens pages of a running site: a visitor without an account, and people who sign in."""

from datetime import date, timedelta

from playwright.sync_api import Browser, Page

from tests.browser import browser
from tests.browser.site import Site
from tests.browser.walk import Person
from tests.browser.walk_preparing import PASSWORD

SECONDS_TO_WAIT = 120  # no walk fails because the machine is slow


class Visitors:
    """Opens each page as a new visitor; `pages` and `problems` gather what was opened and met."""

    def __init__(self, running: Browser, url: str, pages: list, problems: list[list[str]]):
        self.running, self.url, self.pages, self.problems = running, url, pages, problems
        self.contexts = []

    def __call__(self, path="/", **options) -> Page:
        context = browser.open_context(self.running, self.url, **options)
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SECONDS_TO_WAIT * 1000)
        self.pages.append(page)
        self.problems.append(browser.collect_problems(page))
        page.goto(path)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()


class People:
    """Gives somebody signed in by user name; asked again, the same page goes on."""

    def __init__(self, visit: Visitors, site: Site):
        self.visit, self.passwords, self.known = visit, site.sign_ins(), {}

    def __call__(self, username: str, viewport=browser.DESK) -> Person:
        key = username, viewport["width"]
        if key not in self.known:
            page = self.visit("/login/", viewport=viewport)
            browser.sign_in(page, username, self.passwords.get(username, PASSWORD))
            self.known[key] = Person(page, self.visit.problems[-1])
        return self.known[key]


class Staff:
    """Those of a founded bureau who do most; `go` sets the day on which all of them act."""

    def __init__(self, person: People):
        for name in ("clerk", "head", "officer", "reviewer"):
            setattr(self, name, person(name))

    def go(self, ago: int) -> date:
        """That many days before today."""
        day = date.today() - timedelta(days=ago)
        for each in vars(self).values():
            each.today = day
        return day
