"""Which article lets a bureau order a report, and what is refused without one."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from openpyxl import load_workbook

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.legislation.models import Article
from archives_enforcement.workflow import Refused
from inspections.queries import self_summary
from inspections.queries.self_work import work_for_self_inspection
from inspections.services import self_inspection as rounds
from inspections.services import self_reports, self_rules
from inspections.services import self_urging as services
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import LATE, OPENED


def test_only_a_local_regulation_can_be_recorded(head):
    article = Article.objects.filter(version__law__level="law").first()
    with pytest.raises(ValidationError, match="只能是地方性法规的条文"):
        self_rules.set_rule(
            actor=head, on=OPENED, title="规则", kinds=["organ"], roll="", basis="法", mark="V",
            ceiling=10, ceiling_basis="制度", order_article=article, effective_from=OPENED,
        )  # fmt: skip


@pytest.fixture
def closed(asked, report, contact, clerk, officer, firm, clock):
    """One report came late and was accepted, one is missing, one unit was left out."""
    left = factories.make_unit(asked.bureau, "示例医院一", Party.Kind.INSTITUTION)
    (row,) = rounds.include(asked, actor=clerk, on=OPENED, units=[left], reason="新设")
    rounds.exclude(row, actor=clerk, on=OPENED, note="正在撤销")
    clock.move_to(LATE)
    self_.submitted(report, contact, on=LATE)
    self_reports.accept(report, actor=officer, on=LATE, note="属实")
    return rounds.close(asked, actor=clerk, on=LATE, note="总体良好")


def test_the_summary_says_what_came_in_and_what_is_missing(closed, clerk):
    paper = services.draft_summary(closed, actor=clerk, on=LATE)
    facts = paper.fields
    (_, table) = facts["results"][0]
    assert [row[1:] for row in table["rows"]] == [
        ["示例学校一", "事业单位", "", "待报送"],
        ["示例街道一", "乡镇街道", "2026年10月5日", "已审核（逾期报送）"],
    ]
    assert (facts["missing"], facts["conclusion"]) == ("示例学校一", "总体良好")
    assert "应报 2 个，已报 1 个" in facts["scope"] and "示例医院一（正在撤销）" in facts["scope"]
    with pytest.raises(Refused, match="已经有一份汇总表"):
        services.draft_summary(closed, actor=clerk, on=LATE)


def test_a_void_summary_is_drafted_anew_and_an_open_round_has_none(asked, closed, clerk):
    paper = services.draft_summary(closed, actor=clerk, on=LATE)
    documents.void(paper, actor=clerk, on=LATE, note="写错")
    closed.refresh_from_db()
    assert services.draft_summary(closed, actor=clerk, on=LATE) != paper


def test_an_open_round_has_no_summary(asked, clerk):
    with pytest.raises(Refused, match="还没有汇总"):
        services.draft_summary(asked, actor=clerk, on=OPENED)


def test_the_sheet_has_a_line_a_unit(closed):
    sheet = load_workbook(BytesIO(self_summary.sheet(closed))).active
    lines = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert lines["示例街道一"][-3:] == ("逾期", "已审核", "属实")
    assert lines["示例学校一"][-2] == "待报送"
    assert lines["示例医院一"][-2:] == ("不列入", "正在撤销")


def test_the_desk_says_what_waits(asked, report, contact, clerk, officer, head, clock):
    def work(user, day):
        return [item.text for item in work_for_self_inspection(user, day)]

    draft = self_.prepared(clerk, report_year=2026)
    assert work(head, OPENED) == [f"布置{draft}"]
    assert work(clerk, OPENED) == []
    clock.move_to(LATE)
    self_.submitted(report, contact, on=LATE)
    assert work(officer, LATE) == [f"审核{asked}：1 份报告待审核"]
    assert work(clerk, LATE)[1:] == [f"催报：1 个单位没有报送{asked}"]
    clock.move_to(date(2027, 1, 11))
    self_reports.accept(report, actor=officer, on=date(2027, 1, 11))
    assert work(clerk, date(2027, 1, 11))[-1] == f"汇总{asked}"
    assert work(contact, LATE) == []


def test_a_report_that_comes_after_the_summing_up_still_finds_its_reader(
    asked, report, contact, officer, clerk, clock
):
    clock.move_to(LATE)
    rounds.close(asked, actor=clerk, on=LATE, note="汇总")
    assert work_for_self_inspection(officer, LATE) == work_for_self_inspection(clerk, LATE) == []
    self_.submitted(report, contact, on=LATE)
    [item] = work_for_self_inspection(officer, LATE)
    assert item.text == f"审核{asked}：1 份报告待审核"
    assert work_for_self_inspection(clerk, LATE) == [item]
    self_reports.accept(self_.report_of(asked, report.unit), actor=officer, on=LATE)
    assert work_for_self_inspection(officer, LATE) == []
