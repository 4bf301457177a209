"""离线 through the pages: what is given out, and how acts are answered."""

import json
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files import store
from inspections.models import OfflineAct
from inspections.queries import offline as queries
from tests import factories
from tests.inspections import on_site

START = {"arrived_at": "14:05", "place": "示例路9号"}


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer, on=timezone.localdate())


@pytest.fixture
def device(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def taken(device, visit):
    """What the device of the officer was given."""
    return prepare(device, visit).json()


def prepare(client, visit):
    return client.post(reverse("inspections:offline-prepare", args=[visit.pk]))


def send(client, taken, kind, data, *, file=None, **more):
    act = {"uuid": str(uuid.uuid4()), "kind": kind, "at": timezone.now().isoformat(), "data": data}
    body = {"act": json.dumps(act | more)} | ({"file": file} if file else {})
    return client.post(taken["url"], body)


def item(visit, code="2-02"):
    return str(visit.checklist.items.get(code=code).pk)


def test_the_visit_is_given_out_with_owner_and_end(taken, visit, officer):
    assert (taken["visit"], taken["user"]["key"]) == (visit.pk, officer.pk)
    assert taken["unit"]["name"] == str(visit.unit)
    assert timezone.datetime.fromisoformat(taken["until"]) > timezone.now()


def test_who_may_not_take_it_along_reads_why(client, visit, bureau):
    client.force_login(factories.make_officer("outsider", bureau))
    answer = prepare(client, visit)
    assert answer.status_code == 422
    assert "您不是这次检查的执法人员" in answer.json()["why"]


@pytest.mark.parametrize(("state", "offered"), [("approved", True), ("pending", False)])
def test_the_page_of_the_visit_offers_it_in_time(device, visit, state, offered):
    type(visit).objects.filter(pk=visit.pk).update(state=state)
    page = device.get(visit.get_absolute_url()).content.decode()
    assert ("data-offline" in page) is offered


def test_the_page_offers_it_to_the_team_alone(client, visit, bureau):
    client.force_login(factories.make_officer("outsider", bureau))
    assert "data-offline" not in client.get(visit.get_absolute_url()).content.decode()


def test_acts_are_answered_as_done(device, taken, visit):
    assert send(device, taken, "start", START).json() == {"status": "done"}
    for step in ("inform", "show"):
        told = {"step": step, "at": START["arrived_at"]}
        assert send(device, taken, "step", told).json()["status"] == "done"
    data = {"key": item(visit), "result": "fails", "facts": "灭火器过期"}
    answer = send(device, taken, "item", data).json()
    row = visit.results.get()
    assert answer == {"status": "done", "seen": queries.seen(row)}
    photo = {"key": item(visit), "name": "东墙.png"}
    sha256 = store.digest(on_site.PNG)
    sent = {"file": on_site.picture("东墙.png"), "sha256": sha256}
    assert send(device, taken, "photo", photo, **sent).json() == {"status": "done"}
    kept = queries.shown(row, visit.drafted_by)["photos"]
    assert [file["name"] for file in kept] == ["证据 1 号　东墙.png"]


def test_a_conflict_brings_the_other_version(device, taken, visit, second_officer):
    send(device, taken, "start", START)
    data = {"key": item(visit), "result": "fails", "facts": "灭火器过期"}
    visit.results.create(
        item_id=item(visit), result="conforms", facts="均在有效期", recorded_by=second_officer
    )
    answer = send(device, taken, "item", data)
    assert (answer.status_code, answer.json()["status"]) == (409, "conflict")
    assert answer.json()["theirs"]["facts"] == "均在有效期"


def test_a_refusal_says_why_and_a_broken_file_is_asked_for_again(device, taken, visit):
    refused = send(device, taken, "item", {"key": item(visit), "result": "fails"})
    assert (refused.status_code, refused.json()["status"]) == (422, "refused")
    assert "已批准" in refused.json()["why"]
    data = {"key": item(visit), "name": "东墙.png"}
    broken = send(device, taken, "photo", data, file=on_site.picture(), sha256="0" * 64)
    assert (broken.status_code, broken.json()) == (422, {"status": "resend"})


def test_who_lost_the_permission_sends_nothing(device, taken, visit, officer):
    officer.groups.clear()
    factories.give(officer, "view_inspection")
    device.force_login(officer)
    assert send(device, taken, "start", START).status_code == 403


@pytest.mark.parametrize(
    "act",
    [
        "", "{", "[]", "null", '{"uuid": "x"}',
        '{"uuid": "%s", "kind": "start", "at": "2026-01-01T00:00:00", "data": {}}',
        '{"uuid": "%s", "kind": "start", "at": "0001-01-01T00:00:00+00:00", "data": {}}',
        '{"uuid": "%s", "kind": "start", "at": "2026-01-01T00:00:00+00:00", "data": []}',
        '{"uuid": "%s", "kind": "start", "at": 5, "data": {}}',
        '{"uuid": "%s", "kind": "start", "at": "2026-01-01T00:00:00Z", "data": {"a": "\\u0000"}}',
        '{"uuid": "%s", "kind": "start", "at": "2026-01-01T00:00:00Z", "data": {"a": "\\ud83d"}}',
        "[" * 50_000,
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_nothing_breaks(device, taken, act):
    body = act % uuid.uuid4() if "%s" in act else act
    answer = device.post(taken["url"], {"act": body})
    assert (answer.status_code, answer.json()["status"]) == (422, "refused")
    assert not OfflineAct.objects.exists()


def test_another_officer_of_the_team_finds_no_bundle(client, taken, second_officer, officer):
    client.force_login(second_officer)
    assert client.get(taken["url"]).status_code == 404
    assert send(client, taken, "start", START).status_code == 404
    client.force_login(officer)
    assert client.get(taken["url"]).status_code == 200


def test_an_act_needs_the_token_of_the_session(taken, officer):
    device = Client(enforce_csrf_checks=True)
    device.force_login(officer)
    assert send(device, taken, "start", START).status_code == 403
    token = device.get(taken["url"]).json()["token"]
    act = {"uuid": str(uuid.uuid4()), "kind": "start", "at": timezone.now().isoformat()}
    body = {"act": json.dumps(act | {"data": START})}
    assert device.post(taken["url"], body, headers={"X-CSRFToken": token}).status_code == 200
