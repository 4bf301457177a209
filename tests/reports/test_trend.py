"""近三年: one drawing for page and paper, with its table, only where there are earlier years."""

from xml.etree import ElementTree

from django.urls import reverse

from archives_enforcement.documents.typesetting.charts import columns
from archives_enforcement.documents.word import word_file
from reports.queries.issue import issue_of
from tests.reports.test_history import ONE, bring_in
from tests.reports.years import YearMaker

SVG = "{http://www.w3.org/2000/svg}"


def test_every_number_is_drawn_and_said_and_nothing_is_styled_inline():
    drawn = columns("甲<乙", ["2022年", "2023年"], [["检查", [3, 12]], ["问题", [0, 7]]])
    picture = ElementTree.fromstring(drawn)
    assert (picture.get("role"), picture.find(f"{SVG}title").text) == ("img", "甲<乙")
    assert picture.find(f"{SVG}desc").text == (
        "检查：2022年 3，2023年 12；问题：2022年 0，2023年 7"
    )
    words = [each.text for each in picture.iter(f"{SVG}text")]
    assert {"3", "12", "0", "7", "检查", "问题", "2022年", "2023年"} <= set(words)
    bars = [each for each in picture.iter(f"{SVG}rect") if float(each.get("y")) > 10]
    assert [round(float(each.get("height")), 1) for each in bars] == [11.0, 0, 44.0, 25.7]
    assert "style=" not in drawn and "<script" not in drawn


def test_a_page_and_a_report_show_three_years_when_there_are_earlier_ones(
    client, bureau, unit, clerk
):
    year = YearMaker(bureau, 2024)
    year.paper(year.check())
    client.force_login(clerk)
    page = reverse("reports:figures", args=[2024])
    assert "近三年" not in client.get(page).text
    assert "近三年" not in issue_of(bureau, 2024, None).text.words
    bring_in(clerk, ONE)
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in client.get(page).text
    issue = issue_of(bureau, 2024, None)
    assert "与2023年相比，行政执法检查增加1次" in issue.text.words
    (body,) = [part for kind, part in issue.sheet["paragraphs"] if kind == "chart"]
    assert body["series"][0][1] == [1, 0, 1]
    assert word_file(issue.sheet)[:2] == b"PK"
