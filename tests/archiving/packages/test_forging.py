"""Whatever is changed in a package is found, however the forger mends the rest."""

import hashlib
from xml.etree import ElementTree

import pytest

from tests.archiving.packing import ITEM, faults, members, relisted, write

pytestmark = pytest.mark.django_db


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
