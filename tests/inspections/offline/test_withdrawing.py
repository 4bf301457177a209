"""A photo that is deleted on the device after it was sent is withdrawn, not forgotten."""

import pytest

from archives_enforcement.files import store
from inspections.queries import evidence
from tests.inspections import on_site
from tests.inspections.offline.sending import answer, do, item
from tests.inspections.on_site import PNG


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def photo(begun):
    answer(begun, "fails", "过期")
    about = {"key": str(item(begun).pk), "name": "东墙.png"}
    do(begun, "photo", about, file=on_site.picture("东墙.png"))
    return {"key": about["key"], "sha256": store.digest(PNG)}


def kept(bundle):
    return [file.withdrawn_because for file in evidence.files_of_visit(bundle.inspection)]


def test_it_is_marked_once_with_who_and_why(begun, photo):
    for _ in range(2):
        assert do(begun, "withdraw", photo) == {}
    assert kept(begun) == ["拍摄人在离线设备上删除"]
    assert evidence.files_of_visit(begun.inspection).get().withdrawn_by == begun.user


def test_what_never_came_is_not_missed(begun, photo):
    do(begun, "withdraw", photo | {"sha256": "0" * 64})
    assert kept(begun) == [""]


def test_of_two_alike_one_stays(begun, photo):
    do(begun, "photo", {"key": photo["key"], "name": "东墙.png"}, file=on_site.picture("东墙.png"))
    assert kept(begun) == ["", ""]
    do(begun, "withdraw", photo)
    assert kept(begun) == ["", "拍摄人在离线设备上删除"]


def test_the_photo_of_another_officer_stays(begun, photo, second_officer):
    evidence.files_of_visit(begun.inspection).update(uploaded_by=second_officer)
    do(begun, "withdraw", photo)
    assert kept(begun) == [""]
