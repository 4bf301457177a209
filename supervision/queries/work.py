"""待办 of 执法监督: what waits for who supervises, and for who is supervised."""

from datetime import date
from itertools import chain

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from inspections.queries.work import Group, WorkItem
from supervision.models import Complaint, FaultRecord, Remedy, Round, SupervisionNotice
from supervision.queries.faults import CLOCK as STATEMENT
from supervision.queries.faults import own_page
from supervision.queries.invitations import (
    asked_of_drawn,
    with_what_is_left,
    work_for_guest,
)
from supervision.queries.notices import CORRECTION, REPORT, REVIEW
from supervision.queries.remedies import clock_code
from supervision.workflow import (
    ANSWER,
    ASSIGN,
    ASSIGN_FAULT,
    DECIDE_FAULT,
    KEEP,
    REGISTER,
    REGISTER_FAULT,
    SUPERVISE,
)

S, C, D = SupervisionNotice.State, Complaint.State, Round.State
L = FaultRecord.State
BASIS = "本机关执法监督工作规范"


@asks
def work_for_supervision(user, today: date) -> Asking[list[WorkItem]]:
    """Papers to sign for, report on and verify; complaints to look into; answers that are due."""
    if not user.bureau_id:
        return []
    found = yield from side_by_side(
        _rounds(user), _notices(user), _complaints(user), _remedies(user), _faults(user, today),
        work_for_guest(user, today),
    )  # fmt: skip
    return list(chain.from_iterable(found))


def _rounds(user):
    asked = {
        D.FROZEN: (SUPERVISE, "见证抽取", "去抽取"),
        D.DRAWN: (SUPERVISE, "评查", "去评查"),
        D.CIRCULATED: (ANSWER, "报告检查纠正情况", "去报告"),
        D.REPORTED: (SUPERVISE, "核实纠正情况", "去核实"),
    }
    wanted = [state for state, (permission, *_) in asked.items() if user.has_perm(permission)]
    rows = with_what_is_left(Round.objects.open_to(user).filter(state__in=wanted))
    rows = yield from rows_of(rows.exclude(state=D.FROZEN, drafted_by=user))
    clocks = yield from clocks_on(rows)
    told = ((row, *(asked_of_drawn(row) or asked[row.state][1:])) for row in rows)
    return [
        _item(row, clocks.find(row, REPORT), f"{text}：{row}", button)
        for row, text, button in told
        if text
    ]


def _notices(user):
    if not (user.has_perm(ANSWER) or user.has_perm(SUPERVISE)):
        return []
    rows = SupervisionNotice.objects.open_to(user).filter(state__in=[S.ISSUED, S.OPEN, S.REPORTED])
    rows = yield from rows_of(rows.select_related("review_request", "issuer"))
    clocks = yield from clocks_on(rows)
    return [item for row in rows for item in _items(row, user, clocks)]


def _complaints(user):
    if not user.has_perm("supervision.view_complaint"):
        return []
    going = (C.RECEIVED, C.ASSIGNED, C.FOUND)
    rows = yield from rows_of(Complaint.objects.open_to(user).filter(state__in=going))
    clocks = yield from clocks_on(rows)
    return [item for row in rows for item in _of_complaint(row, user, clocks.find(row, "D-S06"))]


def _of_complaint(row: Complaint, user, clock):
    if row.state == C.RECEIVED and user.has_perm(ASSIGN):
        yield _item(row, clock, f"为{row}指定调查人", "去指定")
    if row.state == C.ASSIGNED and row.investigator_id == user.pk:
        yield _item(row, clock, f"调查{row}", "去登记")
    if row.state == C.FOUND and user.has_perm(REGISTER):
        yield _item(row, clock, f"答复{row}", "去答复")


def _remedies(user):
    if not user.has_perm(KEEP):
        return []
    rows = yield from rows_of(Remedy.objects.open_to(user).filter(state=Remedy.State.OPEN))
    clocks = yield from clocks_on(rows)
    return [
        _item(
            row, clocks.find(row, clock_code(row)),
            f"答复{row.get_kind_display()}（{row.applicant}）", "去登记",
        )
        for row in rows
    ]  # fmt: skip


def _faults(user, today: date):
    rows = FaultRecord.objects.open_to(user).exclude(state__in=FaultRecord.ENDED)
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    found = (_of_fault(row, user, clocks.find(row, STATEMENT), today) for row in rows)
    return [item for item in found if item]


def _of_fault(row: FaultRecord, user, clock, today: date) -> WorkItem | None:
    if row.officer_id == user.pk:
        if row.stated_on is None and row.state != L.DECIDED:
            item = _item(row, clock, f"对{row}陈述申辩", "去陈述")
            return item._replace(url=own_page(row))
    elif asked := _asked_of_fault(row, user, clock, today):
        return _item(row, clock if row.state == L.TOLD else None, *asked)
    return None


def _asked_of_fault(row: FaultRecord, user, clock, today: date) -> tuple[str, str] | None:
    """What one of those who keep it has to do now: words and button."""
    by_post = {
        L.REGISTERED: (ASSIGN_FAULT, f"为{row}指定调查人", "去指定"),
        L.PROPOSED: (DECIDE_FAULT, f"决定{row}", "去决定"),
        L.DECIDED: (REGISTER_FAULT, f"落实{row}的处理", "去登记"),
    }
    if row.state in by_post:
        permission, text, button = by_post[row.state]
        return (text, button) if user.has_perm(permission) else None
    if row.investigator_id != user.pk:
        return None
    over = row.state == L.TOLD and clock is not None and today > clock.due_on
    return {
        L.ASSIGNED: (f"告知{row}的当事人员", "去告知"),
        L.HEARD: (f"对{row}提出处理意见", "去办理"),
    }.get(row.state) or ((f"{row}：期满没有陈述", "去办理") if over else None)


def _items(row: SupervisionNotice, user, clocks: Clocks):
    asked = row.asked_for_review
    if user.has_perm(ANSWER) and row.state == S.ISSUED:
        yield _item(row, None, f"签收{row.get_form_display()}", "去签收")
    if user.has_perm(ANSWER) and row.state == S.OPEN:
        clock = clocks.find(row, CORRECTION)
        yield _item(row, clock, f"按{row.issuer}的监督文书纠正并报告", "去报告")
    if not user.has_perm(SUPERVISE):
        return
    if row.state == S.REPORTED:
        yield _item(row, None, f"核实{row.receiver}的纠正情况", "去核实")
    if asked and not asked.outcome:
        clock = clocks.find(row, REVIEW)
        yield _item(row, clock, f"对{row.receiver}的复查申请作出决定", "去办理")


def _item(row, clock, text: str, button: str) -> WorkItem:
    due, basis = (clock.due_on, clock.article or BASIS) if clock else (None, BASIS)
    return WorkItem(due, text, basis, row.get_absolute_url(), button, Group.RECTIFICATION)
