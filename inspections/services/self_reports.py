"""自查报告: the unit fills it in and hands it in, the bureau takes it or sends it back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date, cn_datetime
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections import drawing, self_guards
from inspections.models import SelfQuestion, SelfReport, SelfSubmission
from inspections.queries import self_inspection as queries
from inspections.services.self_settling import settle
from inspections.workflow import SELF_REPORT_FLOW

ANSWER, REVIEW, ENTER = (
    "inspections.answer_selfreport", "inspections.review_selfreport", "accounts.act_for_party",
)  # fmt: skip
LONGEST = 2000
ANY_DRAFT = object()  # whoever does not say from what he started overwrites nothing unseen


class Filled(NamedTuple):
    """What is typed: `answers` by the keys of the questions; `seen` is when the draft was saved
    that its writer had before him (None: there was none)."""

    answers: Mapping[str, str]
    remark: str = ""
    files: tuple = ()
    seen: datetime | None | object = ANY_DRAFT


class Pledge(NamedTuple):
    """真实性承诺: who signs as the head of the unit, his post, and the signed paper."""

    name: str
    post: str
    files: tuple = ()


@act
def save_draft(report: SelfReport, *, actor, on: date, filled: Filled) -> SelfReport:
    """保存草稿; nothing is asked of its completeness. Refused when somebody saved meanwhile."""
    report = lock(report, actor)
    check_permission(actor, ANSWER, "保存自查报告")
    check_date(actor, on)
    if why := self_guards.is_asked_for(report, Act(actor, on, ANSWER)):
        raise Refused(why)
    _still_open(report)
    _keep(report, filled, actor)
    trail.record(report, "save_draft", "保存自查报告草稿", actor=actor, on=on)
    return report


def _still_open(report: SelfReport) -> None:
    if report.state not in SelfReport.AWAITS_UNIT:
        raise Refused(
            f"自查报告的状态是“{report.get_state_display()}”，不能再修改。需要更正的，请联系档案局退回。"
        )


def _keep(report: SelfReport, filled: Filled, actor) -> None:
    if filled.seen is not ANY_DRAFT and filled.seen != report.saved_at:
        raise Refused(
            f"您填写的时候，{report.saved_by}已经在{cn_datetime(report.saved_at)}保存了另一份草稿。"
            "您填的都还在，那份草稿里和您不同的答复列在上面；看过以后再保存或者报送，就以您填的为准。"
        )
    report.answers = _checked(report, filled.answers)
    report.remark = filled.remark.strip()
    report.saved_at, report.saved_by = timezone.now(), actor
    report.save(update_fields=["answers", "remark", "saved_at", "saved_by"])
    _attach(report, report, filled.files, queries.MATERIAL, actor)


def _attach(report: SelfReport, subject, files, purpose: str, actor) -> None:
    attach(
        subject, files, purpose=purpose, actor=actor, bureau=report.bureau,
        party=report.unit.party, shown_to_party=True,
    )  # fmt: skip


def _checked(report: SelfReport, answers: Mapping[str, str]) -> dict[str, str]:
    questions = {row.key: row for row in queries.questions_of(report)}
    if set(answers) - questions.keys():
        raise Refused("自查表没有这些问题，请刷新页面后重新填写。")
    found = {key: (answers.get(key) or "").strip() for key in questions}
    for key, question in questions.items():
        if found[key] and (why := _fault(question, found[key])):
            raise Refused(f"第 {question.position} 题{why}")
    return found


def _fault(question: SelfQuestion, answer: str) -> str | None:
    if question.answer == question.Answer.YES_NO and answer not in question.VERDICTS:
        return f"请选择：{'、'.join(question.VERDICTS)}。"
    if question.answer == question.Answer.NUMBER and not (answer.isascii() and answer.isdigit()):
        return "请只填数字，没有的填 0。"
    return f"写得太长，不超过 {LONGEST} 个字。" if len(answer) > LONGEST else None


@act
def submit(
    report: SelfReport, *, actor, on: date, filled: Filled, pledge: Pledge
) -> SelfSubmission:
    """报送 by the unit itself, with the pledge that its head has signed; returns what is the 回执.

    Raises Refused while a question is open, the pledge or its signed paper is missing.
    """
    return _hand_in(report, "submit", actor, on, filled, pledge)


@act
def enter(report: SelfReport, *, actor, on: date, filled: Filled, pledge: Pledge) -> SelfSubmission:
    """代录 of a report on paper; its scan, pledge included, is required."""
    return _hand_in(report, "enter_report", actor, on, filled, pledge)


def _hand_in(report, step: str, actor, on: date, filled: Filled, pledge: Pledge):
    report = lock(report, actor)
    _pledged(step, pledge)
    if why := SELF_REPORT_FLOW.out_of_turn(report, step):
        raise Refused(why)
    behalf = step == "enter_report"
    check_permission(actor, ENTER if behalf else ANSWER, "报送自查报告")
    _keep(report, filled, actor)
    if why := self_guards.everything_answered(report):
        raise Refused(why)
    report = SELF_REPORT_FLOW.advance(
        report, step, actor=actor, on=on, on_behalf_of=report.unit.party.name if behalf else "",
        details=lambda row: {"pledged_by": pledge.name, "answers": row.answers},
    )  # fmt: skip
    submission = _freeze(report, actor, on, pledge, behalf)
    _attach(report, submission, pledge.files, queries.PLEDGE, actor)
    if on >= queries.clock_begins(report.self_inspection):
        deadlines.meet(report, queries.REPORT_CLOCK, on=on)
    settle(report, on)
    if not behalf:
        text = f"{report.unit}报送了{report.self_inspection}，请审核。"
        tell([report.self_inspection.drafted_by], text, url=report.get_absolute_url())
    return submission


def _pledged(step: str, pledge: Pledge) -> None:
    if not pledge.name.strip() or not pledge.post.strip():
        raise Refused("请填写签署承诺书的单位负责人的姓名和职务：单位对报告的真实性负责。")
    if pledge.files:
        return
    if step == "enter_report":
        raise Refused("代录必须附单位纸质报告（含负责人签字的承诺书）的扫描件或照片，请选择文件。")
    raise Refused("请附负责人签字的承诺书（扫描件或照片）：打印报告，请负责人签字后拍照上传。")


def _freeze(report: SelfReport, actor, on: date, pledge: Pledge, behalf: bool) -> SelfSubmission:
    content = [
        {
            "part": row.get_part_display(), "text": row.text, "item": row.item_code,
            "answer": report.answers[row.key],
        }
        for row in queries.questions_of(report)
    ]  # fmt: skip
    sworn = {"pledged_by": pledge.name.strip(), "pledge_post": pledge.post.strip()}
    whole = {"unit": str(report.unit), "content": content, "remark": report.remark, **sworn}
    return SelfSubmission.objects.create(
        report=report,
        content=content,
        remark=report.remark,
        submitted_on=on,
        submitted_at=timezone.now(),
        submitted_by=actor,
        on_behalf=behalf,
        digest=drawing.sha256(drawing.canonical(whole)),
        **sworn,
    )


@act
def accept(report: SelfReport, *, actor, on: date, note: str = "") -> SelfReport:
    """审核通过 of what was handed in last."""
    report = SELF_REPORT_FLOW.advance(report, "accept", actor=actor, on=on, note=note)
    _answered(report, SelfSubmission.Outcome.ACCEPTED, actor, on, note)
    _tell(report, on, f"{report}已经审核通过。{note.strip()}")
    return report


@act
def return_report(report: SelfReport, *, actor, on: date, note: str, due_on: date) -> SelfReport:
    """退回 with the reason and the day by which the report comes anew."""
    if not note.strip():
        raise Refused({"note": "请写明退回的原因，便于单位改正。"})
    if due_on <= on:
        raise Refused({"due_on": "重新报送的期限应当晚于今天。"})
    report = SELF_REPORT_FLOW.advance(
        report, "return_report", actor=actor, on=on, note=note,
        write=lambda row: {"due_on": due_on},
    )  # fmt: skip
    _answered(report, SelfSubmission.Outcome.RETURNED, actor, on, note)
    _tell(report, on, f"{report}被退回，请在{cn_date(due_on)}前改正后重新报送：{note}")
    return report


def _answered(report: SelfReport, outcome: str, actor, on: date, note: str) -> None:
    last = queries.last_submission(report)
    last.outcome, last.outcome_note = outcome, note.strip()
    last.reviewed_by, last.reviewed_on = actor, on
    last.save(update_fields=["outcome", "outcome_note", "reviewed_by", "reviewed_on"])


def _tell(report: SelfReport, on: date, text: str) -> None:
    tell_party(report.unit.party, text, on=on, url=report.get_portal_url())
