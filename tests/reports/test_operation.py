"""What the monitor reads: alive, ready, figures; to whom; and what each fault turns."""

import shutil

import pytest
from django.db import DatabaseError
from django.utils import timezone

from archives_enforcement.documents.typesetting import fonts
from archives_enforcement.jobs import tick
from archives_enforcement.jobs.models import Job
from archives_enforcement.jobs.tasks import sweep
from reports import operation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def well(settings, tmp_path, monkeypatch):
    """A site on which all is well."""
    settings.DATA_DIR, settings.DISK_LEAST_MB = tmp_path, 1
    monkeypatch.setattr(fonts, "missing", lambda folder: [])
    tick.note()
    return monkeypatch


def figures(client) -> dict[str, str]:
    lines = client.get("/metrics").text.splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


def test_a_site_that_is_well_says_so(client):
    assert client.get("/livez").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}
    told = figures(client)
    assert (told["archives_database_up"], told["archives_jobs_due"]) == ("1", "0")
    assert int(told["archives_disk_free_bytes"]) > 0


def no_database(monkeypatch, settings):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(operation.connection, "cursor", broken)


def no_broker(monkeypatch, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"


def no_tick(monkeypatch, settings):
    (settings.DATA_DIR / "tick").unlink()


def late_tick(monkeypatch, settings):
    monkeypatch.setattr(tick, "age", lambda: operation.LATEST_TICK + 1)


def no_font(monkeypatch, settings):
    monkeypatch.setattr(fonts, "missing", lambda folder: ["fangsong"])


def full_disk(monkeypatch, settings):
    usage = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)


@pytest.mark.parametrize(
    ("fault", "figure", "value"),
    [
        (no_database, "database_up", "0"),
        (no_broker, "broker_up", "0"),
        (no_tick, "tick_age_seconds", "-1"),
        (late_tick, "tick_age_seconds", "181"),
        (no_font, "fonts_missing", "1"),
        (full_disk, "disk_free_bytes", "1000"),
    ],
)
def test_each_fault_is_seen_and_the_process_still_lives(
    client, well, settings, fault, figure, value
):
    fault(well, settings)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "not ready"})
    assert figures(client)[f"archives_{figure}"] == value
    assert client.get("/livez").status_code == 200


def test_work_that_failed_or_waits_is_counted_and_closes_nothing(client, bureau):
    now = timezone.now()
    facts = {"kind": "x", "object_id": 1, "created_at": now}
    Job.objects.create(state="failed", due_at=now, **facts)
    Job.objects.create(state="waiting", due_at=now - timezone.timedelta(minutes=5), **facts)
    told = figures(client)
    assert (told["archives_jobs_failed"], told["archives_jobs_due"]) == ("1", "1")
    assert 300 <= int(told["archives_oldest_job_seconds"]) < 360
    assert client.get("/readyz").status_code == 200


def test_the_sweep_ticks(settings):
    (settings.DATA_DIR / "tick").unlink()
    sweep()
    assert tick.age() is not None


@pytest.mark.parametrize(
    ("address", "allowed"),
    [("127.0.0.1", True), ("10.1.2.3", True), ("10.2.2.3", False), ("", False)],
)
def test_figures_are_told_to_the_monitor_alone(client, settings, address, allowed):
    settings.METRICS_ADDRESSES = ["127.0.0.1", "10.1.0.0/16"]
    answer = client.get("/metrics", REMOTE_ADDR=address)
    assert (answer.status_code == 200) is allowed
    assert client.get("/readyz", REMOTE_ADDR=address).status_code == 200


def test_the_monitor_is_known_by_the_address_the_proxy_saw(client, settings):
    settings.BEHIND_PROXY = True
    forwarded = {"X-Forwarded-For": "127.0.0.1, 203.0.113.9"}
    assert client.get("/metrics", headers=forwarded).status_code == 404
