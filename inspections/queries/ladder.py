"""逐级督促: 提醒, 约谈, 函询, 工作通报, 线索: which rung is open, and what comes first."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, Value
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import written_answers
from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import PageAct
from archives_enforcement.reading import read_once_a_page
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.models import Deadline
from inspections.models import (
    Escalation,
    Finding,
    Inspection,
    Interview,
    LookBackResult,
    RectificationRule,
    Reminder,
)
from inspections.queries.interviews import has_failed
from inspections.queries.letters import is_hazard

Step = Escalation.Step
REMIND, TALK = Step.REMIND, "talk"
URGED = "remind"  # the act of 催办 in the trail
RUNGS = (REMIND, TALK, Step.INQUIRY, Step.CIRCULAR)
LABELS = {TALK: "约谈", **dict(Step.choices)}
BUTTONS = LABELS | {REMIND: "发提醒函", Step.LEAD: "转为线索，认定事实后提出处理建议或者立案"}
NOT_YET = {
    TALK: "约谈",
    Step.INQUIRY: "函询",
    Step.CIRCULAR: "工作通报",
    Step.LEAD: "转为线索",
}
ENDED = {Step.INQUIRY: "单位没有答复，答复期限也没有届满的不算"}
HOW = {
    REMIND: "先催办或者签发提醒函，或者等到期提醒发出",
    TALK: "先约谈并登记约谈记录",
    Step.INQUIRY: "先函询并登记函询函的送达，等单位书面答复或者答复期限届满",
    Step.CIRCULAR: "先签发工作通报",
}


def climbed(inspection: Inspection, on: date) -> dict[str, set[int]]:
    """For each rung the keys of the visit's problems for which it was taken to its end by `on`.

    What a look-back saw unfixed was said to the unit on the spot: no reminder is missing. A
    question is at its end when it was answered, or the day for the answer is over.
    """
    own = {"finding__inspection": inspection}
    reminded = Reminder.objects.filter(**own, stage=Reminder.Stage.AFTER)
    seen = LookBackResult.objects.filter(**own).exclude(result=LookBackResult.Result.FIXED)
    talks = Interview.objects.filter(findings__inspection=inspection, state=Interview.State.HELD)
    sent = inspection.escalations.filter(document__state=Document.State.ISSUED, step__in=RUNGS)
    sent = sent.filter(~Q(step=Step.INQUIRY) | Q(Exists(_answer_over(on))))
    rungs = _rungs(reminded, "finding", Value(REMIND)).union(
        _rungs(seen, "finding", Value(REMIND)),
        _rungs(talks, "findings", Value(TALK)),
        _rungs(sent, "findings", F("step")),
        all=True,
    )
    found = {rung: set() for rung in RUNGS}
    for rung, key in rungs:
        found[rung].add(key)
    found[REMIND] |= urged(inspection)
    return found


def _answer_over(on: date):
    """The clock of the rung's letter, once it was met or has run out."""
    return Deadline.objects.filter(
        Q(met_on__isnull=False) | Q(due_on__lt=on),
        cancelled_on=None,
        content_type=ContentType.objects.get_for_model(Document),
        object_id=OuterRef("document"),
        code=written_answers.CLOCK,
    )


def _rungs(rows, path: str, rung):
    """Pairs of a rung and the key of a problem for which it was taken."""
    return rows.order_by().annotate(rung=rung).values_list("rung", path)


@read_once_a_page
def urged(inspection: Inspection) -> set[int]:
    """The problems about which the unit was reminded by hand: the trail names their places."""
    entries = AuditEntry.objects.about(inspection).filter(action=URGED)
    details = entries.values_list("details", flat=True)
    positions = {place for detail in details for place in detail.get("findings", ())}
    if not positions:
        return set()
    return {row.pk for row in inspection.findings.all() if row.position in positions}


def rung_before(step: str, rule: RectificationRule) -> str:
    """The rung that must be taken before `step`; those the rule lets skip are passed over."""
    needed = {
        TALK: rule.talk_first, Step.INQUIRY: rule.inquiry_first, Step.CIRCULAR: rule.circular_first,
    }  # fmt: skip
    below = RUNGS[: RUNGS.index(step)] if step in RUNGS else RUNGS
    return next(rung for rung in reversed(below) if needed.get(rung, True))


