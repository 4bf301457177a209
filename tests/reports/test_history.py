"""历史检查: what paper tells of earlier years is brought in, counted, and nothing more."""

import io
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.files.importing import running
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays.models import Deadline
from inspections.models import Inspection
from reports.models import HistoryImport, PastCheck
from reports.past_checks import PAST_CHECKS
from reports.queries.charts import by_month
from reports.queries.districts import districts
from reports.queries.figures import figures
from reports.queries.history import preview
from reports.queries.year import Year
from reports.services import history
from tests import factories
from tests.reports.counting import counted
from units.models import Unit

HEAD = (
    "单位名称,检查类型,检查日期,执法人员,反馈意见书字号,反馈意见书日期,已整改的问题,没有整改的问题,"
    "纸质材料所在\n"
)
ONE = (
    '示例街道一,日常检查,2022-3-8,甲某、乙某,档函〔2022〕5号,2022年3月15日,"没有制度\n没有台账",'
    "库房渗水,2022年第2卷\n"
)
TWO = "示例街道一,回头看,2022.9.1,,,,,,2022年第2卷\n"


def read(text):
    return PAST_CHECKS.read("历史.csv", (HEAD + text).encode())


def bring_in(clerk, text):
    content = (HEAD + text).encode()
    rows = PAST_CHECKS.read("历史.csv", content)
    return history.start_import(rows, actor=clerk, name="历史.csv", content=content)


def values(bureau, year):
    return {row.key: row.value for row in figures(bureau, year)}


def reasons(bureau, text):
    found = preview(read(text), bureau=bureau, today=timezone.localdate())
    return [fault.reason for fault in found.rejected]


def test_a_year_on_paper_is_counted_and_nothing_else_happens(bureau, unit, clerk):
    before = values(bureau, 2022)
    messages, clocks = Message.objects.count(), Deadline.objects.count()
    run = bring_in(clerk, ONE + TWO)
    now = values(bureau, 2022)
    assert {key: now[key] - before[key] for key in now if now[key] != before[key]} == {
        "checks": 1, "checks_daily": 1, "letters": 1, "look_backs": 1, "visits_total": 2,
        "units_checked": 1, "findings": 3, "findings_accepted": 2,
    }  # fmt: skip
    assert by_month(Year(bureau, 2022))[2] == 1
    assert (Document.objects.count(), Inspection.objects.count()) == (0, 0)
    assert (Message.objects.count(), Deadline.objects.count()) == (messages, clocks)
    assert Unit.objects.get().last_on_paper == date(2022, 9, 1)
    entry = AuditEntry.objects.get(action="import")
    assert entry.details["sha256"] == run.sha256 and entry.actor == clerk


def test_the_superior_counts_them_as_the_bureau_does(bureau, unit, clerk):
    above = factories.make_bureau("示例市", "990000")
    bureau.parent = above
    bureau.save()
    bring_in(clerk, ONE + TWO)
    (row,) = districts(above, 2022, timezone.localdate())
    own = values(bureau, 2022)
    assert (row.checks, row.look_backs, row.letters, row.findings, row.accepted) == (
        own["checks"], own["look_backs"], own["letters"], own["findings"],
        own["findings_accepted"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("示例街道九,日常检查,2022-3-8,,,,,,第1卷", "不在册"),
        ("示例街道一,随便看看,2022-3-8,,,,,,第1卷", "不是检查类型"),
        ("示例街道一,日常检查,2022-13-8,,,,,,第1卷", "不是日期"),
        (f"示例街道一,日常检查,{date.today().year}-1-4,,,,,,第1卷", "今年的检查请在"),
        ("示例街道一,日常检查,2022-3-8,,,,,,", "放在哪里"),
        ("示例街道一,日常检查,2022-3-8,,旧函3号,2022-3-1,,,第1卷", "早于检查日期"),
        ("示例街道一,日常检查,2022-3-8,,,2022-3-9,,,第1卷", "没有填字号"),
        ("示例街道一,日常检查,2022-3-8,,旧函3号,2022-3-9,,,第1卷", ""),
    ],
)
def test_a_row_that_paper_cannot_tell_is_refused_with_its_reason(bureau, unit, row, why):
    found = reasons(bureau, row + "\n")
    assert [why in text for text in found] == ([True] if why else [])


def test_a_number_of_our_series_has_to_be_one_given_out_on_paper(bureau, unit):
    word = f"{bureau.document_word}反"
    row = f"示例街道一,日常检查,2022-3-8,,{word}[2022]12号,2022-3-15,,,第1卷\n"
    (why,) = reasons(bureau, row)
    assert "起始号是 0" in why
    NumberSequence.objects.create(
        bureau=bureau, kind="feedback_letter", year=2022, start=12, last=12
    )
    assert reasons(bureau, row) == []


def test_nothing_is_brought_in_twice(bureau, unit, clerk):
    assert reasons(bureau, ONE + ONE)[0] == "与第 2 行重复"
    bring_in(clerk, ONE)
    assert reasons(bureau, ONE)[0] == "已经补录在别的历史检查上"
    assert reasons(bureau, ONE.replace("档函〔2022〕5号,2022年3月15日", ","))[0] == (
        "已经补录过这次检查"
    )


def test_whoever_may_not_enter_old_papers_brings_nothing_in(bureau, unit, officer):
    with pytest.raises(PermissionDenied):
        bring_in(officer, ONE)


def test_one_written_down_wrong_is_marked_and_counted_no_more(client, bureau, unit, clerk):
    bring_in(clerk, ONE)
    past = PastCheck.objects.get()
    client.force_login(clerk)
    address = reverse("reports:past-check-void", args=[past.pk])
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "日期抄错"})
    assert values(bureau, 2022)["checks"] == 0
    assert Unit.objects.get().last_on_paper is None
    assert "日期抄错" in client.get(past.get_absolute_url()).text
    bring_in(clerk, ONE)
    assert values(bureau, 2022)["checks"] == 1


def test_a_clerk_brings_years_in_through_the_pages(client, bureau, unit, clerk, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE", 1)
    client.force_login(clerk)
    upload = SimpleUploadedFile("历史.csv", (HEAD + ONE + TWO).encode())
    client.post(reverse("reports:past-check-import"), {"file": upload})
    assert "示例街道一" in client.get(reverse("reports:past-check-import-preview")).text
    client.post(reverse("reports:past-check-import-preview"), {"confirmed": "on"})
    queue.run_due()
    run = HistoryImport.objects.get()
    told = client.get(reverse("reports:past-check-import-run", args=[run.pk])).text
    assert "已补录：检查 2 次，反馈意见书 1 份，问题 3 项。" in told
    assert "以前的检查（纸质记录）" in client.get(unit.get_absolute_url()).text
    assert "历史检查" in client.get(reverse("search"), {"q": "函[2022]5"}).text
    records = client.get(reverse("reports:figure-records", args=[2022, "findings"])).text
    assert "没有台账" in records and "纸质记录补录" in records
    answer = client.get(reverse("reports:past-check-export"), {"q": "函〔2022〕5"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [sheet["B2"].value, sheet["G2"].value, sheet.max_row] == [
        "日常检查", "没有制度\n没有台账", 2,
    ]  # fmt: skip


def test_the_list_takes_the_same_queries_however_long(client, unit, clerk):
    client.force_login(clerk)
    bring_in(clerk, ONE)
    one = counted(client, reverse("reports:past-check-list"))
    bring_in(clerk, TWO)
    assert counted(client, reverse("reports:past-check-list")) == one
