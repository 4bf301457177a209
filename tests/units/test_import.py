"""A list of units is read, checked as a whole, and told before anything is kept."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from tests.units.importing import BAD, GOOD, HEAD, rows
from units import services, spreadsheet
from units.models import Unit


def test_a_good_list_is_imported_and_told(bureau, clerk):
    found = services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    assert len(found.created) == 2
    unit = Unit.objects.get(party__name="示例学校一")
    assert (unit.party.kind, unit.is_key_monitored, unit.initials) == ("institution", True, "slxxy")
    assert AuditEntry.objects.get().details["created"] == 2


def test_a_second_import_changes_only_what_differs(bureau, clerk):
    today = timezone.localdate()
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=today)
    again = GOOD.replace("教育", "教育系统")
    found = services.import_units(rows(again), bureau=bureau, actor=clerk, on=today)
    assert [len(found.created), len(found.updated), len(found.unchanged)] == [0, 1, 1]
    assert found.updated[0]["changes"] == ["所属系统"]
    assert Unit.objects.get(party__name="示例学校一").system == "教育系统"


def test_one_bad_row_stops_the_whole_list(bureau, clerk):
    mixed = GOOD + "示例机关一,,部门,,否,\n"
    with pytest.raises(Refused, match="没有导入任何单位"):
        services.import_units(rows(mixed), bureau=bureau, actor=clerk, on=timezone.localdate())
    assert Unit.objects.count() == 0


def test_every_fault_is_told_with_row_and_column(bureau):
    found = services.preview(rows(BAD), bureau=bureau).rejected
    assert [(item.row, item.column) for item in found] == [
        (2, "统一社会信用代码"),
        (3, "单位名称"),
        (3, "重点监控"),
        (3, "主管单位"),
    ]


def test_a_unit_named_twice_is_refused(bureau):
    twice = GOOD + "示例街道一,,乡镇街道,街道,否,\n"
    (fault,) = services.preview(rows(twice), bureau=bureau).rejected
    assert (fault.row, fault.reason) == (4, "与第 3 行重复")


def test_a_parent_may_stand_in_the_same_file(bureau, clerk):
    text = HEAD + "示例学校一,,事业单位,教育,否,示例教育局\n示例教育局,,机关,教育,否,\n"
    services.import_units(rows(text), bureau=bureau, actor=clerk, on=timezone.localdate())
    assert Unit.objects.get(party__name="示例学校一").parent.party.name == "示例教育局"


def test_a_file_puts_nobody_under_himself(bureau):
    factories.make_unit(bureau, "示例学校一", parent=factories.make_unit(bureau, "示例教育局"))
    row = "{},,机关,教育,否,{}\n".format
    up = HEAD + row("示例教育局", "示例学校二") + row("示例学校二", "示例学校一")
    faults = services.preview(rows(up), bureau=bureau).rejected
    assert [(fault.row, fault.reason) for fault in faults] == [
        (2, "“示例学校二”就是本单位，或者又（直接或者逐级）由本单位主管"),
        (3, "“示例学校一”就是本单位，或者又（直接或者逐级）由本单位主管"),
    ]
    turned = up + row("示例学校一", "示例区")  # the file takes the school out of the office
    above = services.preview(rows(turned + row("示例区", "")), bureau=bureau)
    assert above.rejected == []


def test_another_bureaus_unit_is_not_touched(bureau, other_bureau, clerk):
    theirs = factories.make_unit(other_bureau, "示例学校一")
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    assert Unit.objects.filter(party__name="示例学校一").count() == 2
    theirs.refresh_from_db()
    assert theirs.system == ""


def test_an_officer_does_not_import(bureau, officer):
    with pytest.raises(PermissionDenied):
        services.import_units(rows(GOOD), bureau=bureau, actor=officer, on=timezone.localdate())


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"PK\x03\x04 no zip", "不是可以读取的 Excel"),
        ("a.xlsx", b"plain", "不是可以读取的 Excel"),
        ("a.csv", b"", "没有内容"),
        ("a.csv", b"\xff\xfe\x00\xd8", "不能识别"),
        ("a.csv", "名字\n甲\n".encode(), "第 1 行没有“单位名称”“性质”列"),
        ("a.csv", HEAD.encode(), "表头下面没有单位"),
    ],
)
def test_a_file_that_is_no_such_list_is_refused(name, content, why):
    with pytest.raises(Refused, match=why):
        spreadsheet.read(name, content)


def test_chinese_csv_of_old_excel_is_read():
    assert spreadsheet.read("a.csv", GOOD.encode("gb18030"))[0].cells["name"] == "示例学校一"
