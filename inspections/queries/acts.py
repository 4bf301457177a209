"""What may be done with a check, as buttons: its own steps, and acts of the phases beside them."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse

from archives_enforcement.navigation import PageAct, acts_from
from archives_enforcement.workflow import BACKFILL
from inspections.models import Finding, Inspection
from inspections.queries import progress, site_record, terminations
from inspections.queries.letters import is_hazard
from inspections.queries.measures import MEASURED
from inspections.queries.recording import HELD
from inspections.workflow import INSPECTION_FLOW

S = Inspection.State
CANCEL = INSPECTION_FLOW.transitions["cancel"].label
INVITE, URGENT = "邀请观察员", "紧急检查"
TERMINATE, PROPOSED = "提出终结整改", "看提出的终结"
LEAVE, REFUSE, MOVE = (
    INSPECTION_FLOW.transitions[name].label
    for name in ("leave_unannounced", "refuse_afterwards", "reschedule")
)
ORDER_ORALLY, REPORT_DANGER = "紧急口头责令", "紧急处置报告"
# Never the button that stands out, nor greyed; only 改期 says what stands in its way.
QUIET = (INVITE, URGENT, CANCEL, LEAVE, REFUSE, MOVE, ORDER_ORALLY, REPORT_DANGER)
NOT_ANSWERED = (Finding.State.OPEN, Finding.State.RETURNED)
PAGE_OF_STEP = {  # in the order of the buttons
    "submit": "inspections:inspection-submit",
    "approve": "inspections:inspection-approve",
    "return_inspection": "inspections:inspection-return",
    "start": "inspections:inspection-start",
    "finish": "inspections:inspection-finish",
    "close": "inspections:inspection-close",
    "reschedule": "inspections:inspection-reschedule",
    "leave_unannounced": "inspections:inspection-unannounced",
    "refuse_afterwards": "inspections:inspection-refuse-afterwards",
    "cancel": "inspections:inspection-cancel",
}


class Record(NamedTuple):
    """A check with what its page has already read about it."""

    inspection: Inspection
    documents: list
    findings: list

    def has_paper(self, kind: str) -> bool:
        return progress.latest(self.documents, kind) is not None

    @property
    def unanswered(self) -> bool:
        return any(row.state in NOT_ANSWERED for row in self.findings)

    @property
    def is_alone(self) -> bool:
        """Whether nobody is left to put anything right: dissolved, without an heir."""
        return self.inspection.unit.left_no_heir

    @property
    def unfixed(self) -> bool:
        return any(row.state in Finding.UNFIXED for row in self.findings)


class Extra(NamedTuple):
    """An act that changes no state of the check; offered when `fits` says so."""

    label: str
    page: str
    permission: str
    states: tuple[str, ...]
    fits: Callable[[Record], bool] = lambda record: True


DRAFTING = "inspections.draft_inspection"
# fmt: off
BEFORE = (
    Extra("确定检查组", "inspections:inspection-team", DRAFTING, (S.DRAFT,)),
    Extra("补办批准", "inspections:inspection-approve-afterwards", "inspections.approve_inspection",
          (S.ON_SITE, S.RECORDED), lambda record: record.inspection.awaits_late_approval),
    Extra("修改时间和地点", "inspections:inspection-edit", DRAFTING, (S.DRAFT,)),
    Extra("起草检查通知书", "inspections:notice-draft", "inspections.draft_letter", (S.APPROVED,),
          lambda record: not record.has_paper(progress.NOTICE)),
    Extra("继续现场记录", "inspections:inspection-record", "inspections.record_inspection",
          (S.ON_SITE,)),
    Extra("起草反馈意见书", "inspections:letter-draft", "inspections.draft_letter", (S.RECORDED,),
          lambda record: not (record.inspection.is_look_back or record.is_alone
                              or record.has_paper(progress.LETTER))),
)
AFTER = (
    Extra(URGENT, "inspections:inspection-go-urgently", "inspections.record_inspection",
          (S.DRAFT,), lambda record: bool(record.inspection.team.all())),
    Extra(INVITE, "inspections:inspection-observers", DRAFTING,
          (S.DRAFT, S.PENDING, S.APPROVED),
          lambda record: not record.inspection.party.is_enterprise),
    Extra("登记观察员到场", "inspections:inspection-attendance", "inspections.record_inspection",
          (S.ON_SITE, S.RECORDED, *Inspection.TOLD),
          lambda record: any(row.attended is None for row in record.inspection.invitations.all())),
    Extra("制作现场检查笔录", "inspections:site-record-draft", "inspections.record_inspection",
          HELD, lambda record: not record.has_paper(site_record.KIND)),
    Extra("填报监管平台", "inspections:inspection-report", "inspections.report_to_platform",
          HELD, lambda record: record.inspection.reported_on is None),
    Extra("催办", "inspections:inspection-remind", "inspections.review_reply", (S.RECTIFYING,),
          lambda record: record.unanswered and not record.is_alone),
    Extra("安排回头看", "inspections:look-back-create", DRAFTING, (S.RECTIFYING,),
          lambda record: record.unfixed and not record.is_alone),
    Extra("推荐为整改典型", "inspections:exemplary-nominate", "inspections.nominate_exemplary",
          (S.CLOSED,), lambda record: bool(record.findings)),
    Extra(ORDER_ORALLY, "inspections:inspection-order-orally", "inspections.record_inspection",
          MEASURED),
    Extra(REPORT_DANGER, "inspections:inspection-report-to-others", "documents.draft_document",
          MEASURED, lambda record: record.inspection.state == S.ON_SITE
          or any(is_hazard(row) for row in record.findings)
          or bool(record.inspection.oral_orders.all())),
)
# fmt: on


def acts_on(record: Record, user, on: date) -> list[PageAct]:
    """The buttons of a check for this person; the first open one is the primary one."""
    inspection = record.inspection
    offers = [
        offer
        for offer in INSPECTION_FLOW.offers(inspection, user, on=judged_on(inspection, user, on))
        if offer.step.name in PAGE_OF_STEP
        and address(PAGE_OF_STEP[offer.step.name], inspection)
        and not (offer.why and offer.step.label in QUIET and offer.step.label != MOVE)
    ]
    offers.sort(key=lambda offer: list(PAGE_OF_STEP).index(offer.step.name))
    steps = acts_from(offers, lambda name: address(PAGE_OF_STEP[name], inspection))
    before = [*_extras(BEFORE, record, user), *_termination(record, user)]
    after = list(_extras(AFTER, record, user))
    found = _in_order(inspection, steps, before, after)
    return _one_primary(found)


def _termination(record: Record, user) -> Iterator[PageAct]:
    """What a unit without an heir left is ended together, on a page of its own."""
    unit = record.inspection.unit
    if not unit.left_no_heir or record.inspection.state not in (S.RECORDED, S.RECTIFYING):
        return
    if waiting := terminations.waits_for_decision(unit):
        yield PageAct(PROPOSED, waiting.get_absolute_url())
    elif user.has_perm("inspections.review_reply") and terminations.left_by(unit).lines:
        yield PageAct(TERMINATE, reverse("inspections:termination-propose", args=[unit.pk]))


def judged_on(inspection: Inspection, user, on: date) -> date:
    """Whoever may enter acts late may date a step back to the visit's own day."""
    return min(on, inspection.scheduled_on) if user.has_perm(BACKFILL) else on


