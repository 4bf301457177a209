"""六张统计表, the breakdowns beside them, and the file for the superior."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from reports.queries import breakdowns, statistics
from reports.queries.issue import issue_of
from reports.queries.year import Year
from tests import factories
from tests.penalties.walk import Walk
from tests.reports.counting import counted

SIX = ["行政许可", "行政处罚", "行政强制", "行政征收", "行政征用", "行政检查"]


def rows_of(records, title) -> dict[str, int]:
    (table,) = [row for row in statistics.tables(records) if row.title == title]
    return {row.label: row.value for row in table.rows}


def test_all_six_stand_there_with_zeros_when_nothing_happened(bureau):
    found = statistics.tables(Year(bureau, 2023))
    assert [table.title for table in found] == SIX
    assert {row.value for table in found for row in table.rows} == {0}


def test_a_decision_is_counted_with_its_kinds_and_its_money(bureau):
    walk = Walk(bureau)
    walk.decide()
    records = Year(bureau, walk.case.decision.decided_on.year)
    made = walk.case.decision.assessment
    assert rows_of(records, "行政处罚") == {
        "处罚决定": 1, "其中：简易程序（当场处罚）": 0,
        "警告": int("警告" in made.snapshot["kinds"]), "罚款": 1, "没收违法所得": 0,
        "罚没金额（按决定时）": made.fine,
    }  # fmt: skip
    assert rows_of(Year(bureau, records.year - 1), "行政处罚")["处罚决定"] == 0


def test_checks_of_firms_are_told_apart_and_look_backs_are_no_checks(maker):
    origin = maker.check()
    firm = factories.make_unit(maker.bureau, "示例公司", "private_enterprise")
    maker.finding(maker.check(unit=firm))
    maker.look_back(origin)
    counts = rows_of(Year(maker.bureau, 2024), "行政检查")
    assert (counts["检查"], counts["其中：对企业的检查"], counts["回头看"]) == (2, 1, 1)
    assert (counts["检查单位"], counts["发现问题"]) == (2, 1)


def test_what_is_issued_is_read_back_from_behind_the_text(maker):
    maker.check()
    issue = issue_of(maker.bureau, 2024, None)
    assert issue.statistics == statistics.tables(Year(maker.bureau, 2024))
    assert statistics.from_attachments(issue.text.attachments[:1]) == []


def test_kinds_of_units_and_officers_are_counted(maker, second_officer):
    origin = maker.check()
    maker.finding(origin, "accepted")
    maker.finding(origin)
    for visit in (origin, maker.look_back(origin)):
        visit.team.create(user=maker.officer, part="lead")
        visit.team.create(user=second_officer, part="assistant")
    records = Year(maker.bureau, 2024)
    assert breakdowns.by_kind(records) == [("乡镇街道", 1, 1, 2, 1, 0)]
    assert breakdowns.by_officer(records) == [(maker.officer.name, 1, 1)]


@pytest.mark.parametrize(("units", "common"), [(2, 0), (3, 1)])
def test_what_three_units_share_is_common(maker, units, common):
    for _ in range(units):
        maker.finding(maker.check())
    twice = maker.checklist.items.last()
    finding = maker.finding(maker.check())
    finding.item = twice
    finding.save()
    found = breakdowns.common_problems(Year(maker.bureau, 2024))
    assert len(found) == common
    assert all((row.units, row.findings) == (3, 3) for row in found)


def test_the_file_for_the_superior_holds_every_figure_and_six_tables(client, maker):
    maker.paper(maker.check())
    client.force_login(maker.clerk)
    answer = client.get(reverse("reports:figures-export", args=[2024]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames == ["2024年数据", *SIX]
    lines = list(book["2024年数据"].values)
    issue = issue_of(maker.bureau, 2024, None)
    assert [line[:2] for line in lines[1:]] == [(row.label, row.value) for row in issue.figures]
    assert all(line[3] == line[1] - line[2] for line in lines[1:])


def test_the_page_shows_them_and_asks_as_often_for_many_officers(client, maker):
    client.force_login(maker.clerk)
    page = reverse("reports:figures", args=[2024])
    maker.check().team.create(user=maker.officer, part="lead")
    client.get(page)
    once = counted(client, page)
    for _ in range(3):
        maker.check().team.create(user=maker.new_officer(), part="officer")
    assert counted(client, page) == once
    words = client.get(page).content.decode()
    assert [words.count(f"．{title}") for title in SIX] == [1] * 6
    assert "截至" in words
