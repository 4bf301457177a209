"""分段上传: what comes in parts becomes the very file, for the one who began it and his form."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files import resumable, resuming, store
from archives_enforcement.files.models import StoredFile, Upload
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from inspections.models import Exhibit, Inspection
from tests.files.recordings import MP4
from tests.inspections import on_site

PART = 1000
FILM = MP4 + bytes(range(256)) * 10
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


def lying(tmp_path) -> list[str]:
    return [path.name for path in (tmp_path / "incoming").iterdir()]


def test_the_parts_become_the_very_file_through_the_same_act(brought, submit, visit, tmp_path):
    key = brought()
    assert not StoredFile.objects.exists()  # no evidence before its form is sent
    assert submit(key).status_code == 302
    (exhibit,) = Exhibit.objects.filter(inspection=visit)
    assert (exhibit.number, exhibit.file.name) == (1, "全程.mp4")
    assert (exhibit.file.media_type, store.get(exhibit.file.sha256)) == ("video/mp4", FILM)
    assert (Upload.objects.count(), lying(tmp_path)) == (0, [])


def test_it_comes_beside_files_sent_with_the_form(brought, submit, visit):
    sent = submit(brought(), uploads=on_site.picture("现场.png"))
    assert sent.status_code == 302
    rows = Exhibit.objects.filter(inspection=visit)
    assert [row.file.name for row in rows] == ["全程.mp4", "现场.png"]


def test_it_goes_on_where_it_stopped(begin, bring):
    first = begin().json()
    bring(first["upload"], 0, FILM[:PART])
    assert begin().json() == first | {"offset": PART}
    assert bring(first["upload"], PART, FILM[PART:]).json() == {"offset": len(FILM)}


@pytest.mark.parametrize("offset", [0, PART - 1, PART + 1])
def test_a_part_that_begins_elsewhere_is_told_where(begin, bring, offset):
    key = begin().json()["upload"]
    bring(key, 0, FILM[:PART])
    answer = bring(key, offset, b"x")
    assert (answer.status_code, answer.json()) == (409, {"offset": PART})
    assert bring(key, PART, b"x").status_code == 200


def test_what_is_not_what_was_announced_begins_anew(begin, bring, submit):
    key = begin().json()["upload"]
    answer = bring(key, 0, b"0" * len(FILM))
    assert (answer.status_code, answer.json()) == (409, {"offset": 0})
    assert submit(key).status_code == 422
    assert bring(key, 0, FILM).status_code == 200
    assert submit(key).status_code == 302


def test_nothing_is_taken_before_it_is_whole(begin, bring, submit):
    key = begin().json()["upload"]
    bring(key, 0, FILM[:PART])
    answer = submit(key)
    assert answer.status_code == 422 and not Exhibit.objects.exists()
    assert Upload.objects.filter(pk=key).exists()


def test_it_meets_the_checks_of_every_file_once_it_is_whole(begin, bring, tmp_path):
    content = b"MZ" + b"0" * 3000
    key = begin(content, name="程序.mp4").json()["upload"]
    assert bring(key, 0, content[:PART]).status_code == 200
    answer = bring(key, PART, content[PART:])
    assert answer.status_code == 422 and "不是可以接收的格式" in answer.json()["why"]
    assert (Upload.objects.count(), lying(tmp_path)) == (0, [])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"Upload-Length": 0}, "空文件"),
        ({"Upload-Length": 90 * 1024 * 1024 + 1}, "超过 90 MB"),
        ({"Upload-Length": "viel"}, "不完整"),
        ({"Upload-Digest": "abc"}, "没有文件的摘要"),
    ],
)
def test_what_cannot_be_taken_is_refused_before_it_is_sent(begin, changes, why):
    answer = begin(**changes)
    assert answer.status_code == 422 and why in answer.json()["why"]
    assert not Upload.objects.exists()


def test_more_than_was_announced_is_refused(begin, bring):
    key = begin().json()["upload"]
    assert bring(key, 0, FILM + b"x").status_code == 422
    assert begin().json()["offset"] == 0


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
