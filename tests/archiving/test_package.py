"""The package and `verify_archive`: untouched it is sound; whatever is changed is found."""

import hashlib
import io
import json
import re
import shutil
import struct
import zipfile
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.verification import verify
from archives_enforcement.jobs import queue
from tests import factories
from tests.archiving.filing import content_of, package_at

SHEET, ITEM = "content/main/001.pdf", "content/main/002.pdf"


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def archived(closed, django_db_blocker):
    with django_db_blocker.unblock():
        closed.issue("legal_review_opinion")
        closed.add_signed_pages(closed.issue("questioning_record"))
        queue.run_due()
        return closed.archive()


@pytest.fixture
def package(archived, tmp_path, db):
    return package_at(archived, tmp_path)


def members(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path, entries, *, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, body in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(name, body)


def relisted(found: dict) -> dict:
    """With a manifest that fits again: the forger's first thought."""
    rest = {name: body for name, body in found.items() if name != "manifest-sha256.txt"}
    lines = "".join(f"{hashlib.sha256(b).hexdigest()}  {n}\n" for n, b in sorted(rest.items()))
    return {**rest, "manifest-sha256.txt": lines.encode()}


def faults(path) -> str:
    return "\n".join(verify(path).faults)


def said(path, *options) -> tuple[str, str]:
    """What the command prints, and with what words it fails (empty when it does not)."""
    out = io.StringIO()
    try:
        call_command("verify_archive", str(path), *options, stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_an_untouched_package_is_sound(package, archived):
    report = verify(package)
    assert (report.faults, report.known, report.number) == ([], True, archived.number)
    assert report.items == len(archived.contents["lines"])
    line, failure = said(package)
    assert failure == "" and line.count("\n") == 1
    assert archived.number in line and "全部相符（与本系统的记录一致）" in line


def test_the_command_answers_in_json(package):
    line, failure = said(package, "--json")
    answer = json.loads(line)
    assert (answer["sound"], answer["faults"], failure) == (True, [], "")
    write(package, members(package) | {ITEM: b"%PDF-"})
    line, failure = said(package, "--json")
    assert json.loads(line)["sound"] is False and "处不符" in failure


def test_each_fault_has_its_line(package):
    write(package, members(package) | {ITEM: b"%PDF-", "content/main/099.png": b"x"})
    line, failure = said(package)
    assert f"校验和不符：{ITEM}\n" in line and "清单里没有：content/main/099.png\n" in line
    assert re.search(r"发现 \d+ 处不符", failure)


def test_a_system_that_does_not_hold_the_file_checks_the_package_alone(package, archived):
    Bureau.objects.filter(pk=archived.bureau_id).update(code="999999")
    report = verify(package)
    assert (report.faults, report.known) == ([], False)
    assert "只核对了包本身" in said(package)[0]


def test_every_member_is_watched(package):
    found = members(package)
    assert len(found) > 10
    for name, body in found.items():
        write(package, found | {name: body[:-1] + bytes([body[-1] ^ 1])})
        assert faults(package), name
        write(package, {other: held for other, held in found.items() if other != name})
        assert name in faults(package), name


@pytest.mark.parametrize("name", [ITEM, "content/inner/001.pdf"])
def test_a_forged_file_with_a_fitting_manifest_is_found(package, name):
    found = members(package)
    write(package, relisted(found | {name: found[name] + b"\n"}))
    assert f"与元数据登记的摘要不符：{name}" in faults(package)


def test_a_forger_who_also_mends_the_metadata_meets_the_database(package, archived):
    found = members(package)
    forged = found[ITEM] + b"\n"
    root = ElementTree.fromstring(found["metadata.xml"])
    item = root.find(f"items/item[@path='{ITEM}']")
    item.set("sha256", hashlib.sha256(forged).hexdigest())
    item.set("sm3", hashlib.new("sm3", forged).hexdigest())
    item.set("size", str(len(forged)))
    write(package, relisted(found | {ITEM: forged, "metadata.xml": ElementTree.tostring(root)}))
    number = item.findtext("number")
    text = faults(package)
    assert f"{number}与本系统签发的文书不符" in text
    assert "卷内文件与本系统登记的不是同一批" in text
    assert "整包与本系统登记的归档信息包不是同一个文件" in text


def test_a_changed_word_of_the_metadata_meets_the_database(package):
    found = members(package)
    text = found["metadata.xml"].decode().replace("<retention>30年", "<retention>10年")
    write(package, relisted(found | {"metadata.xml": text.encode()}))
    assert faults(package) == "整包与本系统登记的归档信息包不是同一个文件"


def test_a_list_that_names_a_file_twice_or_one_that_is_not_there_is_found(package):
    found = members(package)
    text = found["metadata.xml"].decode().replace("content/main/003.png", ITEM)
    write(package, relisted(found | {"metadata.xml": text.encode()}))
    text = faults(package)
    assert f"元数据重复列出：{ITEM}" in text
    assert "元数据没有列出：content/main/003.png" in text


HOSTILE_NAMES = (
    "../x.pdf", "/etc/passwd", "content/main/../../x.pdf", "content\\main\\1.pdf",
    "content/main/001.pdf/", "setup.exe", "content/other/001.pdf", "合同.pdf",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_strange_name_is_refused(package, name, tmp_path):
    write(package, members(package) | {name: b"x"})
    assert "不允许的成员名" in faults(package)
    assert {path.name for path in tmp_path.iterdir()} == {"package.zip"}


def test_a_member_that_is_packed_is_refused_unread(package):
    found = members(package)
    write(package, found | {ITEM: b"0" * 50_000_000}, compression=zipfile.ZIP_DEFLATED)
    assert f"成员被压缩：{ITEM}" in faults(package)


def test_members_that_lie_over_each_other_are_refused(package):
    """One body, named by hundreds of rows of the directory."""
    body = b"0" * 10_000
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("content/main/001.png", body)
        first = archive.filelist[0]
        for place in range(2, 300):
            again = zipfile.ZipInfo(f"content/main/{place:03}.png")
            again.CRC, again.file_size, again.compress_size = first.CRC, len(body), len(body)
            again.header_offset = first.header_offset
            archive.filelist.append(again)
    assert "内容比文件还大" in faults(package)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(package):
    found = members(package)
    write(package, [*found.items(), (ITEM, b"x")])
    assert f"成员重复：{ITEM}" in faults(package)


@pytest.mark.parametrize("name", ["metadata.xml", "report.xml", "manifest-sha256.txt"])
def test_what_describes_the_package_must_be_there(package, name):
    write(package, {other: body for other, body in members(package).items() if other != name})
    assert faults(package) == f"缺少 {name}"


@pytest.mark.parametrize(
    ("name", "body", "fault"),
    [
        ("metadata.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a version="1"/>', "不允许的声明"),
        ("metadata.xml", b"<case-file", "不是完好的 XML"),
        ("metadata.xml", b'<case-file version="9"/>', "版本不是 1"),
        ("metadata.xml", "<a/>".encode("utf-16"), "读不出"),
        ("report.xml", b'<report version="1"/>', "全部四个方面"),
        ("manifest-sha256.txt", b"abc\n", "读不懂"),
    ],
)
def test_descriptions_that_are_none(package, name, body, fault):
    found = members(package) | {name: body}
    write(package, found if name.startswith("manifest") else relisted(found))
    assert fault in faults(package)


@pytest.mark.parametrize("body", [b"", b"PK", b"text", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_zip_is_told(tmp_path, body):
    path = tmp_path / "x.zip"
    path.write_bytes(body)
    assert said(path)[1] == "x.zip：发现 1 处不符"
    assert "File" not in faults(path)


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "none.zip", tmp_path):
        assert "找不到或者不能打开文件" in faults(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_package_that_is_cut_off_is_told(package, share):
    body = package.read_bytes()
    package.write_bytes(body[: int(len(body) * share)])
    assert faults(package)


def test_what_is_hidden_before_or_behind_is_found(package):
    body = package.read_bytes()
    package.write_bytes(b"hidden" + body)
    assert faults(package)
    package.write_bytes(body[:-2] + struct.pack("<H", 6) + b"hidden")
    assert "包里夹有别的内容" in faults(package)


def test_the_metadata_holds_papers_events_and_reasons(archived):
    with zipfile.ZipFile(io.BytesIO(content_of(archived, "package"))) as archive:
        root = ElementTree.fromstring(archive.read("metadata.xml"))
        report = ElementTree.fromstring(archive.read("report.xml"))
        inner = archive.read("volumes/inner.pdf")
    labels = [row.findtext("act") for row in root.findall("events/event")]
    assert {"提请立案", "签发", "批准结案", "立卷", "归档"} <= set(labels)
    assert {row.get("name"): row.text for row in root.findall("missing/item")} == archived.reasons
    places = {row.findtext("place") for row in root.findall("items/item")}
    assert {"处罚决定书", "法制审核意见书"} <= places
    results = [(row.get("property"), row.get("result")) for row in report.findall("check")]
    assert {prop for prop, _ in results} == {"真实性", "完整性", "可用性", "安全性"}
    assert [result for _, result in results].count("未检测") == 1
    assert "不通过" not in dict(results).values()
    assert inner.startswith(b"%PDF-")


def test_a_second_file_of_the_same_number_elsewhere_is_not_taken_for_this_one(package, archived):
    other = factories.make_bureau("另一区档案局", "120199")
    CaseFile.objects.create(
        bureau=other, about="case", subject=other, title="别的案卷", number=archived.number
    )
    assert verify(package).known is True and faults(package) == ""
    shutil.copy(package, package.with_name("copy.zip"))
    assert faults(package.with_name("copy.zip")) == ""


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
