"""发文登记簿 as a workbook."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.documents import services
from tests.documents import every_kind
from tests.documents.conftest import ON

PAGE = reverse("documents:document-export")


def lines(client, **query):
    response = client.get(PAGE, query)
    assert response.status_code == 200
    sheet = load_workbook(BytesIO(response.content)).active
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.fixture
def issue(make_draft, officer, head):
    def make():
        return services.sign(services.submit(make_draft(), actor=officer, on=ON), actor=head, on=ON)

    return make


def test_it_holds_every_number_in_its_series_and_no_draft(
    client, issue, draft, unit, officer, reviewer, head
):
    first, second = issue(), issue()
    order = every_kind.draft("correction_order", unit, officer)
    order = every_kind.bring_to_its_end(order, officer, reviewer, head)
    client.force_login(officer)
    found = lines(client)
    assert [row["发文字号"] for row in found] == [order.number, first.number, second.number]
    assert (found[0]["审核人"], found[0]["签发人"]) == ("reviewer", "head")
    assert found[0]["签发日期"].date() == ON
    assert found[1]["主送"] == unit.party.name
    assert found[1]["送达日期"] is None


def test_it_follows_the_filter_of_the_list(client, issue, unit, officer, reviewer, head):
    issue()
    order = every_kind.draft("correction_order", unit, officer)
    order = every_kind.bring_to_its_end(order, officer, reviewer, head)
    client.force_login(officer)
    page = client.get(reverse("documents:document-list"), {"kind": "correction_order"}).text
    assert f"{PAGE}?kind=correction_order" in page
    assert [row["发文字号"] for row in lines(client, kind="correction_order")] == [order.number]


def test_a_formula_is_written_as_text(client, issue, unit, officer):
    unit.party.name = "=1+1"
    unit.party.save()
    issue()
    client.force_login(officer)
    assert [row["主送"] for row in lines(client)] == ["=1+1"]


def test_it_asks_the_same_questions_however_long(client, issue, officer):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(PAGE)
        return len(seen)

    client.force_login(officer)
    issue()
    one = queries()
    issue()
    issue()
    assert queries() == one
