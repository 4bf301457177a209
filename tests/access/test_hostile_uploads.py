"""Hostile files through every door: refused in words, or kept and inert; never an error of ours."""

import logging

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import RequestFactory
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from tests.access.forms_shown import forms_on
from tests.access.hostile_input import MULTIPART, caught, multipart
from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import address, site
from tests.files.hostile_files import corpus

pytestmark = pytest.mark.django_db

LEAST, LEAST_DOORS = 200, 40
# The doors of different sorts, each asked with all of them: evidence, a unit's reply, a list to
# bring in, a workbook of benchmarks, a paper to be verified, a seal, what the public sends, a scan.
SORTS = (
    "inspections:inspection-evidence-add", "inspections:portal-finding-reply", "units:unit-import",
    "penalties:benchmark-import", "verification:file", "documents:seal-register", "tips:send",
    "documents:document-scan", "publicity:officer-photo",
)  # fmt: skip
EACH = 12  # files through each other door
SAFE = {
    "image/jpeg", "image/png", "application/pdf", "application/ofd",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "video/mp4", "audio/mpeg",
}  # fmt: skip


@pytest.fixture(autouse=True)
def quiet(world):
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


class Doors:
    def __init__(self, world):
        self.world, self.faults, self.sent, self.kept = world, [], 0, 0

    def person(self, row):
        return next((letter for letter in PERSONS if row.sign(letter) == "y"), None)

    def request(self, row, method, url, body=b"", kind=MULTIPART):
        letter = self.person(row)
        made = RequestFactory().generic(method, url, body, content_type=kind)
        made.COOKIES[settings.SESSION_COOKIE_NAME] = self.world.sessions.get(letter, "")
        made._dont_enforce_csrf_checks = True
        made._cached_user = self.world.users.get(letter) or AnonymousUser()
        return site().get_response(made)

    def form(self, row):
        """The form of the page into which a file goes, or None."""
        url = address(row, self.world.records)
        forms = [form for form in forms_on(self.request(row, "GET", url)) if form.files()]
        return (forms[0].action or url, forms[0]) if forms else None

    def send(self, row, url, form, sent):
        files = [(name, (_as_typed(sent.name), sent.content)) for name in form.files()]
        self.sent += 1
        with transaction.atomic(), caught() as errors:
            last = StoredFile.objects.order_by("pk").last()
            answer = self.request(row, "POST", url, multipart(form.honest(), files))
            if answer.status_code >= 500:
                self.faults.append(f"{row} {sent.what}: {errors or answer.status_code}")
            else:
                self._look_at_kept(row, sent, last.pk if last else 0)
            transaction.set_rollback(True)

    def _look_at_kept(self, row, sent, last):
        for file in StoredFile.objects.filter(pk__gt=last):
            self.kept += 1
            served = self.request(row, "GET", reverse("files:download", args=[file.pk]))
            if served.status_code == 200:
                self.faults += [f"{row} {sent.what}: {why}" for why in awake(file, served)]
            served.close()


def _as_typed(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass").replace(b'"', b"%22").replace(b"\r\n", b"%0D%0A")


def awake(file, served) -> list[str]:
    """In what way a kept file could still act when somebody takes it."""
    said = served.headers
    faults = []
    if file.media_type not in SAFE or said["Content-Type"] != file.media_type:
        faults.append(f"type {said['Content-Type']}")
    if not said["Content-Disposition"].startswith("attachment"):
        faults.append("shown in the page")
    if (
        said["X-Content-Type-Options"] != "nosniff"
        or "sandbox" not in said["Content-Security-Policy"]
    ):
        faults.append("free to run")
    if not file.name.isprintable() or {"/", "\\", "\x00"} & set(file.name):
        faults.append(f"name {file.name!r}")
    return faults


def doors(world, pages=None):
    """(line, where to, form) of every page that takes a file; of each page the first."""
    ways, seen = Doors(world), set()
    for row in TABLE:
        if row.page in seen or row.how == "READ" or not ways.person(row):
            continue
        if (pages is None or row.page in pages) and (found := ways.form(row)):
            seen.add(row.page)
            yield row, *found


@pytest.mark.full
def test_no_hostile_file_does_anything_at_any_door(world):
    files, ways, opened = corpus(), Doors(world), 0
    for place, (row, url, form) in enumerate(doors(world)):
        opened += 1
        chosen = files if row.page in SORTS else files[place % 17 :: len(files) // EACH]
        for sent in chosen:
            ways.send(row, url, form, sent)
    assert ways.faults == []
    assert len(files) >= LEAST and opened >= LEAST_DOORS
    assert ways.kept > 0  # else nothing was looked at


@pytest.mark.whole_set
def test_some_hostile_files_do_nothing_at_the_doors_of_each_sort(world, monkeypatch):
    monkeypatch.setattr("tests.files.hostile_files.books", dict)  # the large ones
    files, ways = corpus(), Doors(world)
    for place, (row, url, form) in enumerate(doors(world, SORTS)):
        for sent in files[place::40]:
            ways.send(row, url, form, sent)
    assert ways.faults == []
    assert ways.sent >= len(SORTS) * 4


def test_there_are_two_hundred_and_more(world, monkeypatch):
    monkeypatch.setattr("tests.files.hostile_files.books", lambda: dict.fromkeys(range(20), b""))
    assert len(corpus()) >= LEAST
