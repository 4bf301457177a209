"""The walk of an officer's code: shown on his phone, scanned with another, his task told."""

from datetime import date

from playwright.sync_api import Page

from tests.browser import walk_talks
from tests.browser.walk import Person

ON_TASK, FOR_ANOTHER = "证件有效，有检查任务", "今天没有到贵单位检查的任务"


def arrange_today(clerk: Person, head: Person, unit: str) -> str:
    """A visit of today outside the plan, approved; returns its address."""
    return walk_talks.arrange(clerk, head, unit, date.today())


def show(officer: Person, visit: str) -> str:
    """The officer opens the code of this visit; returns where its picture leads."""
    officer.open(visit)
    officer.follow("我的执法码")
    assert "当天有效" in officer.reads()
    picture = officer.page.get_by_role("img", name="执法码")
    assert picture.locator("svg path").count() == 1
    return officer.page.get_by_role("link", name="看看扫码的人看到什么").get_attribute("href")


def scan(page: Page, link: str) -> str:
    page.goto(link)
    return "".join(page.get_by_role("main").inner_text().split())
