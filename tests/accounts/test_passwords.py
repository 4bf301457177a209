"""The rules of passwords: how mixed, how long they last, and which may not come back."""

import pytest
from django.urls import reverse

from tests.accounts.signing_in import signed_in


def change_password(client, old, new):
    page = reverse("password_change")
    return client.post(page, {"old_password": old, "new_password1": new, "new_password2": new})


@pytest.mark.parametrize(
    ("new", "mixed", "taken"),
    [
        ("drei blaue elefanten", False, True),
        ("dreiblaueelefanten", True, False),
        ("Dreiblaueelefanten7", True, True),
        ("drei blaue elefanten 7", True, True),
        ("Short 7 !", True, False),
    ],
)
def test_a_password_is_as_mixed_as_the_profile_asks(client, head, settings, new, mixed, taken):
    settings.PASSWORD_MIXED = mixed
    client.force_login(head)
    assert (change_password(client, "head", new).status_code == 302) is taken


def test_a_password_ends_and_nothing_opens_before_there_is_another(
    client, head, settings, time_machine
):
    settings.PASSWORD_DAYS = 90
    messages = reverse("notifications:message-list")
    time_machine.move_to(head.password_set_at, tick=False)
    time_machine.shift(89 * 24 * 3600)
    client.force_login(head)
    assert client.get(messages).status_code == 200
    time_machine.shift(24 * 3600)
    client.force_login(head)
    led = client.get(messages)
    assert led.url.startswith(reverse("password_change"))
    assert "密码已满 90 天" in client.get(led.url).text
    assert change_password(client, "head", "drei blaue elefanten").status_code == 302
    assert client.get(messages).status_code == 200


def test_a_password_of_the_administrators_making_is_changed_by_its_owner(
    client, three, head, settings
):
    settings.PASSWORD_DAYS = 90
    desk = signed_in(client, three[0])
    words = {"password1": "drei-blaue-elefanten", "password2": "drei-blaue-elefanten"}
    words["usable_password"] = "true"
    desk.post(reverse("admin:auth_user_password_change", args=[head.pk]), words)
    client.post(reverse("login"), {"username": "head", "password": "drei-blaue-elefanten"})
    led = client.get(reverse("notifications:message-list"))
    assert "不是您自己设的" in client.get(led.url).text
    change_password(client, "drei-blaue-elefanten", "vier-gelbe-elefanten")
    assert client.get(reverse("notifications:message-list")).status_code == 200


def test_none_of_the_last_passwords_is_taken_again(client, head, settings):
    settings.PASSWORD_HISTORY = 3
    words = ["head", *(f"{number} gelbe elefanten" for number in range(1, 5))]
    client.force_login(head)
    for old, new in zip(words, words[1:], strict=False):
        assert change_password(client, old, new).status_code == 302
    for one in words[-3:]:
        assert "最近 3 次用过" in change_password(client, words[-1], one).text
    assert all(word not in kept for kept in head.last_passwords() for word in words)
    assert len(head.former_passwords.all()) == 3
    settings.PASSWORD_HISTORY = 0
    assert change_password(client, words[-1], words[-2]).status_code == 302


def test_an_administrator_gives_no_former_password_either(client, three, head, settings):
    settings.PASSWORD_HISTORY = 3
    desk = signed_in(client, three[0])
    url = reverse("admin:auth_user_password_change", args=[head.pk])
    for word, taken in (("vier-gelbe-elefanten", True), ("vier-gelbe-elefanten", False)):
        answer = desk.post(url, {"password1": word, "password2": word, "usable_password": "true"})
        assert (answer.status_code == 302) is taken
