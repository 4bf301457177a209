"""签字扫描件: signed pages are added to a record that holds, and nothing takes them back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import rendering, scanning, services, wholeness
from archives_enforcement.documents.models import Document, SignedScan
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.workbook import workbook
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents import every_kind
from tests.documents.conftest import ON

PNG = b"\x89PNG\r\n\x1a\n"


def page(name="签字页.png", content=b"1"):
    return SimpleUploadedFile(name, PNG + content)


def add(paper, actor, *files, on=ON):
    return services.add_signed_scan(paper, files=list(files or [page()]), actor=actor, on=on)


def refused(paper, actor, words, *files, on=ON):
    with pytest.raises(Refused, match=words):
        add(paper, actor, *files, on=on)
    assert not SignedScan.objects.exists()


@pytest.fixture
def draft_record(unit, officer):
    return every_kind.draft("patrol_record", unit, officer)


@pytest.fixture
def record(draft_record, officer):
    return services.complete(draft_record, actor=officer, on=ON)


def test_several_pages_are_added_and_added_again(record, officer, second_officer):
    add(record, officer, page("一.png"), page("二.png", b"2"))
    add(record, second_officer, page("漏页.png", b"3"), on=ON + timedelta(days=1))
    first, second = scanning.of_document(record, officer)
    assert [file.name for file in first.pages] == ["一.png", "二.png"]
    assert (second.added_by, [file.name for file in second.pages]) == (second_officer, ["漏页.png"])
    told = AuditEntry.objects.about(record).filter(action="add_signed_scan")
    assert told.last().details == {"sha256": [file.sha256 for file in first.pages]}


def test_a_record_has_signed_pages_once_it_is_complete(draft_record, officer):
    refused(draft_record, officer, "定稿或者签发以后")
    services.complete(draft_record, actor=officer, on=ON)
    assert add(draft_record, officer)


def test_a_record_made_void_takes_no_more(record, officer, head):
    services.void_issued(record, actor=head, on=ON, note="写错")
    refused(record, officer, "已作废的不再上传")


def test_a_letter_has_no_signed_pages(issued, officer):
    refused(issued, officer, "没有要另行扫描的签字页")


@pytest.mark.parametrize("code", ["delivery_receipt", "address_confirmation", "site_record"])
def test_what_its_own_act_keeps_signed_is_not_scanned_again(code, unit, officer):
    paper = services.complete(every_kind.draft(code, unit, officer), actor=officer, on=ON)
    refused(paper, officer, "没有要另行扫描的签字页")


def test_the_list_of_what_is_kept_is_signed_on_the_spot(unit, officer, reviewer, head):
    paper = every_kind.draft("preservation_notice", unit, officer)
    assert add(every_kind.bring_to_its_end(paper, officer, reviewer, head), officer)


def test_an_entered_paper_has_its_scan_already(record, officer):
    record.origin = Document.Origin.PAPER
    assert "没有要另行扫描的签字页" in scanning.why_none(record, officer)


def test_each_office_adds_to_its_own_records(unit, bureau, officer):
    chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=bureau)
    paper = every_kind.draft("hearing_record", unit, chair)
    services.complete(paper, actor=chair, on=ON)
    refused(paper, officer, "请由制作人上传")
    assert add(paper, chair)


def test_another_bureau_does_not_find_the_record(record, other_bureau):
    stranger = factories.make_officer("stranger", other_bureau, "backfiller")
    with pytest.raises(Document.DoesNotExist):
        add(record, stranger)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("表.xlsx", workbook("册", [("列", 10)], [])), "不是扫描件"),
        (SimpleUploadedFile("空.png", b""), "空文件"),
    ],
)
def test_one_bad_file_refuses_all(file, words, record, officer):
    refused(record, officer, words, page(), file)
    assert not StoredFile.objects.exists()


def test_without_a_file_nothing_is_added(record, officer):
    with pytest.raises(Refused, match="请选择签字页"):
        services.add_signed_scan(record, files=[], actor=officer, on=ON)


def test_pages_are_not_signed_before_the_record_is_complete(record, officer):
    refused(record, officer, "不能早于定稿日期", on=ON - timedelta(days=1))


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_lets_none_be_changed_or_taken_away(change, record, officer, second_officer):
    rows = SignedScan.objects.filter(pk=add(record, officer).pk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(added_by=second_officer) if change == "update" else rows._raw_delete(rows.db)
    assert rows.get().added_by == officer


def test_the_check_of_issued_papers_holds_them_against_the_trail(record, officer):
    rendering.render(record.pk)
    add(record, officer, page(), page("二.png", b"2"))
    assert wholeness.problems() == (1, [])
    file = StoredFile.objects.first()
    file.delete()
    assert "签字扫描件与上传时的记录不符" in wholeness.problems()[1][0]


def test_the_check_of_issued_papers_reads_the_pages(record, officer):
    rendering.render(record.pk)
    add(record, officer)
    path = store.path_of(StoredFile.objects.get().sha256)
    path.chmod(0o600)
    path.write_bytes(PNG + b"another")
    assert "签字扫描件" in wholeness.problems()[1][0]


def test_the_page_of_a_record_asks_for_them_and_shows_them(client, record, officer):
    client.force_login(officer)
    url = reverse("documents:document-scan", args=[record.pk])
    shown = client.get(record.get_absolute_url()).text
    assert url in shown
    assert "还没有上传签字扫描件" in shown
    assert "不能替换、删除" in client.get(url).text
    assert client.post(url, {"files": [page()], "on": ON}).status_code == 422  # not confirmed
    sent = client.post(url, {"files": [page()], "on": ON, "confirmed": "on"}, follow=True).text
    assert "签字页.png" in sent
    assert StoredFile.objects.get().sha256 in sent


def test_a_letter_speaks_of_none(client, issued, officer):
    client.force_login(officer)
    assert "签字扫描件" not in client.get(issued.get_absolute_url()).text
    url = reverse("documents:document-scan", args=[issued.pk])
    assert "没有要另行扫描的签字页" in client.get(url).text
