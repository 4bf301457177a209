from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.urls import reverse

from archives_enforcement.accounts import roles, services
from archives_enforcement.accounts.models import Certificate, Grant, User
from archives_enforcement.accounts.services import people
from tests import factories


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (date(2021, 1, 1), True),
        (date(2030, 12, 31), True),
        (date(2020, 12, 31), False),
        (date(2031, 1, 1), False),
    ],
)
def test_a_certificate_counts_from_its_first_to_its_last_day(officer, day, valid):
    assert Certificate.objects.valid_on(day).filter(user=officer).exists() is valid


def test_a_withdrawn_certificate_no_longer_counts(officer):
    officer.certificates.update(withdrawn_on=date(2024, 5, 1))
    valid = [
        Certificate.objects.valid_on(day).exists() for day in (date(2024, 4, 30), date(2024, 5, 1))
    ]
    assert valid == [True, False]


def test_a_person_acts_for_a_party_only_while_the_grant_lasts(bureau):
    party = factories.make_party(bureau)
    contact = factories.make_contact("c", party)
    assert contact.party_ids == (party.pk,)
    contact.grants.update(valid_to=date(2022, 1, 1))
    assert User.objects.get(pk=contact.pk).party_ids == ()


def test_staff_of_a_bureau_act_for_no_party(bureau, officer):
    party = factories.make_party(bureau)
    grant = Grant(user=officer, party=party, valid_from=date(2024, 1, 1))
    with pytest.raises(ValidationError, match="不能代表被检查单位"):
        grant.clean()
    grant.save()
    assert User.objects.get(pk=officer.pk).party_ids == ()


def test_every_permission_in_the_table_of_roles_exists(db):
    assert services.sync_roles() == len(roles.ROLES)


def test_an_unknown_permission_stops_the_update(db, monkeypatch):
    wrong = {"head": roles.Role("机关负责人", ("accounts.no_such_thing",))}
    monkeypatch.setattr(people, "ROLES", wrong)
    with pytest.raises(ImproperlyConfigured, match="no_such_thing"):
        services.sync_roles()


def test_officers_are_listed_with_what_their_certificate_is_worth_today(client, officer, clerk):
    client.force_login(clerk)
    officer.certificates.update(valid_to=date(2024, 1, 1), valid_from=date(2023, 1, 1))
    page = client.get(reverse("accounts:officer-list"))
    assert "证-officer" in page.text
    assert "无效" in page.text


@pytest.mark.parametrize("username", ["nobody", "head"])
def test_a_wrong_password_is_told_without_saying_which_half_is_wrong(client, head, username):
    page = client.post(reverse("login"), {"username": username, "password": "wrong"})
    (error,) = page.context["form"].non_field_errors()
    assert "用户名" in error
    assert "密码" in error


def test_after_five_wrong_passwords_the_door_is_closed(client, head, settings):
    settings.AXES_ENABLED = True
    for _ in range(5):
        page = client.post(reverse("login"), {"username": "head", "password": "wrong"})
    assert page.status_code == 429
    right = client.post(reverse("login"), {"username": "head", "password": "head"})
    assert right.status_code == 429
