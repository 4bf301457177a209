"""The sentences of the report say what the figures count."""

import pytest

from reports.queries.charts import by_month, change, line, problem_areas, quarters, whole_year
from reports.queries.figures import figures_of
from reports.queries.text import UNWRITTEN, compose, percent, remarks
from reports.queries.year import Year
from tests.reports.random_years import random_year

NARRATIVE = {"problems": "一是力度不够。\n（一）二级标题", "next_steps": "加强培训。"}


def text_of(bureau, year=2024, narrative=NARRATIVE):
    return compose(Year(bureau, year), narrative)


def test_the_report_states_the_three_counts_of_visits(maker):
    origin = maker.check()
    maker.paper(origin)
    maker.look_back(origin)
    maker.visit()

    said = text_of(maker.bureau).words
    assert said.count(
        "全年共开展行政执法检查1次，其中日常检查1次、专项检查0次、个案检查0次，涉及单位1个；"
        "印发反馈意见书1份；开展“回头看”1次。领导到重点部门开展档案安全检查1次"
        "（不计入行政执法检查）。以上到现场合计3次。"
    ) == 1  # fmt: skip


def test_a_year_without_records_says_so_and_writes_zeros(bureau):
    said = text_of(bureau, 2023, {}).words

    assert said.count("全年没有开展行政执法检查；印发反馈意见书0份；开展“回头看”0次。") == 1
    assert said.count("全年无行政处罚案件，作出行政处罚决定0件。") == 1
    assert said.count("没有2023年度检查计划的记录，计划项目0个，完成0个。") == 1
    assert said.count(UNWRITTEN) == 2


def test_the_data_table_holds_every_figure(maker):
    random_year(maker, 11)
    records = Year(maker.bureau, 2024)

    table, _ = text_of(maker.bureau).attachments
    wanted = [[row.label, str(row.value), row.unit] for row in figures_of(records)]
    assert [row[1:] for row in table["rows"]] == wanted


def test_the_parts_that_people_wrote_stand_under_their_headings(bureau):
    paragraphs = text_of(bureau).paragraphs
    place = paragraphs.index(["h1", "三、存在问题"])

    assert paragraphs[place + 1 :] == [
        ["p", "一是力度不够。"],
        ["h2", "（一）二级标题"],
        ["h1", "四、下一步工作举措"],
        ["p", "加强培训。"],
    ]


def test_open_problems_are_counted_before_what_people_wrote(maker):
    maker.finding(maker.check(), "open")

    paragraphs = text_of(maker.bureau).paragraphs
    place = paragraphs.index(["h1", "三、存在问题"])
    assert paragraphs[place + 1] == ["p", "检查发现的问题还有1项没有销号。"]


def test_remarks_name_the_parts_that_are_not_written(maker):
    random_year(maker, 12)
    found = figures_of(Year(maker.bureau, 2024))

    assert remarks(found, {})[-2:] == ["“存在问题”还没有撰写。", "“下一步工作举措”还没有撰写。"]
    assert len(remarks(found, NARRATIVE)) == len(remarks(found, {})) - 2


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(0, 0, "0%"), (1, 2, "50%"), (201, 228, "88.1%"), (999, 1000, "99.9%"), (40, 40, "100%"),
     (9999, 10000, "99.9%")],
)  # fmt: skip
def test_a_share_is_rounded_down(part, whole, written):
    assert percent(part, whole) == written


@pytest.mark.parametrize(
    ("value", "before", "said"), [(40, 33, "↑ 7"), (9, 10, "↓ 1"), (3, 3, "持平")]
)
def test_a_change_is_said_in_an_arrow(value, before, said):
    assert change(value, before) == said


def test_checks_are_counted_by_month_and_by_quarter(maker):
    for place in (0, 1, 40):  # two on the first days of March, one in April
        maker.check(place=place)

    months = by_month(Year(maker.bureau, 2024))
    assert months == [0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0]
    rows = quarters(months, [0] * 12)
    assert [(row.label, row.value) for row in rows] == [
        ("一季度", 2), ("二季度", 1), ("三季度", 0), ("四季度", 0),
    ]  # fmt: skip
    assert whole_year(months, [1] * 12).change == "↓ 9"


@pytest.mark.parametrize("months", [[0] * 12, [1] + [0] * 11, [7] * 12, list(range(12))])
def test_the_line_stays_inside_the_drawing(months):
    drawn = line(months, [3] * 12)

    assert [point.value for point in drawn.points] == months
    assert min(point.y for point in drawn.points) >= 16
    assert max(point.y for point in drawn.points) <= 178
    assert drawn.marks[0].value == 0
    assert drawn.marks[-1].value >= max(*months, 3)


def test_problem_areas_show_how_many_are_struck_off(maker):
    check = maker.check()
    maker.finding(check, "accepted")
    maker.finding(check, "open")

    (area,) = problem_areas(Year(maker.bureau, 2024))
    assert (area.label, area.value, area.fixed, area.rate, area.percent) == (
        maker.checklist.items.first().area, 2, 1, "50%", 100,
    )  # fmt: skip
