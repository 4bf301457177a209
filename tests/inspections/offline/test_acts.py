"""Acts that come back, each guard with its lawful twin."""

import uuid

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused
from inspections import offline
from inspections.models import OfflineAct
from inspections.queries import offline as queries
from tests.inspections import on_site
from tests.inspections.offline.sending import (
    FACTS,
    FOUR_DAYS_LATER,
    NOON,
    answer,
    begin,
    do,
    item,
    moment,
    recorded,
    signed,
    taken,
)
from tests.inspections.on_site import DAY


def test_a_whole_visit_comes_back_in_order(ready):
    picture = on_site.picture()
    data = {
        "outcome": "signed",
        "signed_by": "单位负责人",
        "confirm": True,
        "signed": signed(ready),
    }
    sha256 = store.digest(on_site.PNG)
    data["at"] = "16:20"
    do(ready, "conclude", data, file=picture, sha256=sha256)
    visit = ready.inspection
    visit.refresh_from_db()
    assert (visit.state, visit.inspected_on, visit.signature.sha256) == ("recorded", DAY, sha256)
    assert visit.findings.count() == 1
    assert (taken(ready)["review"], taken(ready)["sign"]) == ("16:20", "16:20")


def test_before_the_start_nothing_is_recorded(bundle):
    with pytest.raises(Refused, match="现在的状态是“已批准”"):
        answer(bundle, "conforms")
    begin(bundle)
    answer(bundle, "conforms")
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_an_act_received_twice_is_done_once(begun):
    number = uuid.uuid4()
    first = answer(begun, "fails", "灭火器过期", number=number)
    count = AuditEntry.objects.count()
    answer(begun, "fails", "灭火器已换", seen=first["seen"])
    assert answer(begun, "fails", "灭火器过期", number=number) == first
    assert recorded(begun) == {"2-02": ("fails", "灭火器已换")}
    assert AuditEntry.objects.count() == count + 1
    assert OfflineAct.objects.filter(uuid=number).count() == 1


def test_what_was_refused_may_come_again(bundle):
    number = uuid.uuid4()
    with pytest.raises(Refused):
        answer(bundle, "conforms", number=number)
    begin(bundle)
    answer(bundle, "conforms", number=number)
    assert recorded(bundle) == {"2-02": ("conforms", "")}


def test_an_unknown_kind_is_refused(begun):
    with pytest.raises(Refused, match="不能离线进行"):
        do(begun, "cancel", {})
    assert not OfflineAct.objects.filter(kind="cancel").exists()


@pytest.mark.parametrize("key", ["", "x", "²", "9" * 30, None])
def test_an_item_that_is_none_is_refused(begun, key):
    with pytest.raises(Refused, match="没有写明是哪一项"):
        do(begun, "item", {"key": key, "result": "conforms", "facts": ""})


def test_the_forms_of_the_pages_hold_for_the_device(begun):
    with pytest.raises(Refused, match="请至少勾选一种检查方式"):
        do(begun, "facts", FACTS | {"methods": []}, seen=queries.facts_seen(begun.inspection))


def test_a_photo_arrives_byte_for_byte(begun):
    answer(begun, "fails")
    content = on_site.PNG + bytes(range(256))
    data = {"key": str(item(begun).pk), "name": "东墙.png"}
    file = on_site.picture("东墙.png", content)
    do(begun, "photo", data, file=file, sha256=store.digest(content))
    kept = StoredFile.objects.get(purpose="现场照片")
    assert (kept.name, store.get(kept.sha256)) == ("东墙.png", content)


def test_a_photo_that_says_no_time_shows_that_of_the_device(begun, client):
    answer(begun, "fails", "灭火器过期")
    do(begun, "photo", {"key": str(item(begun).pk)}, at=NOON, file=on_site.picture("真.png"))
    later = on_site.picture("假.png", on_site.PNG + b"1")
    do(begun, "photo", {"key": str(item(begun).pk)}, at=FOUR_DAYS_LATER, file=later)
    kept = {file.name: file.device_at for file in StoredFile.objects.all()}
    assert kept == {"真.png": moment(NOON), "假.png": None}  # a time to come is not believed
    client.force_login(begun.user)
    page = client.get(f"/inspections/{begun.inspection_id}/evidence/").text
    assert "2024年9月5日 12:00" in page and page.count(">设备时间<") == 1
    assert page.count("拍摄：不详") == 1


def test_a_photo_that_changed_on_the_way_is_asked_for_again(begun):
    answer(begun, "fails")
    data = {"key": str(item(begun).pk), "name": "东墙.png"}
    with pytest.raises(offline.Resend):
        do(begun, "photo", data, file=on_site.picture(), sha256=store.digest(b"another"))
    assert not StoredFile.objects.exists()


def test_a_photo_without_its_file_is_refused(begun):
    answer(begun, "fails")
    with pytest.raises(Refused, match="照片没有传来"):
        do(begun, "photo", {"key": str(item(begun).pk)})
