import io
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from units import services, spreadsheet
from units.models import Unit

HEAD = "单位名称,统一社会信用代码,性质,所属系统,重点监控,主管单位\n"
GOOD = HEAD + "示例学校一,91110000600037341L,事业单位,教育,是,\n示例街道一,,乡镇街道,街道,否,\n"
BAD = HEAD + "示例学校一,91110000600037341M,事业单位,教育,是,\n,,机关,,也许,不存在\n"


def rows(text):
    return spreadsheet.read("list.csv", text.encode())


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


def excel(text):
    book = Workbook()
    for line in text.strip().splitlines():
        book.active.append([cell or None for cell in line.split(",")])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_clerk_imports_through_the_pages(client, clerk):
    client.force_login(clerk)
    upload = SimpleUploadedFile("单位.xlsx", excel(GOOD))
    client.post(reverse("units:unit-import"), {"file": upload})
    preview = client.get(reverse("units:unit-import-preview"))
    assert "示例学校一" in preview.text
    assert Unit.objects.count() == 0
    client.post(reverse("units:unit-import-preview"), {"confirmed": "on"})
    assert Unit.objects.count() == 2


def test_the_preview_of_a_bad_list_offers_no_confirmation(client, clerk):
    client.force_login(clerk)
    client.post(reverse("units:unit-import"), {"file": SimpleUploadedFile("单位.xlsx", excel(BAD))})
    page = client.get(reverse("units:unit-import-preview"))
    assert "第 18 位应为“L”" in page.text
    assert "确认导入" not in page.text
    answer = client.post(reverse("units:unit-import-preview"), {"confirmed": "on"})
    assert answer.status_code == 422
    assert "没有保存" not in answer.text


def test_a_file_that_is_no_list_is_told_as_not_read(client, clerk):
    client.force_login(clerk)
    page = client.post(reverse("units:unit-import"))
    assert "没有读取，请改好下面这一处" in page.text and "没有保存" not in page.text


def test_the_template_can_be_filled_and_imported(bureau):
    assert spreadsheet.template()[:2] == b"PK"
    with pytest.raises(Refused, match="表头下面没有单位"):
        spreadsheet.read("模板.xlsx", spreadsheet.template())


def test_the_command_tells_what_it_did(bureau, tmp_path, capsys):
    path = tmp_path / "units.xlsx"
    path.write_bytes(excel(GOOD))
    call_command("import_units", str(path), "--bureau", bureau.code, "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["created"] == ["示例学校一", "示例街道一"]
    assert told["rejected"] == []
    assert told["imported"] is True


def test_a_dry_run_writes_nothing(bureau, tmp_path, capsys):
    path = tmp_path / "units.csv"
    path.write_text(GOOD, encoding="utf-8")
    call_command("import_units", str(path), "--bureau", bureau.code, "--dry-run")
    assert Unit.objects.count() == 0
    assert capsys.readouterr().out == "新增 2　更新 0　未变 0　不合格 0 处　没有导入任何单位\n"


@pytest.mark.parametrize(
    ("file", "code", "why"),
    [("no.csv", "120110", "不能读取"), ("units.csv", "999999", "没有代码为 999999")],
)
def test_the_command_refuses_in_one_line(bureau, tmp_path, file, code, why):
    (tmp_path / "units.csv").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CommandError, match=why):
        call_command("import_units", str(tmp_path / file), "--bureau", code)


def test_bad_rows_end_the_command_with_one(bureau, tmp_path, capsys):
    path = tmp_path / "units.csv"
    path.write_text(BAD, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("import_units", str(path), "--bureau", bureau.code, "--json")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert told["rejected"][0]["row"] == 2
    assert told["imported"] is False


def test_the_list_takes_the_same_queries_however_long(client, bureau, clerk):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("units:unit-list")).status_code == 200
        return len(seen)

    client.force_login(clerk)
    factories.make_unit(bureau, "示例街道一")
    one = queries()
    factories.make_unit(bureau, "示例街道二")
    factories.make_unit(bureau, "示例街道三")
    assert queries() == one


@pytest.mark.parametrize("text", ["示例街", "SLJD".lower(), "slj"])
def test_a_unit_is_found_by_name_or_initials(client, bureau, clerk, text):
    client.force_login(clerk)
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    page = client.get(reverse("units:unit-list"), {"q": text})
    assert [unit.party.name for unit in page.context["object_list"]] == ["示例街道一"]


def test_a_unit_typed_on_a_page_passes_the_same_checks(client, bureau, clerk):
    client.force_login(clerk)
    form = {"name": "示例机关一", "kind": "organ", "credit_code": "91110000600037341M"}
    page = client.post(reverse("units:unit-create"), form)
    assert page.status_code == 422
    assert "没有保存，请改好下面这一处" in page.text
    assert "第 18 位应为" in page.text
    form["credit_code"] = "91110000600037341L"
    assert client.post(reverse("units:unit-create"), form).status_code == 302