def _in_order(inspection, steps, before, after) -> list[PageAct]:
    """Without a team there is nothing to submit, and a notice goes out before the visit starts."""
    last = [act for act in steps if act.label == CANCEL]
    steps = [act for act in steps if act not in last]
    if inspection.state == S.DRAFT and inspection.team.all():
        open_steps = [act for act in steps if not act.why]
        closed = [act for act in steps if act.why]
        return [*open_steps, *before, *after, *last, *closed]
    opened = [*before, *(act for act in steps if not act.why), *after, *last]
    return [*opened, *(act for act in steps if act.why)]


def _extras(table, record: Record, user) -> Iterator[PageAct]:
    for extra in table:
        if record.inspection.state not in extra.states or not user.has_perm(extra.permission):
            continue
        if (url := address(extra.page, record.inspection)) and extra.fits(record):
            yield PageAct(extra.label, url)


def _one_primary(acts: list[PageAct]) -> list[PageAct]:
    """The one button that stands out."""
    first = next((act for act in acts if not act.why and act.label not in QUIET), None)
    return [act._replace(primary=act is first) for act in acts]


def address(page: str, inspection: Inspection) -> str:
    """Where an act is done; empty while its page is not installed."""
    try:
        return reverse(page, args=[inspection.pk])
    except NoReverseMatch:
        return ""
