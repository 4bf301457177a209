"""Two sends at the very same moment, each on a connection of its own.

Every form of the site goes through the same in `tests/faults/test_in_pairs.py`.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.urls import reverse

from tests.factories import make_bureau, make_unit, make_user
from tests.typing_in import browser_of, opened
from units.models import ContactPerson, Unit

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PAIRS = 10
DONE, AGAIN, REFUSED = 302, 303, 422


def at_once(*sends) -> list[int]:
    """The statuses of these posts, all begun together."""
    ready = threading.Barrier(len(sends), timeout=20)

    def send(post):
        browser, address, form = post
        ready.wait()
        try:
            return browser.post(address, form).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(sends)) as people:
        return sorted(people.map(send, sends))


@pytest.fixture
def unit():
    return make_unit(make_bureau())


@pytest.fixture
def browsers(unit):
    bureau = unit.party.bureau
    return [browser_of(make_user(name, "clerk", bureau=bureau)) for name in ("first", "second")]


def test_the_same_form_twice_at_once_is_done_once(unit, browsers):
    address = reverse("units:unit-contact-add", args=[unit.pk])
    for number in range(1, PAIRS + 1):
        form = opened(browsers[0], address) | {"name": f"某{number}", "post": "archivist"}
        assert at_once(*[(browsers[0], address, form)] * 2) == [DONE, AGAIN]
        assert ContactPerson.objects.count() == number


def test_of_two_changes_at_once_the_second_is_told(unit, browsers):
    address = reverse("units:unit-edit", args=[unit.pk])
    for number in range(PAIRS):
        sends = [
            (browser, address, opened(browser, address) | {"phone": f"000-{number}{who}"})
            for who, browser in enumerate(browsers)
        ]
        assert at_once(*sends) == [DONE, REFUSED]
    assert Unit.objects.get().phone.startswith(f"000-{PAIRS - 1}")
