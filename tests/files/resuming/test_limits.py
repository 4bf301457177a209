"""分段上传: whose parts they are, how many, how fast, and when they are swept."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files import resumable, resuming
from archives_enforcement.files.models import Upload
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from inspections.models import Exhibit, Inspection
from tests.files.films import FILM, PART, lying
from tests.inspections import on_site


def test_it_is_its_owners_and_its_forms_alone(
    client, begin, bring, brought, submit, visit, unit, head, officer, second_officer
):
    key = brought()
    other = on_site.begin(on_site.approved(unit, head, officer, second_officer), officer)
    elsewhere = reverse("inspections:inspection-evidence-add", args=[other.pk])
    assert bring(key, len(FILM), b"x", at=elsewhere).status_code == 404
    client.force_login(second_officer)
    assert bring(key, len(FILM), b"x").status_code == 404
    assert submit(key).status_code == 404
    client.force_login(officer)
    assert submit(key).status_code == 302


def test_who_may_not_send_the_form_may_not_send_parts(client, begin, bring, clerk, other_bureau):
    key = begin().json()["upload"]
    client.force_login(clerk)
    assert (begin().status_code, bring(key, 0, b"x").status_code) == (403, 403)
    client.logout()
    assert begin().status_code in (302, 403)
    assert bring(key, 0, b"x").status_code in (302, 403)


@pytest.mark.parametrize("key", ["", "x", "²", "9" * 30, "123456"])
def test_no_key_finds_what_is_not_there(client, begin, bring, key):
    begin()
    assert bring(key, 0, b"x").status_code == 404


def test_a_person_has_only_so_many_open(begin, bring, tmp_path):
    keys = []
    for number in range(resuming.MOST_OPEN + 2):
        content = FILM + bytes([number])
        keys.append(begin(content).json()["upload"])
        bring(keys[-1], 0, content[:PART])
    kept = list(Upload.objects.order_by("pk").values_list("pk", flat=True))
    assert kept == keys[2:]
    assert sorted(lying(tmp_path)) == sorted(map(str, kept))


def test_parts_come_only_so_fast(begin, bring, monkeypatch):
    key = begin().json()["upload"]
    monkeypatch.setattr(resumable, "PARTS_PER_MINUTE", 0)
    answer = bring(key, 0, FILM[:PART])
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


def test_what_nobody_went_on_with_is_swept(begin, bring, tmp_path):
    key = begin().json()["upload"]
    bring(key, 0, FILM[:PART])
    job = Job.objects.get(kind=resuming.FORGET)
    with time_machine.travel(timezone.now() + resuming.KEPT / 2):
        queue.run(job.pk)
        assert Upload.objects.exists()
    with time_machine.travel(timezone.now() + resuming.KEPT + timedelta(minutes=1)):
        queue.run_due()
    assert (Upload.objects.count(), lying(tmp_path)) == (0, [])


def test_what_still_grows_is_not_swept(begin, bring):
    later = timezone.now() + resuming.KEPT + timedelta(minutes=1)
    key = begin().json()["upload"]
    Upload.objects.update(begun_at=timezone.now() - 2 * resuming.KEPT)
    bring(key, 0, FILM[:PART])  # its file is of this moment
    resuming.forget_idle(key)
    assert Upload.objects.filter(pk=key).exists()
    with time_machine.travel(later):
        resuming.forget_idle(key)
    assert not Upload.objects.filter(pk=key).exists()


def test_a_visit_that_takes_nothing_more_takes_no_file(brought, submit, visit):
    key = brought()
    Inspection.objects.filter(pk=visit.pk).update(state="closed")
    assert submit(key).status_code == 422
    assert not Exhibit.objects.exists()
