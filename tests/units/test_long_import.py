"""A long list is written by the queue, whole or not; a faulty one goes back with its reasons."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.files.importing import running
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from tests import factories
from tests.units.importing import BAD, GOOD, HEAD, excel, rows
from units import duplicates, services, spreadsheet
from units.models import Unit, UnitImport

HANZI = "德仁义礼智信温良恭俭让忠孝廉耻勇"


def named(count):
    """Names that differ in signs that tell no two apart by themselves."""
    return [
        f"示例{HANZI[place % 16]}{HANZI[place // 16 % 16]}{HANZI[place // 256 % 16]}管理处"
        for place in range(count)
    ]


def send(client, text, monkeypatch, at_once):
    monkeypatch.setattr(running, "AT_ONCE", at_once)
    client.post(
        reverse("units:unit-import"), {"file": SimpleUploadedFile("单位.xlsx", excel(text))}
    )
    return client.post(reverse("units:unit-import-preview"), {"confirmed": "on"}, follow=True)


def test_a_long_list_waits_for_the_queue_and_says_how_far_it_is(client, clerk, monkeypatch):
    client.force_login(clerk)
    page = send(client, GOOD, monkeypatch, 1)
    run = UnitImport.objects.get()
    assert page.request["PATH_INFO"] == reverse("units:unit-import-run", args=[run.pk])
    assert 'hx-trigger="every 2s"' in page.text and Unit.objects.count() == 0
    Job.objects.update(state=Job.State.RUNNING)
    queue.say("import_units", run.pk, done=1, total=2)
    assert '已核对 <b class="num">1</b> 行' in client.get(page.request["PATH_INFO"]).text
    Job.objects.update(state=Job.State.WAITING)
    queue.run_due()
    page = client.get(page.request["PATH_INFO"])
    assert "已导入：新增 2 个，更新 0 个。" in page.text and "hx-trigger" not in page.text
    entry = AuditEntry.objects.get(action="import")
    assert (entry.actor, entry.details["sha256"], entry.details["created"]) == (
        clerk, run.sha256, 2,
    )  # fmt: skip
    kept = client.get(reverse("units:unit-import-file", args=[run.pk]))
    assert b"".join(kept.streaming_content) == store.get(run.sha256)


def test_what_no_longer_holds_when_the_queue_comes_to_it_writes_nothing(
    client, bureau, clerk, monkeypatch
):
    client.force_login(clerk)
    page = send(client, GOOD, monkeypatch, 1)
    other = factories.make_unit(bureau, "示例另一个")
    Party.objects.filter(pk=other.party_id).update(credit_code="91110000600037341L")
    queue.run_due()
    told = client.get(page.request["PATH_INFO"]).text
    assert "一行也没有导入" in told and "有 1 处错误" in told
    assert Unit.objects.count() == 1


def test_a_faulty_list_goes_back_with_the_reason_beside_each_row(client, clerk):
    client.force_login(clerk)
    wrong = BAD + '"=1+1",,机关,,否,\n'
    client.post(reverse("units:unit-import"), {"file": SimpleUploadedFile("a.csv", wrong.encode())})
    answer = client.get(reverse("units:unit-import-faults"))
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet[1]] == [*HEAD.strip().split(","), "原因"]
    assert "第 18 位应为“L”" in sheet["G2"].value and "不在册" in sheet["G3"].value
    again = spreadsheet.UNITS.returned("a.xlsx", excel(BAD), [])
    assert load_workbook(io.BytesIO(again)).active.dimensions == "A1:G3"
    assert (sheet["A4"].data_type, sheet["A4"].value, sheet["G4"].value) == ("s", "=1+1", None)


def test_an_empty_cell_leaves_a_unit_on_its_roll(bureau, clerk):
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    again = "单位名称,性质,所属系统\n示例学校一,事业单位,教育系统\n"
    found = services.preview(rows(again), bureau=bureau)
    assert [row["changes"] for row in found.updated] == [["所属系统"]]


def test_a_list_does_not_rename_a_unit_by_its_code(bureau, clerk):
    services.import_units(rows(GOOD), bureau=bureau, actor=clerk, on=timezone.localdate())
    (fault,) = services.preview(rows(GOOD.replace("学校一", "学校甲")), bureau=bureau).rejected
    assert "请先在它的页面办理“更名”" in fault.reason


def test_a_long_list_of_names_finds_the_same_as_comparing_each_with_each():
    names = [*named(400), "示例德仁管理处", "示例（集团）公司", "示例(集团)公司", "示例市第一中学"]
    index = duplicates.Names(names)
    for place, name in enumerate(names):
        found = [names[other] for other in index.before(place)]
        assert found == duplicates.among(name, names[:place])
