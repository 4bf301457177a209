"""A file that is no such package is refused with the reason and harms nobody."""

import struct
import zipfile

import pytest

from tests.archiving.packing import ITEM, faults, members, relisted, said, write

pytestmark = pytest.mark.django_db
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
