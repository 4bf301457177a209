"""A sheet is fixed with its file, never changes, and must be what the trail says."""

import json

import pytest
from django.db import DatabaseError, transaction
from pypdfium2 import PdfDocument

from archives_enforcement.accounts.models import User
from archives_enforcement.archiving import services, sheets
from archives_enforcement.archiving.models import CaseFile, RecordSheet
from archives_enforcement.files import store
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused
from tests.archiving.case_sheets import RECORD, discuss, pages_of
from tests.archiving.filing import content_of, made


def test_what_a_sheet_says_is_fixed_with_the_contents(walk):
    case_file = walk.compile()
    User.objects.filter(pk=walk.reviewer.pk).update(name="后来改的名字")
    walk.reviewer.groups.clear()
    queue.run_due()
    before = list(RecordSheet.objects.order_by("pk").values_list("sha256", flat=True))
    assert "法制审核人员" in pages_of(case_file, "法制审核")
    archived = walk.archive(case_file)
    assert list(RecordSheet.objects.order_by("pk").values_list("sha256", flat=True)) == before
    assert [row["sheet"] for row in archived.contents["lines"] if row["source"] == RECORD] == [
        row["sheet"] for row in case_file.contents["lines"] if row["source"] == RECORD
    ]


@pytest.mark.bound_anew
def test_the_same_frozen_content_gives_the_same_bytes(walk):
    case_file = walk.bound()
    before = {row.content: row.sha256 for row in RecordSheet.objects.all()}
    other = CaseFile.objects.create(
        bureau=walk.bureau, about="case", subject=walk.bureau, title="同样的内容",
        contents=case_file.contents, edition=1, fixed_at=case_file.fixed_at, state="compiled",
        compiled_by=walk.officer, compiled_on=walk.day,
    )  # fmt: skip
    services._bind(other)
    queue.run_due()
    assert {row.content: row.sha256 for row in other.sheets.all()} == before != {}


def test_a_sheet_is_in_its_volume_with_bookmark_and_page_number(walk):
    case_file = walk.bound()
    lines, bound = case_file.lines("inner"), made(case_file, "inner")
    place = next(n for n, line in enumerate(lines) if line["title"].startswith("法制审核"))
    with PdfDocument(content_of(case_file, "inner")) as volume:
        marks = {mark.get_title(): mark.get_dest().get_index() for mark in volume.get_toc()}
        page = marks[f"{place + 1}　法制审核（线上办理记录）"]
        assert volume.get_page_label(page) == str(bound.pages[place][0])
        assert "主体适格" in volume[page].get_textpage().get_text_bounded()
        contents = volume[1].get_textpage().get_text_bounded()
    assert "线上办理" in contents


def test_the_content_lies_in_the_sheet_as_data(walk):
    case_file = walk.bound()
    line = next(row for row in sheets.with_files(case_file) if row["source"] == RECORD)
    with PdfDocument(store.get(line["sha256"])) as sheet:
        held = json.loads(bytes(sheet.get_attachment(0).get_data()))
    assert held == line["sheet"]


def test_an_act_that_came_after_compiling_sends_the_file_back(walk):
    case_file = walk.bound()
    discuss(walk)
    with pytest.raises(Refused, match="有变动，请退回重新立卷"):
        walk.archive(case_file)
    services.send_back(case_file, actor=walk.clerk, on=walk.day, note="补入集体讨论")
    assert walk.archive().state == CaseFile.State.ARCHIVED


def test_a_sheet_that_is_not_what_the_trail_says_is_never_archived(walk):
    case_file = walk.bound(condition="有说明也不行")
    case_file.refresh_from_db()
    line = next(row for row in case_file.contents["lines"] if row["source"] == RECORD)
    right, line["acts"][0][1] = line["acts"][0][1], "0" * 64
    case_file.save()
    with pytest.raises(Refused, match=f"与第 {line['acts'][0][0]} 号过程记录不符"):
        walk.archive(case_file)
    line["acts"][0][1] = right
    case_file.save()
    assert walk.archive(case_file).state == CaseFile.State.ARCHIVED


def test_a_sheet_that_was_made_never_changes(walk):
    walk.bound()
    for change in (lambda: RecordSheet.objects.update(size=1), RecordSheet.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
