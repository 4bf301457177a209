"""反馈意见: findings put into words, the one letter of a visit, and what its issue brings about."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.guards import has_something_open
from inspections.models import Finding, Inspection
from inspections.queries import letters, terms
from inspections.queries import recording as queries
from inspections.services import report_clock
from inspections.workflow import INSPECTION_FLOW

TITLE = "档案行政检查反馈意见书"
DRAFT = "inspections.draft_letter"


@act
def revise_finding(finding: Finding, *, actor, on: date, text: str, requirement: str) -> Finding:
    """Put a finding into better words, until the letter is handed in; a draft letter follows."""
    finding, backfilled = _editable(finding, actor, on)
    if not (text.strip() and requirement.strip()):
        raise Refused("问题和整改要求都要写明，没有保存。")
    finding.text, finding.requirement = text.strip(), requirement.strip()
    finding.save(update_fields=["text", "requirement"])
    letter = letters.letter_of(finding.inspection)
    if letter is not None:
        fields = letters.fields_about_findings(finding.inspection, on)
        documents.revise(letter, actor=actor, on=on, fields=fields)
    trail.record(finding, "revise", "修改问题表述", actor=actor, on=on, backfilled=backfilled)
    return finding


def _editable(finding, actor, on: date) -> tuple[Finding, bool]:
    finding = lock(finding, actor)
    check_permission(actor, DRAFT, "修改问题表述")
    backfilled = check_date(actor, on)
    letter = letters.letter_of(finding.inspection)
    if finding.inspection.state != Inspection.State.RECORDED or (
        letter is not None and letter.state != Document.State.DRAFT
    ):
        raise Refused("反馈意见书已经提交签发，问题的表述不能再改。需要修改的，请签发人先退回。")
    return finding, backfilled


@act
def give_guidance(finding: Finding, *, actor, on: date, text: str) -> Finding:
    """怎么改: the archive hall's advice on one finding, for the unit to read beside it."""
    finding = lock(finding, actor)
    check_permission(actor, "inspections.give_guidance", "填写整改指导")
    backfilled = check_date(actor, on)
    if finding.state == Finding.State.ACCEPTED:
        raise Refused("这个问题已经销号，不用再写整改指导。")
    if finding.state == Finding.State.TERMINATED:
        raise Refused("这个问题已经因单位撤销终结，不用再写整改指导。")
    if not text.strip():
        raise Refused("请写明怎么改，没有保存。")
    finding.guidance, finding.guidance_by = text.strip(), actor
    finding.save(update_fields=["guidance", "guidance_by"])
    trail.record(finding, "guide", "填写整改指导", actor=actor, on=on, backfilled=backfilled)
    return finding


@act
def draft_letter(
    inspection: Inspection, *, actor, on: date, overview: str, phone: str, cc=(), printer: str = ""
) -> Document:
    """起草反馈意见书: one for each visit; Refused for a look-back and for a second one."""
    inspection = _ready_for_letter(inspection, actor, on)
    if letter := letters.letter_of(inspection):
        raise Refused(
            f"这次检查已有反馈意见书（{letter.get_state_display()}），一次检查只发一份。"
            "请在原来的文书上办理。"
        )
    return documents.draft(
        inspection,
        "feedback_letter",
        bureau=inspection.bureau,
        party=inspection.party,
        title=TITLE,
        fields=letters.fields(
            inspection, on, overview=overview, phone=phone, cc=cc, printer=printer
        ),
        actor=actor,
        on=on,
    )


@act
def redraft_letter(
    inspection: Inspection, *, actor, on: date, overview: str, phone: str, cc=(), printer: str = ""
) -> Document:
    """Write the draft letter anew; a letter that was handed in is closed (documents.revise)."""
    inspection = _ready_for_letter(inspection, actor, on)
    letter = letters.letter_of(inspection)
    if letter is None:
        raise Refused("这次检查还没有反馈意见书的草稿，请先起草。")
    fields = letters.fields(inspection, on, overview=overview, phone=phone, cc=cc, printer=printer)
    return documents.revise(letter, actor=actor, on=on, fields=fields)


