"""Nobody saves over what somebody else saved since the page was opened."""

import pytest
from django.urls import reverse

from archives_enforcement import meanwhile
from tests.factories import make_bureau, make_unit, make_user
from tests.typing_in import browser_of, opened, sent_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return make_unit(make_bureau())


@pytest.fixture
def browsers(unit):
    bureau = unit.party.bureau
    return [browser_of(make_user(name, "clerk", bureau=bureau)) for name in ("first", "second")]


@pytest.fixture
def address(unit):
    return reverse("units:unit-edit", args=[unit.pk])


def seen_on(page) -> dict[str, list[str]]:
    return {meanwhile.FIELD: sent_from(page)[meanwhile.FIELD]}


def test_the_second_is_told_what_changed_and_keeps_what_he_typed(browsers, address, unit):
    first, second = ((browser, opened(browser, address)) for browser in browsers)
    assert first[0].post(address, first[1] | {"phone": "000-11111111"}).status_code == 302
    page = second[0].post(address, second[1] | {"address": "示例路二号"})
    assert page.status_code == 422
    told = page.content.decode()
    assert meanwhile.SINCE in told
    assert "“联系电话”现在是“000-11111111”" in told
    assert "示例路二号" in told
    unit.refresh_from_db()
    assert unit.phone == "000-11111111"


def test_told_once_he_may_save(browsers, address, unit):
    first, second = ((browser, opened(browser, address)) for browser in browsers)
    first[0].post(address, first[1] | {"phone": "000-11111111"})
    form = second[1] | {"phone": "000-22222222"}
    page = second[0].post(address, form)
    assert second[0].post(address, form | seen_on(page)).status_code == 302
    unit.refresh_from_db()
    assert unit.phone == "000-22222222"


def test_a_slip_of_the_pen_does_not_hide_what_changed(browsers, address):
    """The page shown again after a mistake still says what was seen at first."""
    first, second = ((browser, opened(browser, address)) for browser in browsers)
    page = second[0].post(address, second[1] | {"name": ""})
    assert page.status_code == 422
    first[0].post(address, first[1] | {"phone": "000-11111111"})
    assert second[0].post(address, second[1] | seen_on(page)).status_code == 422


def test_one_after_the_other_both_are_saved(browsers, address):
    statuses = [
        browser.post(address, opened(browser, address) | {"phone": phone}).status_code
        for browser, phone in zip(browsers, ("000-11111111", "000-22222222"), strict=True)
    ]
    assert statuses == [302, 302]
