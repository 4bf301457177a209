"""Every list gives what it shows as Excel, filtered as the page is, with text as text."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests import factories
from tests.penalties.walk import Walk
from tests.reports.years import YearMaker


def exported(client, page, **query):
    answer = client.get(reverse(page), {**query, "export": "xlsx"})
    assert answer.status_code == 200, page
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    return [list(line) for line in sheet.iter_rows(values_only=True)], sheet


@pytest.fixture
def reader(client, bureau):
    client.force_login(factories.make_user("reader", "clerk", "officer", bureau=bureau))
    return client


def test_the_register_and_the_visits_as_they_are_filtered(reader, bureau):
    year = YearMaker(bureau, 2024)
    visit = year.check()
    year.finding(visit)
    factories.make_unit(bureau, "=1+1")
    lines, sheet = exported(reader, "units:unit-list")
    assert [line[0] for line in lines] == ["单位名称", str(visit.unit), "=1+1"]
    assert sheet["A3"].data_type == "s"
    assert len(exported(reader, "units:unit-list", q="示例单位1")[0]) == 2
    lines, _ = exported(reader, "inspections:inspection-list")
    assert lines[1][0] == str(visit.unit) and lines[1][5:7] == [1, 1]
    assert "export=xlsx" in reader.get(reverse("units:unit-list"), {"q": "示例"}).text


def test_talks_leads_and_cases(reader, bureau):
    year = YearMaker(bureau, 2024)
    talk = year.interview(year.check())
    walk = Walk(bureau)
    walk.decide()
    assert exported(reader, "inspections:interview-list")[0][1][0] == str(talk.unit)
    assert exported(reader, "penalties:lead-list")[0][1][0] == str(walk.case.party)
    case = exported(reader, "penalties:case-list")[0][1]
    assert case[:3] == [walk.case.name, walk.case.number, str(walk.case.party)]
    assert exported(reader, "publicity:notice-list")[0][0][0] == "案件名称"
    assert exported(reader, "inspections:exemplary-list")[0][0][0] == "单位"


def test_each_side_of_the_outreach(reader, bureau):
    year = YearMaker(bureau, 2024)
    year.activity()
    year.media()
    page = "publicity:activity-list"
    lines, _ = exported(reader, page, year="2024")
    assert (lines[0][1:3], lines[1][1:3]) == (["名称", "形式"], ["现场交流", "现场交流"])
    assert exported(reader, page, year="2024", tab="media")[0][1][1:3] == ["示例档案网", "经验做法"]
