"""The package and `verify_archive`: untouched it is sound, and it holds all that its file is."""

import io
import json
import re
import shutil
import zipfile
from xml.etree import ElementTree

import pytest

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.verification import verify
from tests import factories
from tests.archiving.filing import content_of
from tests.archiving.packing import ITEM, faults, members, said, write

pytestmark = pytest.mark.django_db


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
