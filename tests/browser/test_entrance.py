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
