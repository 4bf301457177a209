"""The case file of a check that was done online: sheets stand where a paper would lie."""

import json

import pytest

from archives_enforcement.archiving import sheets
from archives_enforcement.archiving.registry import INNER, MAIN
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from inspections.models import Inspection, Interview
from inspections.services import (
    answers,
    concluding,
    interview_minutes,
    recording,
    rectification,
    site_facts,
)
from tests.archiving.checks import found, issue, missing, online, rectifying, sheet_of, today
from tests.archiving.filing import make_scan
from tests.inspections.arranging import make_approved
from tests.inspections.on_site import FACTS, SIGNED, begin
from tests.inspections.rectifying import answer, make_finding, make_look_back, make_visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer, state="closed", letter=None)


def test_an_approval_done_online_stands_in_the_inner_volume(unit, officer, second_officer, head):
    visit = make_approved(officer, second_officer, head, unit)
    assert online(visit)["检查审批表"].part == INNER
    text = sheet_of(visit, "检查审批表")
    assert "待审批 → 已批准" in text and "批准，2024年8月20日" in text
    issue(visit, "inspection_approval", officer, head)
    assert "检查审批表" not in online(visit)


def test_a_look_back_without_a_paper_keeps_its_sheet_beside_the_paper_of_the_check(
    unit, officer, second_officer, head
):
    visit = make_approved(officer, second_officer, head, unit)
    second = make_approved(officer, second_officer, head, unit)
    Inspection.objects.filter(pk=second.pk).update(kind="look_back", origin=visit)
    issue(visit, "inspection_approval", officer, head)
    acts = AuditEntry.objects.about(second).filter(action__in=["submit", "approve"])
    assert {number for number, _ in online(visit)["检查审批表"].acts} == set(
        acts.values_list("sequence", flat=True)
    )


def test_replies_and_what_became_of_them_prove_the_ledger(visit, officer, contact):
    visit = rectifying(visit)
    first, second = make_finding(visit, 1), make_finding(visit, 2)
    answer(first, contact, text="已换新灭火器两具。")
    assert "整改台账" in missing(visit) and "整改台账" not in online(visit)
    rectification.return_reply(first, actor=officer, on=today(), note="看不清检验日期。")
    answer(first, contact, text="已补拍检验标签。")
    rectification.accept(first, actor=officer, on=today())
    rectification.verify_on_site(second, actor=officer, on=today(), note="现场已改好。")
    assert "整改台账" not in missing(visit)
    text = sheet_of(visit, "整改台账")
    for wanted in ("库房第 2 处问题", "已销号", "待复核 → 已退回", "看不清检验日期。",
                   "现场已改好。", "单位经办人"):  # fmt: skip
        assert wanted in text, wanted


def test_the_sheet_of_replies_holds_the_text_of_each(visit, officer, clerk, contact):
    visit = rectifying(visit)
    answer(make_finding(visit, 1), contact, text="已换新灭火器两具。")
    answers.enter_reply(
        make_finding(visit, 2), actor=clerk, on=today(), kind="objection", text="我们有交接清单。",
        files=[make_scan()],
    )  # fmt: skip
    assert online(visit)["整改回复"].part == MAIN
    text = sheet_of(visit, "整改回复")
    for wanted in ("已换新灭火器两具。", "单位在线填写", "我们有交接清单。", "我们有不同意见",
                   f"代录：{visit.party.name}"):  # fmt: skip
        assert wanted in text, wanted


def test_the_sheet_of_replies_stands_beside_a_ledger_on_paper(visit, officer, contact, head):
    visit = rectifying(visit)
    finding = make_finding(visit)
    answer(finding, contact)
    rectification.accept(finding, actor=officer, on=today())
    issue(visit, "rectification_ledger", officer, head)
    assert "整改台账" not in online(visit) and "整改回复" in online(visit)


def test_a_look_back_that_was_recorded_online_needs_no_other_paper(visit, officer, second_officer):
    look_back = make_look_back(visit, officer, second_officer, state="approved")
    Inspection.objects.filter(pk=look_back.pk).update(
        approved_on=today(), scheduled_on=today(), inspected_on=None, unannounced="核查日常管理"
    )
    finding = make_finding(visit, state="returned")
    begin(look_back, officer, today())
    recording.record_look_back(
        look_back, actor=officer, on=today(), results={finding.pk: ("partly", "还差一具灭火器。")}
    )
    site_facts.record_facts(look_back, actor=officer, on=today(), **FACTS)
    assert "回头看记录" in missing(visit)
    concluding.conclude(look_back, actor=officer, on=today(), signing=SIGNED)
    assert "回头看记录" not in missing(visit)
    text = sheet_of(visit, "回头看记录")
    assert "部分整改" in text and "还差一具灭火器。" in text and "单位负责人" in text


def test_a_talk_that_was_recorded_online_needs_no_minutes_on_paper(visit, officer):
    talk = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="未整改",
        scheduled_on=today(), scheduled_at="10:00", place="会议室", state="notified",
        drafted_by=officer,
    )  # fmt: skip
    interview_minutes.hold(
        talk, actor=officer, on=today(), present="分管负责人", minutes="听取说明。",
        commitments=[("月底前改好。", today())],
    )  # fmt: skip
    assert "约谈记录" not in missing(visit) and "约谈通知书" in missing(visit)
    assert "月底前改好。" in sheet_of(visit, "约谈记录")


def test_what_the_unit_signed_for_online_lies_behind_its_paper(visit, officer, head, contact):
    paper = issue(visit, "inquiry_letter", officer, head)
    documents.acknowledge(paper.deliveries.get(), actor=contact, on=today())
    lines = found(visit).lines
    place = next(n for n, line in enumerate(lines) if line.number == paper.number)
    behind = lines[place + 1]
    assert (behind.place, behind.source) == (lines[place].place, "record")
    assert behind.title == f"{paper.title}网上签收（线上办理记录）"
    traced = found(visit).trace_of(behind)
    assert str(contact) in json.dumps(sheets.content(traced, ""), ensure_ascii=False)
