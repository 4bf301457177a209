"""Lists of 整改: at one row as at three, searched, narrowed, and as a workbook."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from inspections.models import Exemplary, Inspection, Interview
from tests import factories
from tests.inspections.entering_replies import enter
from tests.inspections.rectifying import days, make_finding, make_look_back, make_visit, queries_of

TODAY = days(0)


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


LISTS = ("finding-list", "look-back-list", "interview-list", "exemplary-list")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client, bureau, officer, clerk, name
):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    once = queries_of(client, page(name))
    for number in (2, 3):
        fill(bureau, officer, clerk, number)
    assert queries_of(client, page(name)) == once


def fill(bureau, officer, clerk, number):
    """One visit with a reply, a look-back, an interview and a nomination."""
    unit = factories.make_unit(bureau, f"示例街道{number}")
    visit = make_visit(unit, officer)
    finding = make_finding(visit, due=-1)
    enter(finding, clerk)
    make_look_back(visit, officer, p1="not_fixed")
    interview = Interview.objects.create(
        bureau=bureau, unit=unit, inspection=visit, kind="work", reason="逾期", place="会议室",
        scheduled_on=TODAY, scheduled_at="14:30", drafted_by=officer,
    )  # fmt: skip
    interview.findings.add(finding)
    Exemplary.objects.create(
        bureau=bureau, inspection=visit, reason="好", nominated_by=clerk, nominated_on=TODAY
    )


SEARCHED = ("look-back-list", "interview-list", "exemplary-list")


@pytest.mark.parametrize("name", SEARCHED)
def test_a_list_is_searched_by_unit_and_asks_as_often_for_three_rows_as_for_one(
    client, bureau, officer, clerk, name
):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    url = f"{page(name)}?q=示例街道"
    once = queries_of(client, url)
    for number in (2, 3):
        fill(bureau, officer, clerk, number)
    assert queries_of(client, url) == once
    found = {query: client.get(page(name), {"q": query}) for query in ("街道2", "街道", "别处")}
    assert [len(each.context["object_list"]) for each in found.values()] == [1, 3, 0]
    assert "没有符合条件的" in found["别处"].text


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("look-back-list", {"arranged": "no"}),
        ("interview-list", {"state": "draft", "kind": "work"}),
        ("exemplary-list", {"state": "nominated"}),
    ],
)
def test_a_list_is_narrowed_by_how_far_a_row_has_come(client, bureau, officer, clerk, name, query):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    assert len(client.get(page(name), query).context["object_list"]) == 1
    make_look_back(Inspection.objects.get(kind="daily"), officer, state="draft")
    Interview.objects.update(state="notified")
    Exemplary.objects.update(state="decided")
    assert len(client.get(page(name), query).context["object_list"]) == 0
    assert len(client.get(page(name)).context["object_list"]) == 1


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_will_be_there(client, officer, name):
    client.force_login(officer)
    assert 'class="empty"' in client.get(page(name)).content.decode()


def test_the_list_is_filtered_by_unit_state_severity_and_day(client, visit, officer, bureau):
    late = make_finding(visit, 1, due=-1)
    make_finding(visit, 2, due=-1, state="replied")
    grave = make_finding(visit, 3, severity="A", state="returned", due=None)
    elsewhere = make_finding(make_visit(factories.make_unit(bureau, "示例公司"), officer), due=9)
    client.force_login(officer)

    def shown(**query):
        return set(client.get(page("finding-list"), query).context["object_list"])

    assert shown(overdue="yes") == {late}
    assert shown(severity="A") == shown(state="returned") == {grave}
    assert shown(unit="公司") == {elsewhere}
    assert shown(unit="公司", severity="A") == set()


def test_the_workbook_holds_what_the_list_shows_and_no_formula(
    client, visit, officer, django_assert_max_num_queries
):
    make_finding(visit, 1, text="=1+1", due=-3)
    make_finding(visit, 2, severity="A")
    client.force_login(officer)
    with django_assert_max_num_queries(12):
        response = client.get(page("finding-export"), {"severity": "B"})
    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(min_row=2))
    assert [[cell.value for cell in row][3:5] for row in rows] == [[1, "=1+1"]]
    assert (rows[0][4].data_type, rows[0][10].value) == ("s", 3)