def why_not(inspection: Inspection, step: str, findings: Iterable[Finding], on: date) -> str | None:
    """Why `step` is not open yet for these problems; a hazard under order waits for no rung."""
    rule = RectificationRule.objects.on(inspection.bureau_id, on)
    return _why_not(step, findings, climbed(inspection, on), rule)


def split(inspection: Inspection, step: str, findings, on: date) -> tuple[list[Finding], str]:
    """Those among the problems that may go to `step`, and why the others may not yet."""
    findings = list(findings)
    rule, done = RectificationRule.objects.on(inspection.bureau_id, on), climbed(inspection, on)
    ready = [row for row in findings if _why_not(step, [row], done, rule) is None]
    return ready, _why_not(step, findings, done, rule) or ""


def reason(inspection: Inspection, findings: Iterable[Finding], today: date) -> str:
    """Why a rung is taken on these problems, in the words of the record."""
    late = [row for row in findings if row.due_on and row.due_on < today]
    seen = [row for row in findings if row not in late]
    parts = [
        f"第 {'、'.join(str(row.position) for row in rows)} 项{words}"
        for rows, words in ((late, "整改期限已过，没有改好"), (seen, "回头看时仍未改好"))
        if rows
    ]
    day = cn_date(inspection.inspected_on)
    return f"{day}检查发现的问题，{'；'.join(parts)}。" if parts else ""


def _why_not(
    step: str, findings: Iterable[Finding], done: dict[str, set[int]], rule: RectificationRule
) -> str | None:
    if step == REMIND:
        return None
    rung = rung_before(step, rule)
    left = [row for row in findings if row.pk not in done[rung] and not is_hazard(row)]
    if not left:
        return None
    items = "、".join(str(row.position) for row in left)
    ended = f"（{ENDED[rung]}）" if rung in ENDED else ""
    return (
        f"第 {items} 项还没有{LABELS[rung]}{ended}，不能{NOT_YET[step]}。请{HOW[rung]}。"
        "依据：本机关的整改规则。"
    )


PAGES = {
    REMIND: ("inspections:inspection-remind-by-letter", "inspections.review_reply"),
    TALK: ("inspections:interview-create", "inspections.hold_interview"),
    Step.INQUIRY: ("inspections:inspection-inquire", "inspections.review_reply"),
    Step.CIRCULAR: ("inspections:inspection-circular", "inspections.review_reply"),
    Step.LEAD: ("inspections:inspection-to-lead", "inspections.review_reply"),
}


class Rungs(NamedTuple):
    """Where the problems of a visit may go next, and where not yet."""

    open: list[PageAct]
    closed: list[PageAct]


def offers(inspection: Inspection, findings: list[Finding], user, today: date) -> Rungs:
    """The rungs as buttons: open where one of the problems that failed may go there.

    `findings` are all problems of the visit, with what look-backs saw (`look_back.SEEN`).
    """
    acts = _offers(inspection, findings, user, today)
    return Rungs([act for act in acts if act.url], [act for act in acts if act.why])


def _offers(inspection: Inspection, findings, user, today: date) -> list[PageAct]:
    if inspection.state != Inspection.State.RECTIFYING or inspection.unit.left_no_heir:
        return []
    failing = [row for row in findings if has_failed(row, today)]
    if not failing or not any(user.has_perm(permission) for _, permission in PAGES.values()):
        return []
    done, acts = climbed(inspection, today), []
    rule = RectificationRule.objects.on(inspection.bureau_id, today)
    for step, (page, permission) in PAGES.items():
        if not user.has_perm(permission):
            continue
        whys = [_why_not(step, [row], done, rule) for row in failing]
        why = None if None in whys else whys[0]
        url = "" if why else reverse(page, args=[inspection.pk])
        acts.append(PageAct(BUTTONS[step], url, why=why or ""))
    return acts
