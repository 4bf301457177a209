"""下级机关: the numbers of each are those of its own pages."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.workdays import deadlines
from reports.models import AnnualReport
from reports.queries.districts import districts
from reports.queries.figures import figures
from tests import factories
from tests.reports.counting import counted
from tests.reports.random_years import random_year
from tests.reports.years import YearMaker

TODAY = date(2025, 1, 6)
SAME = {
    "checks": "checks", "letters": "letters", "look_backs": "look_backs", "findings": "findings",
    "accepted": "findings_accepted", "penalties": "penalties",
}  # fmt: skip


@pytest.fixture
def below(maker, superior):
    """A district's random year."""
    maker.bureau.parent = superior
    maker.bureau.save()
    random_year(maker, 5)
    return maker


@pytest.fixture
def above(superior):
    return factories.make_user("above", "superior", bureau=superior)


def test_each_number_is_the_one_of_the_district_itself(below, superior):
    (row,) = districts(superior, 2024, TODAY)
    own = {figure.key: figure.value for figure in figures(below.bureau, 2024)}
    assert {name: getattr(row, name) for name in SAME} == {
        name: own[key] for name, key in SAME.items()
    }
    assert [districts(superior, 2023, TODAY)[0].checks, row.report] == [0, None]


def test_lateness_is_of_the_bureaus_own_duties_and_a_report_is_shown_once_it_is_issued(
    below, superior
):
    report = AnnualReport.objects.create(
        bureau=below.bureau, year=2024, drafted_by=below.clerk, state="draft"
    )
    deadlines.start(report, "D-G06", bureau=below.bureau, on=date(2023, 12, 31))
    (row,) = districts(superior, 2024, TODAY)
    assert (row.late, row.report) == (1, None)
    AnnualReport.objects.filter(pk=report.pk).update(state="approved")
    assert districts(superior, 2024, TODAY)[0].report == report


def test_the_page_is_for_those_who_have_bureaus_below(client, below, above, clerk):
    client.force_login(above)
    page = client.get(reverse("reports:districts"), {"year": 2024})
    assert str(below.bureau) in page.content.decode()
    assert client.get(reverse("reports:districts"), {"year": "何年"}).status_code == 200
    listed = client.get(reverse("reports:annual-report-list")).content.decode()
    assert reverse("reports:districts") in listed
    client.force_login(clerk)
    assert client.get(reverse("reports:districts")).status_code == 404


def test_it_goes_out_as_a_workbook(client, below, above):
    client.force_login(above)
    answer = client.get(reverse("reports:districts-export"), {"year": 2024})
    (_, line) = load_workbook(BytesIO(answer.content)).active.values
    assert (line[0], line[-1]) == (str(below.bureau), "没有")


def test_more_bureaus_cost_no_more_queries(client, below, above, superior):
    client.force_login(above)
    page = reverse("reports:districts") + "?year=2024"
    client.get(page)
    once = counted(client, page)
    for number in range(3):
        other = factories.make_bureau(f"第{number}区档案局", f"12013{number}", parent=superior)
        YearMaker(other, 2024).check()
    assert counted(client, page) == once
