"""Whoever guesses at the door learns nothing, and keeps nobody else out."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse

from archives_enforcement.accounts.models import User
from tests import factories

LOGIN, PAGE = reverse("login"), reverse("session")
START = "2026-11-27 09:00+08:00"


@pytest.fixture(autouse=True)
def limits(settings, time_machine):
    settings.SESSION_IDLE_MINUTES, settings.SESSION_HOURS = 30, 12
    time_machine.move_to(START, tick=False)
    return time_machine


def guess(client, username):
    page = client.post(LOGIN, {"username": username, "password": "wrong"})
    lines = page.text.replace(username, "…").splitlines()
    return page.status_code, [line for line in lines if "csrfmiddlewaretoken" not in line]


def test_a_guess_learns_nothing_of_who_exists(client, bureau, settings, monkeypatch):
    """Neither by what is answered nor by the time it takes: each guess runs the hasher once."""
    settings.AXES_ENABLED = True
    factories.make_user("qq-known", "head", bureau=bureau)
    factories.make_user("qq-gone", "clerk", is_active=False)
    User.objects.create_user("qq-none", name="without a password")
    runs, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *one: runs.append(1) or encode(*one))
    seen = []
    for username in ("qq-known", "qq-nobody", "qq-gone", "qq-none"):
        runs.clear()
        visitor = type(client)()
        seen.append(([guess(visitor, username) for _ in range(6)], len(runs)))
    assert all(one == seen[0] for one in seen)
    assert seen[0][1] == 5  # the sixth is not even looked at


def test_the_victim_of_guesses_signs_in_from_another_address(client, head, settings):
    settings.AXES_ENABLED = settings.BEHIND_PROXY = True
    wrong, right = {"username": "head", "password": "no"}, {"username": "head", "password": "head"}
    for _ in range(5):
        client.post(LOGIN, wrong, headers={"X-Forwarded-For": "10.0.0.1"})
    for door in (LOGIN, reverse("admin:login")):
        closed = client.post(door, right, headers={"X-Forwarded-For": "10.0.0.1"})
        assert closed.status_code == 429
    opened = client.post(LOGIN, right, headers={"X-Forwarded-For": "10.0.0.2"})
    assert opened.status_code == 302
