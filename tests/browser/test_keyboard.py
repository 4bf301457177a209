"""The three main jobs with nothing but a keyboard: record a visit, sign a letter, reply to it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import walk_papers

LONGEST_WAY = 120  # times Tab is pressed from the head of a page to the last thing of a long form
UNIT = "示例街道一"
HAS_FOCUS = "it => it === document.activeElement"
# What is drawn around the thing itself, or around the words that stand for a hidden button.
SHOWS_FOCUS = """it => [it, it.closest("label"), it.nextElementSibling].some((part) => {
  const style = part && getComputedStyle(part);
  return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
})"""


class Keys:
    """Somebody who does without a mouse."""

    def __init__(self, page: Page):
        self.page, self.main = page, page.get_by_role("main")

    def reach(self, thing: Locator) -> None:
        """Tab on until the thing has the focus, which must be seen."""
        for _ in range(LONGEST_WAY):
            self.page.keyboard.press("Tab")
            if thing.evaluate(HAS_FOCUS):
                assert thing.evaluate(SHOWS_FOCUS), f"{thing}: nobody sees where he is"
                return
        raise AssertionError(f"{thing} is not on the way")

    def enter(self, thing: Locator) -> None:
        """Follow a link or press a button that leads to another page."""
        self.reach(thing)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def type(self, name: str, text: str) -> None:
        self.reach(self.main.locator(f"[name={name}]:not([type=hidden])"))
        self.page.keyboard.type(text)

    def tick(self, thing: Locator) -> None:
        self.reach(thing)
        self.page.keyboard.press("Space")

    def said(self) -> str:
        return self.page.locator(".said").inner_text()


@pytest.mark.full
def test_a_unit_replies(person):
    unit = Keys(person("unit_contact").page)
    card = unit.page.locator("article.prob").filter(has_text="温湿度记录")
    unit.enter(card.get_by_role("link", name=re.compile("回复第")))
    unit.tick(unit.main.locator("[name=kind][value=fixed]"))
    unit.type("text", "已买温湿度计。")
    unit.enter(unit.main.get_by_role("button", name="提交回复"))
    assert "已提交" in unit.said()


@pytest.mark.full
def test_a_head_signs(person):
    officer, head = person("990101_officer"), person("990101_head")
    officer.menu("检查")
    officer.go(officer.row(UNIT).get_by_role("link").first)
    officer.follow("起草其他文书")
    officer.follow("函询函")
    for field in officer.page.locator("main form.act-form :is(textarea, input[type=text])").all():
        if field.is_visible() and not field.input_value():
            field.fill("请说明档案保管情况")
    officer.go(officer.page.get_by_role("main").locator("form.act-form [type=submit]").first)
    walk_papers.submit(officer)

    keys = Keys(head.page)
    keys.enter(head.page.get_by_label("主导航").get_by_role("link", name="文书", exact=True))
    waiting = keys.main.locator(".tb tbody tr").filter(has_text="待签发").filter(has_text=UNIT)
    keys.enter(waiting.get_by_role("link").first)
    keys.enter(head.page.locator(".acts li.open").get_by_role("link", name="签发", exact=True))
    keys.tick(keys.main.get_by_label("我已核对主送单位"))
    keys.enter(keys.main.get_by_role("button", name="签发并送达"))
    assert "编号" in keys.said()


@pytest.mark.full
def test_an_officer_records(person):
    officer = person("990101_officer")
    officer.open("/inspections/?state=approved")
    keys = Keys(officer.page)
    keys.enter(officer.page.locator("a.row-link").last)
    keys.enter(officer.page.locator(".acts li.open").get_by_role("link", name="开始检查"))
    keys.enter(keys.main.get_by_role("button", name="开始检查"))
    for step in ("告知", "亮证"):
        keys.enter(keys.main.get_by_role("link", name=step).first)
        keys.enter(keys.main.get_by_role("button", name=f"记录{step}"))
    keys.enter(officer.page.locator(".parts li a").nth(1))
    card = officer.page.locator("section.phone").first
    keys.tick(card.locator("label.yes input"))
    expect(card.locator("label.yes input")).to_be_checked()
    expect(card).to_contain_text("已保存")
