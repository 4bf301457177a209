"""分段上传: what comes in parts becomes the very file, for the one who began it and his form."""

import pytest

from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile, Upload
from inspections.models import Exhibit
from tests.files.films import FILM, PART, lying
from tests.inspections import on_site

PURPOSE = "执法过程录音录像"


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
