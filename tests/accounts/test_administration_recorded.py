"""What administrators change by hand stands in the trail, beside Django's own history."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import DatabaseError
from django.urls import reverse

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.audit.admin import Recorded
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays.models import Holiday
from tests import factories

# Who else may be written there: by a service or a note of its own, each of which records.
BY_A_SERVICE = {"User", "Deputation", "SecondFactor", "Wording", "LocalClause"}


@pytest.fixture
def desk(client, db):
    client.force_login(factories.make_user("keeper", "administrator", is_staff=True))
    return client


def typed(bureau, **more):
    names = ("name", "short_name", "code", "document_word", "address", "phone")
    return {name: getattr(bureau, name) for name in names} | {"parent": ""} | more


def change_of(bureau):
    return reverse("admin:accounts_bureau_change", args=[bureau.pk])


def test_every_administration_that_writes_is_recorded(rf, db):
    request = rf.get("/admin/")
    request.user = factories.make_user("keeper", "administrator", is_staff=True)
    kept = {model.__name__: each for model, each in admin.site._registry.items()}
    writes = {
        name
        for name, each in kept.items()
        if each.has_add_permission(request) or each.has_change_permission(request)
    }
    deletes = {name for name, each in kept.items() if each.has_delete_permission(request)}
    assert {name for name in writes if not isinstance(kept[name], Recorded)} == BY_A_SERVICE
    assert deletes <= BY_A_SERVICE


def test_a_change_of_a_bureau_is_an_entry_in_its_own_chain(desk, bureau):
    assert desk.post(change_of(bureau), typed(bureau, phone="022-1")).status_code == 302
    entry = AuditEntry.objects.get(action="administration_change")
    assert (entry.target, entry.bureau_code, entry.actor.username) == (
        bureau, bureau.code, "keeper",
    )  # fmt: skip
    assert "联系电话" in entry.note


def test_what_is_added_is_an_entry_of_the_platform(desk):
    facts = {"day": "2031-05-01", "kind": "off", "name": "劳动节", "source": "示例通知"}
    assert desk.post(reverse("admin:workdays_holiday_add"), facts).status_code == 302
    entry = AuditEntry.objects.get(action="administration_add")
    assert (entry.target, entry.bureau_code) == (Holiday.objects.get(day="2031-05-01"), "platform")


def test_without_its_entry_nothing_is_changed(desk, bureau, monkeypatch):
    def refused(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(trail, "_chained", refused)
    desk.raise_request_exception = False
    assert desk.post(change_of(bureau), typed(bureau, phone="022-1")).status_code == 503
    assert not Bureau.objects.filter(phone="022-1").exists()
    assert not LogEntry.objects.exists()
