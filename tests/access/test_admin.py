"""The administration is one area: people, certificates, law and calendars, never a case."""

import pytest
from django.contrib import admin
from django.urls import get_resolver, reverse

from tests.access.canaries import may_read
from tests.access.people import PERSONS
from tests.access.test_models import SCOPED
from tests.access.walking import ask

pytestmark = pytest.mark.django_db

# All that is registered: accounts, and data that is the same for all.
REGISTERED = {
    "accounts.Bureau",
    "accounts.User",
    "accounts.Certificate",
    "accounts.Deputation",
    "accounts.Grant",
    "accounts.Party",
    "accounts.SecondFactor",
    "documents.Wording",
    "legislation.Law",
    "legislation.LawVersion",
    "legislation.Article",
    "workdays.Holiday",
    "workdays.TimeLimit",
    "workdays.LocalTerm",
    "penalties.Benchmark",
    "penalties.BenchmarkRow",
    "penalties.Factor",
    "penalties.HearingThreshold",
    "penalties.ReviewQualification",
    "penalties.LocalClause",
    "penalties.Tier",
    "penalties.Violation",
    "supervision.Content",
    "supervision.Ground",
    "supervision.Issuer",
    "supervision.ScoreItem",
}
OF_ADMINISTRATION = {
    "accounts.Bureau", "accounts.Certificate", "accounts.Deputation", "accounts.Grant",
    "accounts.Party", "accounts.SecondFactor",
    "penalties.Benchmark", "penalties.BenchmarkRow", "penalties.Factor",
    "penalties.HearingThreshold", "penalties.LocalClause", "penalties.ReviewQualification",
    "penalties.Tier", "supervision.Issuer",
    "workdays.LocalTerm",
}  # fmt: skip
OTHERS = [person for person in PERSONS if person not in "-m"]


def lists() -> list[str]:
    names = [label.lower().replace(".", "_") for label in REGISTERED]
    return [reverse(f"admin:{name}_changelist") for name in names]


def adding() -> list[str]:
    return [f"{url}add/" for url in lists()]


def test_exactly_these_models_are_registered():
    assert {model._meta.label for model in admin.site._registry} == set(REGISTERED)


def test_no_record_of_enforcement_is_registered():
    assert set(SCOPED) & set(REGISTERED) == OF_ADMINISTRATION


def test_who_has_not_signed_in_is_sent_to_sign_in(world):
    for url in (reverse("admin:index"), *lists(), *adding()):
        answer = ask(None, "GET", url)
        entrances = (f"/login/?next={url}", f"/admin/login/?next={url}")
        assert answer.status == 302
        assert answer.location in entrances


@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_comes_in(world, person):
    user = world.users[person]
    for url in (reverse("admin:index"), *lists(), *adding()):
        for method in ("GET", "POST"):
            answer = ask(user, method, url)
            assert (answer.status, answer.location) == (302, f"/admin/login/?next={url}")
            assert (answer.canaries, answer.written) == (set(), set())


def test_the_administrator_sees_the_index_and_every_list(world):
    answers = [ask(world.users["m"], "GET", url) for url in (reverse("admin:index"), *lists())]
    assert [answer.status for answer in answers] == [200] * len(answers)
    shown = set().union(*(answer.canaries for answer in answers))
    assert {(side, kind) for side, kind in shown if not may_read("m", side, kind)} == set()


def test_every_other_address_of_the_administration_belongs_to_a_registered_model():
    """No page was added beside the models without a test of its own."""
    names = {label.lower().replace(".", "_") for label in REGISTERED}
    _, inner = get_resolver().namespace_dict["admin"]
    own = {
        "index", "login", "logout", "password_change", "password_change_done", "autocomplete",
        "jsi18n", "view_on_site", "app_list",
    }  # fmt: skip
    found = {name for name in inner.reverse_dict if isinstance(name, str)} - own
    assert {name for name in found if name.rpartition("_")[0] not in names} == {
        "auth_user_password_change"
    }
