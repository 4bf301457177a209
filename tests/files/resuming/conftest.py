"""A form of a visit that takes files in parts, and an officer who sends them."""

import pytest
from django.urls import reverse

from archives_enforcement.files import store
from tests.files.films import FILM, PART
from tests.inspections import on_site

PURPOSE = "执法过程录音录像"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)


@pytest.fixture
def address(visit):
    return reverse("inspections:inspection-evidence-add", args=[visit.pk])


@pytest.fixture
def begin(client, address, officer):
    client.force_login(officer)

    def send(content=FILM, *, name="全程.mp4", at=address, **changes):
        told = {
            "Upload-Length": len(content),
            "Upload-Name": name,
            "Upload-Digest": store.digest(content),
        }
        headers = {key: str(value) for key, value in (told | changes).items()}
        return client.post(at, headers=headers)

    return send


@pytest.fixture
def bring(client, address):
    def send(key, offset, content, at=address):
        return client.patch(
            f"{at}?upload={key}", content, "application/octet-stream",
            headers={"Upload-Offset": str(offset)},
        )  # fmt: skip

    return send


@pytest.fixture
def brought(begin, bring):
    """All parts of a file, one after another."""

    def send(content=FILM, **facts):
        key = begin(content, **facts).json()["upload"]
        for start in range(0, len(content), PART):
            answer = bring(key, start, content[start : start + PART])
            assert answer.status_code == 200, answer.content
        return key

    return send


@pytest.fixture
def submit(client, address):
    def send(*keys, **more):
        sent = {"purpose": PURPOSE, "on": on_site.DAY, "resumed-uploads": keys}
        return client.post(address, sent | more)

    return send
