"""发文登记簿 as a workbook."""

from datetime import timedelta
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
DAY, WEEK = timedelta(days=1), timedelta(days=7)


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


def test_it_is_a_book_of_the_house(client, issue, contact, officer):
    """It names who drafted and reviewed a paper, which the pages of a unit do not tell."""
    number = issue().number
    client.force_login(contact)
    assert number in (page := client.get(reverse("documents:document-list"))).text
    assert PAGE not in [act.url.partition("?")[0] for act in page.context["acts"]]
    assert client.get(PAGE).status_code == 403
    client.force_login(officer)
    assert [row["发文字号"] for row in lines(client)] == [number]


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


@pytest.fixture
def titled(make_draft, officer, head):
    """Two letters with titles of their own, the second a week later."""

    def issue(title, on):
        paper = services.revise(make_draft(on=on), actor=officer, on=on, fields={}, title=title)
        return services.sign(services.submit(paper, actor=officer, on=on), actor=head, on=on)

    return issue("关于库房消防的函询函", ON), issue("关于归档范围的函询函", ON + WEEK)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "消防"}, [0]),
        ({"q": "函询 归档"}, [1]),
        ({"q": "归档 消防"}, []),
        ({"q": "函询"}, [0, 1]),
        ({"since": ON + WEEK}, [1]),
        ({"until": ON + WEEK - DAY}, [0]),
        ({"since": ON, "until": ON + WEEK}, [0, 1]),
        ({"since": ON + DAY, "until": ON + WEEK - DAY}, []),
        ({"q": "消防", "since": ON + DAY}, []),
        ({"since": "昨天"}, [0, 1]),  # what is no date narrows nothing
    ],
)
def test_titles_and_dates_narrow_list_and_register_alike(client, titled, officer, asked, found):
    client.force_login(officer)
    numbers = [titled[place].number for place in found]
    page = client.get(reverse("documents:document-list"), asked)
    assert sorted(row.number for row in page.context["object_list"]) == numbers
    assert [row["发文字号"] for row in lines(client, **asked)] == numbers
