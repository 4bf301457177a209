"""When a session ends on the server, and what is said then."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.urls import reverse

from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import ROLES
from tests import factories

LOGIN, PAGE = reverse("login"), reverse("session")
START = "2026-11-27 09:00+08:00"


@pytest.fixture(autouse=True)
def limits(settings, time_machine):
    settings.SESSION_IDLE_MINUTES, settings.SESSION_HOURS = 30, 12
    time_machine.move_to(START, tick=False)
    return time_machine


def sign_in(client, person):
    client.post(LOGIN, {"username": person.username, "password": person.username})
    assert client.get(PAGE).status_code == 200
    return client


def is_out(client) -> bool:
    return client.get(PAGE).status_code == 302


@pytest.mark.parametrize(("minutes", "out"), [(29, False), (30, True)])
def test_half_an_hour_without_a_request_ends_it(client, head, limits, minutes, out):
    sign_in(client, head)
    limits.shift(minutes * 60)
    assert is_out(client) is out
    assert Session.objects.exists() is not out  # nothing is left that could be taken up again


def test_however_busy_it_ends_after_twelve_hours(client, head, limits):
    sign_in(client, head)
    for _ in range(28):
        limits.shift(25 * 60)
        assert not is_out(client)
    limits.shift(20 * 60)
    assert is_out(client)


def test_the_cookie_changes_with_the_sign_in_and_the_old_one_opens_nothing(client, head):
    client.get(LOGIN)
    session = client.session
    session["before"] = "planted"
    session.save()
    planted = client.cookies["session"] = session.session_key
    sign_in(client, head)
    assert client.cookies["session"].value != planted
    stranger = type(client)()
    stranger.cookies["session"] = planted
    assert is_out(stranger)


def test_signing_out_ends_it_on_the_server(client, head):
    copied = sign_in(client, head).cookies["session"].value
    client.post(reverse("logout"))
    client.cookies["session"] = copied
    assert is_out(client)
    assert not Session.objects.exists()


def change_password(person):
    person.set_password("another")
    person.save()


def twice(change):
    """A change and the same change back: what was ended by the first does not come back."""

    def done(person):
        change(person, False)
        change(person, True)

    return done


def once(change):
    """Posts are told from each other, not counted: with the old ones back nothing has changed."""
    return lambda person: change(person, False)


def state(person, value):
    person.is_active = value
    person.save(update_fields=["is_active"])


def staff(person, value):
    person.is_staff = not value
    person.save()


def post(person, value):
    held = Group.objects.get(name=ROLES["clerk"].label)
    (person.groups.remove if value else person.groups.add)(held)


def through_the_post(person, value):
    held = Group.objects.get(name=ROLES["clerk"].label)
    held.user_set.remove(person) if value else held.user_set.add(person)


def cleared(person, value):
    if not value:
        person.groups.clear()


@pytest.mark.parametrize(
    "change",
    [change_password, *map(twice, (state, staff)), *map(once, (post, through_the_post, cleared))],
    ids=["password", "state", "staff", "post", "by the post", "cleared"],
)
def test_a_change_of_the_account_ends_every_session(client, head, change):
    sign_in(client, head)
    change(User.objects.get(pk=head.pk))
    assert is_out(client)


def test_an_old_copy_of_the_person_brings_no_session_back(client, head):
    old = User.objects.get(pk=head.pk)
    sign_in(client, head)
    post(User.objects.get(pk=head.pk), False)
    old.phone = "1"
    old.save()
    assert is_out(client)


def test_a_change_of_the_telephone_ends_none(client, head):
    sign_in(client, head)
    person = User.objects.get(pk=head.pk)
    person.phone = "1"
    person.save()
    assert not is_out(client)


def test_the_administration_ends_them_too(client, head, bureau):
    keeper = factories.make_user("keeper", "administrator", is_staff=True)
    sign_in(client, head)
    desk = type(client)()
    desk.force_login(keeper)
    facts = {"username": "head", "name": "丁", "bureau": bureau.pk, "employer": "", "phone": ""}
    posts = [factories.post_of("clerk")]
    page = reverse("admin:accounts_user_change", args=[head.pk])
    assert desk.post(page, {**facts, "groups": posts, "is_active": "on"}).status_code == 302
    assert is_out(client)


# What is said then.
def test_who_comes_back_is_told_and_led_to_where_he_was(client, head, limits):
    sign_in(client, head)
    limits.shift(3600)
    answer = client.get(reverse("accounts:deputation-list"), follow=True)
    assert "您的登录已经结束" in answer.text and "没有办理" not in answer.text
    typed = {"username": "head", "password": "head", "next": answer.context["next"]}
    assert client.post(LOGIN, typed).url == reverse("accounts:deputation-list")


@pytest.mark.parametrize(
    ("referer", "leads_to"),
    [
        ("http://testserver/inspections/1/?page=2", "/inspections/1/?page=2"),
        ("https://elsewhere.example/inspections/", "/messages/read/"),
        ("", "/messages/read/"),
    ],
)
def test_a_form_that_came_too_late_is_said_not_to_have_been_done(
    client, head, limits, referer, leads_to
):
    sign_in(client, head)
    limits.shift(3600)
    answer = client.post("/messages/read/", headers={"Referer": referer}, follow=True)
    assert "没有办理" in answer.text
    assert answer.context["next"] == leads_to


def test_who_was_never_in_is_not_told_that_it_ended(client, db):
    assert "登录已经结束" not in client.get(PAGE, follow=True).text
