"""The annual report from its draft to its signature."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from archives_enforcement.accounts.roles import ROLES
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from reports.models import AnnualReport
from reports.queries.figures import figures
from reports.queries.papers import paper_of
from reports.services import annual
from tests.reports.random_years import random_year

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}


def test_a_draft_starts_the_clock_of_publication(report):
    (clock,) = for_subject(report)

    assert (clock.code, clock.due_on, clock.mark) == ("D-G06", date(2025, 1, 31), "V2")


def test_there_is_one_report_for_a_year(report, clerk):
    with pytest.raises(ValidationError, match="这一年度已经有报告"):
        annual.draft_report(actor=clerk, on=ON, year=2024)


@pytest.mark.parametrize("year", [1987, 2026])
def test_a_year_to_come_or_before_the_law_has_no_report(clerk, year):
    with pytest.raises(Refused, match="年度应当在 1988 到 2025 之间"):
        annual.draft_report(actor=clerk, on=ON, year=year)


def test_only_those_who_draft_reports_may_begin_one(officer):
    with pytest.raises(PermissionDenied):
        annual.draft_report(actor=officer, on=ON, year=2024)


def test_a_report_is_not_submitted_before_its_year_is_over(clerk):
    report = annual.draft_report(actor=clerk, on=date(2024, 12, 20), year=2024)
    annual.write_narrative(report, actor=clerk, on=date(2024, 12, 20), narrative=WORDS)

    with pytest.raises(Refused, match="2024 年还没有结束"):
        annual.submit_report(report, actor=clerk, on=date(2024, 12, 31))
    assert annual.submit_report(report, actor=clerk, on=date(2025, 1, 1)).state == "submitted"


def test_a_report_is_not_submitted_without_its_words(report, clerk):
    with pytest.raises(Refused, match="“存在问题”、“下一步工作举措”还没有撰写"):
        annual.submit_report(report, actor=clerk, on=ON)


def test_unknown_parts_are_refused(report, clerk):
    with pytest.raises(Refused, match="没有这些部分"):
        annual.write_narrative(report, actor=clerk, on=ON, narrative={"extra": "x"})


def test_submitting_freezes_the_figures_and_hands_in_the_paper(written, clerk):
    report = annual.submit_report(written, actor=clerk, on=ON)

    paper = paper_of(report)
    assert report.figures == [row.as_data() for row in figures(report.bureau, 2024)]
    assert (paper.kind, paper.state, paper.party, paper.title) == (
        "annual_report", "submitted", None, f"{report.bureau.name}2024年行政执法工作报告",
    )  # fmt: skip
    assert paper.fields["year"] == "2024"
    assert paper.fields["body"][-1] == ["p", "加强培训。"]


def test_a_submitted_report_is_closed_to_changes(submitted, clerk):
    with pytest.raises(Refused, match="状态是“待签发”，不能修改"):
        annual.write_narrative(submitted, actor=clerk, on=ON, narrative=WORDS)
    with pytest.raises(Refused, match="正在等待机关负责人签发"):
        annual.reopen_report(submitted, actor=clerk, on=ON)


def test_the_head_signs_and_the_report_is_issued_with_its_number(issued):
    paper = paper_of(issued)

    assert (issued.state, issued.approved_on) == ("approved", ON)
    assert (paper.state, paper.serial, paper.year) == ("issued", 1, 2025)
    assert paper.deliveries.count() == 0


def test_signing_the_paper_itself_issues_the_report_too(submitted, head):
    documents.sign(paper_of(submitted), actor=head, on=ON)

    assert AnnualReport.objects.get().state == "approved"


def test_who_drafted_the_report_does_not_sign_it(submitted, bureau, clerk):
    clerk.groups.add(Group.objects.get(name=ROLES["head"].label))
    clerk = type(clerk).objects.get(pk=clerk.pk)

    with pytest.raises(Refused, match="起草人不能签发"):
        annual.approve_report(submitted, actor=clerk, on=ON)
    assert AnnualReport.objects.get().state == "submitted"


def test_a_returned_report_can_be_changed_and_handed_in_again(submitted, clerk, head):
    report = annual.return_report(submitted, actor=head, on=ON, note="补充数据说明")
    annual.write_narrative(report, actor=clerk, on=ON, narrative={"next_steps": "再加强。"})
    report = annual.submit_report(report, actor=clerk, on=ON)

    paper = paper_of(report)
    assert Document.objects.count() == 1
    assert (paper.state, paper.fields["body"][-1]) == ("submitted", ["p", "再加强。"])


def test_a_report_is_not_returned_without_a_reason(submitted, head):
    with pytest.raises(Refused, match="请写明退回的原因"):
        annual.return_report(submitted, actor=head, on=ON, note=" ")


def test_a_paper_returned_by_itself_lets_the_drafter_go_on(submitted, clerk, head):
    documents.return_draft(paper_of(submitted), actor=head, on=ON, note="改")

    report = annual.reopen_report(submitted, actor=clerk, on=ON)
    assert report.state == "draft"
    assert annual.submit_report(report, actor=clerk, on=ON).state == "submitted"


def test_a_void_paper_is_replaced_by_a_new_one(submitted, clerk):
    documents.void(paper_of(submitted), actor=clerk, on=ON, note="作废重来")
    report = annual.reopen_report(submitted, actor=clerk, on=ON)
    report = annual.submit_report(report, actor=clerk, on=ON)

    assert sorted(Document.objects.values_list("state", flat=True)) == ["submitted", "void"]


def test_what_comes_after_does_not_change_an_issued_report(maker, other_bureau):
    random_year(maker, 21)
    report = annual.draft_report(actor=maker.clerk, on=ON, year=2024)
    annual.write_narrative(report, actor=maker.clerk, on=ON, narrative=WORDS)
    report = annual.submit_report(report, actor=maker.clerk, on=ON)
    frozen = report.figures
    maker.check()

    assert AnnualReport.objects.get().figures == frozen


def test_every_act_leaves_its_entry(issued, clerk):
    annual.publish_report(issued, actor=clerk, on=timezone.localdate())

    entries = AuditEntry.objects.about(issued)
    assert [entry.action for entry in reversed(entries)] == [
        "draft_report", "write_report", "submit", "approve", "publish",
    ]  # fmt: skip


def test_a_report_of_another_bureau_is_out_of_reach(report, maker):
    with pytest.raises(AnnualReport.DoesNotExist):
        annual.write_narrative(report, actor=maker.clerk, on=ON, narrative=WORDS)