def _ready_for_letter(inspection, actor, on: date) -> Inspection:
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "起草反馈意见书")
    if why := not_ready(inspection, on):
        raise Refused(why)
    return inspection


def not_ready(inspection: Inspection, on: date) -> str | None:
    """Why the visit gets no letter now; None when it may."""
    if inspection.is_look_back:
        return "回头看不另发反馈意见书，结果记入原检查。"
    if inspection.state not in queries.AFTERWARDS:
        return "检查还没有结束，不能起草反馈意见书。请先结束现场检查。"
    if on < inspection.inspected_on:
        return f"起草日期不能早于检查日期（{cn_date(inspection.inspected_on)}）。"
    return None


def letter_issued(document: Document, *, actor, on: date) -> None:
    """The letter is out: the visit goes over to rectification and its clock D-I06 is met."""
    inspection = document.subject
    step = "tell" if has_something_open(inspection) else "tell_all_well"
    INSPECTION_FLOW.advance(inspection, step, actor=actor, on=on)
    deadlines.meet(inspection, "D-I06", on=on, note=f"已签发{document.number}")


def letter_delivered(document: Document, *, actor, on: date) -> None:
    """The unit has the letter: every open finding gets its last day.

    All findings run under D-I08, for the days that the 整改规则 sets for their kind; a hazard also
    under D-I07, and its own day is the one of the order (档案法第四十五条). A corrected letter says
    “自收到之日起” once more: its days run anew, and take nothing from more time granted before.
    """
    inspection = document.subject
    rule = terms.rule_of(inspection, on)
    for finding in letters.findings_of(inspection).filter(state=Finding.State.OPEN):
        codes = ("D-I08", "D-I07") if letters.is_hazard(finding) else ("D-I08",)
        for code in codes:
            clock = _started(finding, code, document, on, rule)
        Finding.objects.filter(pk=finding.pk).update(due_on=clock.due_on)
    if document.replaces:
        report_clock.follow(inspection, on=on)


def _started(finding, code: str, document: Document, on: date, rule) -> Deadline:
    before = None
    if document.replaces:
        reason = f"更正后的{document.number}重新送达"
        before = deadlines.cancel(finding, code, on=on, reason=reason)
    clock = deadlines.start(
        finding,
        code,
        bureau=document.subject.bureau,
        party=document.subject.party,
        on=on,
        name=f"第 {finding.position} 项　{letters.CLOCK_NAMES[code]}",
        **_days_of(finding, code, rule),
    )
    if before is None or before.due_on <= clock.due_on:
        return clock
    why = f"更正以前期限已经到{cn_date(before.due_on)}，重新送达不缩短。"
    return deadlines.wait(finding, code, on=on, until=before.due_on, why=why)


def _days_of(finding: Finding, code: str, rule) -> dict:
    """The days that the rule of the visit sets for the kind of the problem; none: the limit's."""
    kind = letters.kind_of(finding)
    if code != terms.REPORT or not rule.days_for(kind):
        return {}
    return {
        "length": rule.days_for(kind), "unit": Unit.WORKDAY, "grounds": rule.grounds(kind)
    }  # fmt: skip


def default_overview(inspection: Inspection) -> str:
    """What the letter says about the visit before anyone has put it into his own words."""
    counted = queries.tally(inspection)
    total = sum(counted.values())
    methods = "、".join(inspection.methods) or "现场检查"
    found = counted["fails"]
    fixed = inspection.findings.filter(spot_fix__isnull=False).count()
    apart = f"，其中{fixed}项已当场整改" if fixed else ""
    outcome = f"发现问题{found}项{apart}" if found else "未发现需要整改的问题"
    day = cn_date(inspection.inspected_on)
    return (
        inspection.summary
        or f"{day}，检查组采取{methods}的方式，对照检查清单共检查{total}项，{outcome}。"
    )
