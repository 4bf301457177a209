"""Two people of one unit answer one problem at the same time: one answer is taken, none is lost."""

import re

import pytest

from tests.browser import browser

FIRST, SECOND = "已买温湿度计，每天记录两次。", "库房已装自动记录仪，昨天开始用。"


@pytest.mark.full
def test_who_comes_second_sees_both_texts_and_so_does_the_bureau(person):
    one, two = person("unit_contact", browser.PHONE), person("unit_archivist", browser.PHONE)
    for who, text in ((one, FIRST), (two, SECOND)):
        who.open("/")
        who.follow("回复第", who.page.locator("article.prob").filter(has_text="温湿度记录"))
        who.tick("已经改好")
        who.fill(text=text)
    assert "已提交" in one.send("提交回复")
    assert "已经有人提交了另一份回复" in two.send("提交回复")
    said = two.reads()
    assert FIRST in said and SECOND in said
    finding = re.search(r"/findings/(\d+)/", two.page.url)[1]
    officer = person("990101_officer")
    officer.open(f"/inspections/findings/{finding}/")
    shown = officer.reads()
    assert FIRST in shown and SECOND in shown and "同时提交，未采用" in shown
