"""离线: the frame that stays on the device, what it runs, and what clears it."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from archives_enforcement import headers
from tests import factories
from tests.inspections import on_site


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer, on=timezone.localdate())


@pytest.fixture
def device(client, officer):
    client.force_login(officer)
    return client


def test_the_frame_kept_on_the_device_is_the_same_for_all_and_holds_no_token(device, visit, client):
    first = device.get(reverse("inspections:offline"))
    factories.give(visit.approved_by, "record_inspection")
    client.force_login(visit.approved_by)
    second = client.get(reverse("inspections:offline"))
    assert first.content == second.content
    assert b"csrf" not in first.content.lower()
    assert str(visit.unit).encode() not in first.content


def test_the_frame_runs_nothing_but_the_sites_own_files(device):
    page = device.get(reverse("inspections:offline"))
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert not {"worker-src", "connect-src", "script-src"} & set(re.split(r"[ ;]+", policy))
    assert not re.search(rb"<script(?![^>]*src=)|<style| style=| on\w+=", page.content)


def test_the_worker_may_serve_the_frame_and_nothing_else():
    found = {}
    headers.of_static_file(found, "", "/static/js/offline/worker.0a1b2c.js")
    assert found == {"Service-Worker-Allowed": reverse("inspections:offline")}
    headers.of_static_file(other := {}, "", "/static/js/offline/page.js")
    assert other == {}


def test_sign_out_clears_the_device(device):
    assert device.post(reverse("logout")).headers["Clear-Site-Data"] == '"storage"'


def test_the_frame_names_every_module_that_it_runs(device):
    """What is not named is not kept on the device."""
    folder = settings.BASE_DIR / "static" / "js" / "offline"
    needed, waiting = set(), ["page.js"]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        imports = re.findall(r'from "\./(\w+\.js)"', (folder / name).read_text())
        waiting += set(imports) - needed
    page = device.get(reverse("inspections:offline")).content.decode()
    assert set(re.findall(r"/js/offline/(\w+\.js)", page)) == needed
