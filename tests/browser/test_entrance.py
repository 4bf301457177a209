"""The door of the system, as people see it."""

import pytest

from tests.browser.browser import DESK, PHONE, TABLET, accessibility_faults

PEOPLE = ("990101_clerk", "990101_head", "unit_contact")


@pytest.mark.parametrize("viewport", [DESK, TABLET, PHONE], ids=["desk", "tablet", "phone"])
def test_the_sign_in_page_keeps_the_accessibility_rules_and_fits_the_screen(visit, viewport):
    page = visit("/login/", viewport=viewport)
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_the_sign_in_page_can_be_used_with_the_keyboard_alone(visit, site):
    page = visit("/login/")
    page.focus("[name=username]")
    page.keyboard.type("990101_clerk")
    page.keyboard.press("Tab")
    page.keyboard.type(site.sign_ins()["990101_clerk"])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login/" not in url)


def test_a_wrong_password_is_explained_and_lets_nobody_in(visit):
    page = visit("/login/")
    page.fill("[name=username]", "990101_clerk")
    page.fill("[name=password]", "wrong")
    page.click("form [type=submit]")
    assert "/login/" in page.url
    assert page.locator("[role=alert], .errorlist, .invalid-feedback").first.inner_text() != ""


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("username", PEOPLE)
def test_the_first_page_of_a_person_keeps_the_accessibility_rules(sign_in, username, viewport):
    page = sign_in(username, viewport=viewport)
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def follow(page, link):
    """Who was given the link sets a password in a browser of his own."""
    for name in ("password", "again"):
        page.fill(f"[name={name}]", "zhi-you-ta-zhi-dao-26")
    assert accessibility_faults(page) == []
    page.click("form.act-form [type=submit]")
    page.wait_for_url(lambda url: url != link)


def test_a_lost_password_and_a_first_one_are_set_by_a_link(sign_in, visit):
    manager = sign_in("unit_contact")
    manager.click("a:has-text('看人员')")
    manager.click("a:has-text('重设登录')")
    manager.click("form.act-form [type=submit]")
    assert accessibility_faults(manager) == []
    link = manager.input_value("#link")
    phone = visit(link, viewport=PHONE)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    follow(phone, link)
    assert "新密码已设好" in phone.inner_text("body")
    sign_in_again(phone, "unit_archivist")
    manager.click("a:has-text('返回')")
    manager.click("a:has-text('邀请人员')")
    manager.fill("[name=name]", "王五")
    manager.click("form.act-form [type=submit]")
    link = manager.input_value("#link")
    guest = visit(link, viewport=PHONE)
    guest.fill("[name=username]", "unit_guest")
    follow(guest, link)


def sign_in_again(page, username):
    page.fill("[name=username]", username)
    page.fill("[name=password]", "zhi-you-ta-zhi-dao-26")
    page.click("form [type=submit]")
    page.wait_for_url(lambda url: "/login/" not in url)
