"""The table of a campaign in the browser: below and above."""

import io

import pdfplumber
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests import factories
from tests.inspections import campaigning
from tests.inspections.campaigning import ON, REPORTS_FROM


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


def rows_of(response) -> list[list]:
    sheet = load_workbook(io.BytesIO(b"".join(response))).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_table_is_written_and_sent_in_the_browser(client, clerk, head, part, taken, clock):
    clock.move_to(REPORTS_FROM)
    client.force_login(clerk)
    day = {"on": REPORTS_FROM.isoformat()}
    words = {"answer_0": "查了", "answer_1": "有问题"}
    client.post(page("campaign-part-write", part.pk), day | words)
    client.post(page("campaign-part-submit", part.pk), day)
    client.force_login(head)
    asked = client.get(page("campaign-part-send", part.pk)).content.decode()
    assert "1 个单位还没有安排检查" in asked
    client.post(page("campaign-part-send", part.pk), day | {"confirm": "on"})
    part.refresh_from_db()
    assert (part.state, part.answers["主要做法"]) == ("sent", "查了")


def test_the_superior_sees_the_table_and_no_units(client, planner, sent, campaign, unit):
    client.force_login(planner)
    over_all = client.get(campaign.get_absolute_url())
    totals = {line.label: line.total for line in over_all.context["lines"]}
    assert totals["选定单位（个）"] == 1
    shown = client.get(sent.get_absolute_url()).content.decode()
    assert "主要做法：已落实" in shown and unit.party.name not in shown
    assert [act.label for act in client.get(sent.get_absolute_url()).context["acts"]] == [
        "接收", "退回重报",
    ]  # fmt: skip


def test_before_it_is_sent_the_superior_sees_nothing_of_it(client, planner, part, clerk, taken):
    campaigning.written(part, clerk, on=ON)
    client.force_login(planner)
    response = client.get(part.get_absolute_url())
    assert "还没有报送" in response.content.decode()
    assert "已落实" not in response.content.decode()
    assert [act.label for act in response.context["acts"]] == ["催报"]
    assert client.get(page("campaign-part-export", part.pk)).status_code == 404


def test_a_figure_leads_to_its_records(client, clerk, sent, unit):
    client.force_login(clerk)
    address = page("campaign-part-figure", sent.pk, "units_taken")
    assert address in client.get(sent.get_absolute_url()).content.decode()
    assert str(unit) in client.get(address).content.decode()
    assert client.get(page("campaign-part-figure", sent.pk, "nothing")).status_code == 404


def test_the_table_over_all_goes_out_as_excel(client, planner, sent, campaign, neighbour):
    client.force_login(planner)
    head_line, *lines, total = rows_of(client.get(page("campaign-export", campaign.pk)))
    taken, state = head_line.index("选定单位（个）"), head_line.index("状态")
    assert {line[0]: (line[state], line[taken]) for line in lines} == {
        "示例区档案局": ("已报送", 1), str(neighbour): ("待报送", None),
    }  # fmt: skip
    assert (total[0], total[taken]) == ("合计", 1)
    assert head_line[-2:] == campaigning.QUESTIONS


def test_one_table_goes_out_as_excel_and_says_whether_it_is_sent(client, clerk, part, taken, head):
    client.force_login(clerk)
    draft = dict(row[:2] for row in rows_of(client.get(page("campaign-part-export", part.pk)))[1:])
    assert (draft["报送日期"], draft["选定单位"]) == ("草稿，没有签发", 1)


def words_of(answer):
    with pdfplumber.open(io.BytesIO(answer.content)) as pdf:
        return "".join(page.extract_text() for page in pdf.pages).replace("\n", "")


@pytest.mark.papers
def test_one_table_goes_out_as_pdf_and_reads_the_same_again(client, planner, clerk, sent):
    client.force_login(planner)
    first = client.get(page("campaign-part-pdf", sent.pk))
    text = words_of(first)
    assert "2026年档案安全专项检查报送表" in text and "草稿" not in text
    assert "主要做法：已落实" in text and "选定单位" in text
    client.force_login(clerk)
    assert client.get(page("campaign-part-pdf", sent.pk)).content == first.content


@pytest.mark.papers
def test_a_pdf_says_that_it_is_a_draft_and_is_not_for_the_superior(client, planner, part, clerk):
    campaigning.written(part, clerk, on=ON)
    client.force_login(clerk)
    text = words_of(client.get(page("campaign-part-pdf", part.pk)))
    assert "（草稿）" in text and "草稿，没有签发" in text
    client.force_login(planner)
    assert client.get(page("campaign-part-pdf", part.pk)).status_code == 404


def test_the_steps_of_a_part_are_closed_with_their_reason(client, clerk, part):
    client.force_login(clerk)
    acts = {act.label: act.why for act in client.get(part.get_absolute_url()).context["acts"]}
    assert "应当选定 1 个单位" in acts["提交签发"] and acts["填写报送表"] == ""


def test_the_list_costs_the_same_for_one_campaign_and_three(
    client, clerk, planner, director, public, bureau
):
    client.force_login(clerk)

    def cost():
        with CaptureQueriesContext(connection) as found:
            client.get(page("campaign-list"))
        return len(found)

    campaigning.issued(planner, director, bureau)
    one = cost()
    for name in ("二", "三"):
        campaigning.issued(planner, director, bureau, name=name)
    assert cost() == one


def test_the_table_over_all_costs_the_same_for_two_bureaux_and_five(
    client, planner, director, public, bureau, neighbour, superior
):
    client.force_login(planner)

    def cost(campaign):
        with CaptureQueriesContext(connection) as found:
            client.get(campaign.get_absolute_url())
        return len(found)

    two = campaigning.issued(planner, director, bureau, neighbour)
    more = [
        factories.make_bureau(f"示例{name}区档案局", f"12012{place}", parent=superior)
        for place, name in enumerate("甲乙丙")
    ]
    five = campaigning.issued(planner, director, bureau, neighbour, *more, name="五个")
    assert cost(five) == cost(two)
