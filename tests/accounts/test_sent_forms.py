"""A form sent twice is done once; both sends lead to the same page."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import sent_forms
from archives_enforcement.accounts.models import Bureau, SentForm
from tests.factories import make_bureau, make_unit, make_user
from tests.typing_in import browser_of, opened
from units.models import ContactPerson

pytestmark = pytest.mark.django_db
TYPED = {"name": "某甲", "phone": "13800000000", "post": "archivist"}


@pytest.fixture
def browser():
    return browser_of(make_user("clerk", "clerk", bureau=make_bureau()))


@pytest.fixture
def address(browser):
    unit = make_unit(Bureau.objects.get())
    return reverse("units:unit-contact-add", args=[unit.pk])


def test_the_same_form_sent_twice_is_done_once_and_leads_to_the_same_page(browser, address):
    form = opened(browser, address) | TYPED
    first, second = browser.post(address, form), browser.post(address, form)
    assert (first.status_code, second.status_code) == (302, 303)
    assert second.url == first.url
    assert sent_forms.LED in [str(message) for message in get_messages(second.wsgi_request)]
    assert ContactPerson.objects.count() == 1


def test_the_same_words_on_a_page_opened_anew_are_another_act(browser, address):
    statuses = [browser.post(address, opened(browser, address) | TYPED).status_code for _ in "ab"]
    assert statuses == [302, 302]
    assert ContactPerson.objects.count() == 2


def test_a_form_that_was_refused_may_be_sent_again(browser, address):
    form = opened(browser, address)
    assert browser.post(address, form | {"name": ""}).status_code == 422
    assert SentForm.objects.count() == 0
    assert browser.post(address, form | TYPED).status_code == 302


def test_who_comes_while_the_first_is_at_work_is_told_and_led_there(browser, address, monkeypatch):
    """Its own look found nothing yet; the table refuses the second claim."""
    form = opened(browser, address) | TYPED
    first = browser.post(address, form)
    looks = iter(["", first.url])
    monkeypatch.setattr(sent_forms.Sending, "led_to", lambda sent: next(looks))
    second = browser.post(address, form)
    assert (second.status_code, second.url) == (303, first.url)
    assert ContactPerson.objects.count() == 1


def test_if_nobody_knows_where_the_first_led_a_sentence_says_so(browser, address, monkeypatch):
    monkeypatch.setattr(sent_forms, "PATIENCE", 0)
    form = opened(browser, address) | TYPED
    browser.post(address, form)
    SentForm.objects.update(result="")
    page = browser.post(address, form)
    assert page.status_code == 422
    assert sent_forms.ALREADY in page.content.decode()
    assert TYPED["name"] in page.content.decode()
    assert ContactPerson.objects.count() == 1


def test_forms_sent_long_ago_are_forgotten(browser, address):
    browser.post(address, opened(browser, address) | TYPED)
    sent_forms.forget_old()
    assert SentForm.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        sent_forms.forget_old()
    assert SentForm.objects.count() == 0
