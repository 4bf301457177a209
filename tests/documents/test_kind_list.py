"""文书目录 says of every kind what the table says, on the page and as a file."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.documents import catalogue
from archives_enforcement.documents.kinds import KINDS

PAGE = reverse("documents:kind-list")
pytestmark = pytest.mark.django_db


def test_every_kind_stands_in_it_with_all_that_is_asked_of_it():
    found = catalogue.lines()
    assert [row.label for row in found] == [kind.label for kind in KINDS.values()]
    for row, kind in zip(found, KINDS.values(), strict=True):
        assert all(need in row.needs for need in kind.fields.values())
        assert row.signed_by == kind.signed_by
        assert all((row.series, row.layout, row.drafted_by, row.delivered, row.retention))
        assert bool(row.clocks) == bool(kind.clock or kind.on_issue)


def test_the_page_and_the_file_say_the_same(client, officer):
    client.force_login(officer)
    page = client.get(PAGE).content.decode()
    file = client.get(PAGE, {"export": "xlsx"}).getvalue()
    sheet = load_workbook(BytesIO(file)).active
    lines = [
        tuple(cell or "" for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    assert lines == [tuple(row) for row in catalogue.lines()]
    assert all(label in page for _, label, *_ in lines)
    assert "责令限期整改通知书" in page


def test_the_list_of_papers_leads_to_it(client, officer):
    client.force_login(officer)
    assert PAGE in client.get(reverse("documents:document-list")).content.decode()
