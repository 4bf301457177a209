"""线上办理记录 and signed pages in a package: they lie beside what they rest on."""

import hashlib
from xml.etree import ElementTree

import pytest

from archives_enforcement.accounts.models import Bureau
from tests.archiving.packing import SHEET, faults, members, relisted, write

pytestmark = pytest.mark.django_db


# 线上办理记录


def test_a_record_sheet_lies_in_the_package_with_the_acts_it_rests_on(package):
    root = ElementTree.fromstring(members(package)["metadata.xml"])
    item = root.find(f"items/item[@path='{SHEET}']")
    assert (item.get("source"), item.findtext("place")) == ("record", "立案审批表")
    events = {row.get("sequence"): row.findtext("act") for row in root.findall("events/event")}
    assert [events[number] for number in item.get("acts").split()] == ["提请立案", "批准立案"]


def test_the_trail_in_the_package_holds_acts_on_other_records_too(package):
    root = ElementTree.fromstring(members(package)["metadata.xml"])
    acts = {row.findtext("act") for row in root.findall("events/event")}
    assert "登记线索" in acts  # on the lead, of which a sheet speaks


def test_a_forged_record_sheet_meets_the_metadata_and_then_the_database(package):
    found = members(package)
    forged = found[SHEET] + b"\n"
    write(package, relisted(found | {SHEET: forged}))
    assert f"与元数据登记的摘要不符：{SHEET}" in faults(package)
    root = ElementTree.fromstring(found["metadata.xml"])
    item = root.find(f"items/item[@path='{SHEET}']")
    item.set("sha256", hashlib.sha256(forged).hexdigest())
    item.set("sm3", hashlib.new("sm3", forged).hexdigest())
    item.set("size", str(len(forged)))
    write(package, relisted(found | {SHEET: forged, "metadata.xml": ElementTree.tostring(root)}))
    assert "卷内文件与本系统登记的不是同一批" in faults(package)


@pytest.mark.parametrize("acts", ["", "2 999999"])
def test_a_record_sheet_without_its_acts_is_found_by_the_package_alone(package, archived, acts):
    Bureau.objects.filter(pk=archived.bureau_id).update(code="999999")
    found = members(package)
    root = ElementTree.fromstring(found["metadata.xml"])
    root.find(f"items/item[@path='{SHEET}']").set("acts", acts)
    write(package, relisted(found | {"metadata.xml": ElementTree.tostring(root)}))
    assert faults(package) == f"线上办理记录所列的过程记录不全：{SHEET}"


def test_signed_pages_lie_in_the_package_behind_their_record(package):
    metadata = ElementTree.fromstring(members(package)["metadata.xml"])
    items = metadata.findall("items/item")
    titles = [item.findtext("title") for item in items]
    place = titles.index("询问笔录签字扫描件")
    assert titles[place - 1] == "询问笔录"
    assert (items[place].get("source"), items[place].findtext("name")) == ("file", "签字页.png")
    assert items[place].get("pages")  # shown in the volume too
    told = [event.findtext("act") for event in metadata.findall("events/event")]
    assert "上传签字扫描件" in told
    assert not faults(package)


def test_signed_pages_put_in_another_s_place_are_found(package):
    found = members(package)
    name = next(
        item.get("path")
        for item in ElementTree.fromstring(found["metadata.xml"]).findall("items/item")
        if item.findtext("title") == "询问笔录签字扫描件"
    )
    write(package, relisted(found | {name: found[name] + b"0"}))
    assert name in faults(package)
