"""A form that changes a record shows the same however late on the day it is opened."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from tests.access.hostile_input import request
from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import address

pytestmark = pytest.mark.django_db
SEEN = re.compile(r'name="seen_before" value="([^"]*)"')
LEAST = 60  # pages that change a record


def seen_on(world, row) -> str:
    letter = next(letter for letter in PERSONS if row.sign(letter) == "y")
    user = world.users.get(letter) or AnonymousUser()
    session = world.sessions.get(letter, "")
    page, _ = request(user, session, "GET", address(row, world.records), b"", "", {})
    found = SEEN.search(page.content.decode(errors="ignore")) if not page.streaming else None
    return found[1] if found else ""


@pytest.mark.full
def test_only_the_record_changes_what_a_form_shows(world):
    rows = [row for row in TABLE if row.how == "ACT" and any(map(row.sign, PERSONS))]
    rows = [row for row in rows if any(row.sign(letter) == "y" for letter in PERSONS)]
    first = {str(row): seen_on(world, row) for row in rows}
    with time_machine.travel(timezone.now() + timedelta(minutes=95)):
        changed = [str(row) for row in rows if seen_on(world, row) != first[str(row)]]
    assert changed == []
    assert len({row.page for row in rows if first[str(row)]}) >= LEAST
