"""What a person may do is read at once, and anew by every request."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.accounts.backends import RoleBackend
from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import ROLES
from tests import factories

ADDRESS = reverse("inspections:inspection-list")


@pytest.fixture
def person(bureau):
    return factories.make_user("person", "reviewer", bureau=bureau)


def fresh(person) -> User:
    return User.objects.get(pk=person.pk)


def test_a_role_works_from_the_next_sign_in_on_and_ends_at_once(client, person):
    client.force_login(person)
    assert client.get(ADDRESS).status_code == 200

    groups = list(person.groups.all())
    person.groups.clear()
    assert client.get(ADDRESS).url.startswith("/login/")
    client.force_login(person)
    assert client.get(ADDRESS).status_code == 403

    person.groups.set(groups)
    client.force_login(person)
    assert client.get(ADDRESS).status_code == 200


def test_roles_and_rights_and_bureau_are_two_queries(person):
    with CaptureQueriesContext(connection) as seen:
        found = RoleBackend().get_user(person.pk)
        assert found.has_perms(ROLES["reviewer"].permissions)
        assert not found.has_perm("documents.sign_document")
        assert found.role_names == ("法制审核人员",)
        assert found.bureau.name
    assert len(seen) == 2


def test_a_role_without_permissions_is_still_a_role(person):
    person.groups.set([Group.objects.create(name="见习")])
    found = fresh(person)
    assert found.role_names == ("见习",)
    assert found.get_all_permissions() == set()


def test_rights_come_with_a_post_and_in_no_other_way():
    fields = {field.name: field.related_model for field in User._meta.get_fields()}
    assert Permission not in fields.values()
    assert "is_superuser" not in fields


def test_who_left_may_do_nothing_and_is_signed_out(person):
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert RoleBackend().get_user(person.pk) is None
    assert not fresh(person).has_perm("penalties.review_case")
