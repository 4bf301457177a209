"""自查报告: drafts, the pledge, the 回执, 代录, and what the bureau does with it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays.deadlines import for_subject
from archives_enforcement.workflow import Refused
from inspections.services import self_inspection as rounds
from inspections.services import self_reports as services
from inspections.services.self_reports import Filled
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import DUE, FILED, LATE, OPENED, report_of


def fresh(report):
    return report_of(report.self_inspection, report.unit)


def test_a_draft_may_be_half_done_and_holds_the_files(report, contact):
    draft = services.save_draft(
        report, actor=contact, on=OPENED,
        filled=Filled({"1": "12"}, "正在填", (self_.scan("目录.pdf"),)),
    )  # fmt: skip
    assert (draft.state, draft.answers["1"], draft.answers["2"]) == ("waiting", "12", "")
    assert StoredFile.objects.visible_to(contact).get().purpose == "自查材料"


def test_nobody_writes_over_a_draft_that_he_has_not_seen(report, contact, unit):
    colleague = factories.make_contact("colleague", unit.party)
    before = report.saved_at
    first = services.save_draft(
        report, actor=contact, on=OPENED, filled=Filled({"1": "12"}, seen=before)
    )
    with pytest.raises(Refused, match="contact已经在"):
        services.save_draft(
            report, actor=colleague, on=OPENED, filled=Filled({"1": "99"}, seen=before)
        )
    assert fresh(report).answers["1"] == "12"
    seen = Filled({"1": "99"}, seen=first.saved_at)
    assert services.save_draft(report, actor=colleague, on=OPENED, filled=seen).answers["1"] == "99"


@pytest.mark.parametrize(
    "answers, why",
    [
        ({"1": "很多"}, "第 1 题请只填数字"),
        ({"3": "大概"}, "第 3 题请选择"),
        ({"99": "1"}, "没有这些问题"),
        ({"10": "字" * 2001}, "第 10 题写得太长"),
    ],
)
def test_an_answer_fits_its_question(report, contact, answers, why):
    with pytest.raises(Refused, match=why):
        services.save_draft(report, actor=contact, on=OPENED, filled=Filled(answers))


def test_what_is_handed_in_is_frozen_with_a_receipt(report, contact, clock):
    clock.move_to(FILED)
    sent = self_.submitted(report, contact, remark="无")
    assert fresh(report).state == "submitted"
    assert (sent.receipt_number, len(sent.digest)) == (f"2025-{sent.pk:06d}", 64)
    assert [row["part"] for row in sent.content][:1] == ["档案保存情况"]
    assert {row["part"] for row in sent.content} >= {"档案保存情况", "数据库运行维护情况"}
    assert for_subject(report).get().met_on == FILED
    assert StoredFile.objects.get(purpose="承诺书").party == report.unit.party


@pytest.mark.parametrize(
    "pledge, why",
    [
        ({"name": ""}, "姓名和职务"),
        ({"post": " "}, "姓名和职务"),
        ({"files": ()}, "负责人签字的承诺书"),
    ],
)
def test_without_the_signed_pledge_nothing_is_handed_in(report, contact, pledge, why):
    filled = Filled(self_.answers(report))
    with pytest.raises(Refused, match=why):
        services.submit(
            report, actor=contact, on=OPENED, filled=filled, pledge=self_.pledge(**pledge)
        )
    assert fresh(report).state == "waiting"


def test_an_open_question_holds_the_report_back(report, contact):
    with pytest.raises(Refused, match="第 2 题还没有填写"):
        self_.submitted(report, contact, on=OPENED, **{"2": ""})
    assert not report.submissions.exists()


def test_nothing_is_reported_before_it_is_asked_for(clerk, unit):
    asked = self_.prepared(clerk)
    with pytest.raises(Refused, match="还没有布置"):
        self_.entered(report_of(asked, unit), clerk, on=OPENED)


def test_what_was_sent_cannot_be_changed_or_sent_again(filed, contact):
    with pytest.raises(Refused, match="不能再修改"):
        services.save_draft(filed, actor=contact, on=FILED, filled=Filled({}))
    with pytest.raises(Refused, match="不能报送"):
        self_.submitted(filed, contact)


def test_another_unit_s_person_does_not_find_it(report, school):
    stranger = factories.make_contact("stranger", school.party)
    with pytest.raises(type(report).DoesNotExist):
        services.save_draft(report, actor=stranger, on=OPENED, filled=Filled({}))


def test_a_paper_report_is_entered_with_its_scan_and_reviewed_by_another(
    report, clerk, officer, clock
):
    clock.move_to(FILED)
    with pytest.raises(Refused, match="扫描件"):
        services.enter(
            report, actor=clerk, on=FILED, filled=Filled(self_.answers(report)),
            pledge=self_.pledge(files=()),
        )  # fmt: skip
    assert self_.entered(report, clerk).on_behalf
    with pytest.raises(Refused, match="代录人不能审核"):
        services.accept(report, actor=clerk, on=FILED)
    assert services.accept(report, actor=officer, on=FILED).state == "accepted"


def test_a_report_is_returned_with_reason_and_day_and_comes_anew(filed, officer, contact):
    again = date(2026, 6, 15)
    with pytest.raises(ValidationError, match="原因"):
        services.return_report(filed, actor=officer, on=FILED, note="", due_on=again)
    with pytest.raises(ValidationError, match="晚于今天"):
        services.return_report(filed, actor=officer, on=FILED, note="不实", due_on=FILED)
    back = services.return_report(filed, actor=officer, on=FILED, note="数据不全", due_on=again)
    assert (back.state, back.due_on, back.answers["1"]) == ("returned", again, "3")
    self_.submitted(back, contact, **{"1": "4"})
    first, second = filed.submissions.all()
    assert (first.outcome, first.content[0]["answer"]) == ("returned", "3")
    assert (second.outcome, second.content[0]["answer"]) == ("", "4")
    services.accept(back, actor=officer, on=FILED, note="同意")
    second.refresh_from_db()
    assert (second.outcome, second.reviewed_by, second.outcome_note) == (
        "accepted", officer, "同意",
    )  # fmt: skip


def test_a_review_is_not_dated_before_the_report(filed, officer):
    factories.give(officer, "backfill")
    with pytest.raises(Refused, match="不能早于报送日期"):
        services.accept(filed, actor=officer, on=OPENED)


def test_nothing_is_summed_up_while_a_report_waits(filed, clerk, officer, clock):
    clock.move_to(LATE)
    asked = filed.self_inspection
    with pytest.raises(Refused, match="1 份自查报告没有审核"):
        rounds.close(asked, actor=clerk, on=LATE, note="总体良好")
    services.accept(filed, actor=officer, on=LATE)
    with pytest.raises(ValidationError, match="汇总意见"):
        rounds.close(asked, actor=clerk, on=LATE, note="")
    closed = rounds.close(asked, actor=clerk, on=LATE, note="总体良好")
    assert (closed.state, closed.conclusion) == ("closed", "总体良好")
    assert for_subject(asked).get(code="D-I12").met_on == LATE


def test_before_the_last_day_nobody_is_missing(filed, clerk, officer, clock):
    services.accept(filed, actor=officer, on=FILED)
    with pytest.raises(Refused, match="报送期限（2026年9月30日）没有届满"):
        rounds.close(filed.self_inspection, actor=clerk, on=FILED, note="好")
    clock.move_to(DUE)
    with pytest.raises(Refused, match="没有届满"):
        rounds.close(filed.self_inspection, actor=clerk, on=DUE, note="好")
