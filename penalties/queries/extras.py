"""Acts that change no state of a case: what each is called, who may do it, and when it fits."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils import timezone

from archives_enforcement.documents import drafting
from archives_enforcement.documents.models import Document
from penalties import (
    accountability_guards,
    closing_guards,
    deciding_guards,
    departure_guards,
    guards,
    payment_guards,
    spot_guards,
)
from penalties.models import Case
from penalties.queries import (
    accountability,
    court,
    defending,
    demands,
    discretion,
    earlier_fines,
    enforcing,
    no_penalty,
    papers,
)
from penalties.queries.hearings import HEARING_NOTICE, ahead, announced_by, standing
from penalties.queries.owing import APPLICATION
from penalties.workflow import HANDLE

S = Case.State
GATHERING = (S.ON_THE_SPOT, S.INVESTIGATING)
WAIVED_IN = (S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED)
RAISED_IN = tuple(state for state in Case.OPEN if state != S.DECIDED)  # 回避 before the decision
PERSON_IN = (*GATHERING, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED)
FINED_IN = (S.PENDING, *PERSON_IN)
FOUND = (S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED, S.DECIDED)  # 查明事实
INSTALMENTS = "instalment_notice"
CRITICISM = "criticism_record"


class Extra(NamedTuple):
    """An act that changes no state of the case; offered when `fits` says so."""

    label: str
    page: str  # of this room, or the kind of a paper of the catalogue
    permission: str
    states: tuple[str, ...]
    fits: Callable[[Case], bool] = lambda case: True
    done: Callable[[Case], bool] = lambda case: False  # may be done again, but leads no more
    aside: bool = False  # stands after the way forward
    paper: bool = False  # drafted on the common page, by what this asks for


def _no_paper(kind: str) -> Callable[[Case], bool]:
    def fits(case: Case) -> bool:
        paper = papers.latest(case, kind)
        return paper is None or (kind == papers.NOTICE and paper.state == Document.State.ISSUED)

    return fits


def _needs_discussion(case: Case) -> bool:
    return deciding_guards.discussed_where_needed(case, None) is not None


def _discussed_departure(case: Case) -> bool:
    """A departure from the benchmark that waits for the head, its minutes at hand."""
    waiting = departure_guards.approved(case, None) is not None
    return waiting and departure_guards.discussed(case, None) is None


def _graded(case: Case) -> bool:
    """Whether a benchmark grades the clause, so that facts are weighed by it."""
    return bool(case.facts) and discretion.row_for(case, timezone.localdate()) is not None


def _late(case: Case) -> bool:
    """Whether there is something to impose, and no paper about it on its way."""
    paper = papers.latest(case, papers.SURCHARGE)
    if paper is not None and paper.state != Document.State.ISSUED:
        return False
    return enforcing.lateness(case, timezone.localdate()).amount > 0


def _to_announce(case: Case) -> bool:
    """Whether a hearing is arranged of which no paper tells the party, or none of its new day."""
    paper, hearing = papers.latest(case, HEARING_NOTICE), ahead(case)
    if hearing is None or (paper is not None and paper.state != Document.State.ISSUED):
        return False
    return not announced_by(hearing, paper)


def _draftable(kind: str) -> Callable[[Case], bool]:
    """Whether there is none of its papers yet, and nothing in the way of the first."""

    def fits(case: Case) -> bool:
        today = timezone.localdate()
        return (
            papers.latest(case, kind) is None
            and drafting.refusal("case", case, kind, today) is None
        )

    return fits


def _asked_for_time(case: Case) -> bool:
    """Whether the party's own application waits, which has acts of its own."""
    return any(row.answered_on is None for row in case.payment_requests.all())


def _to_grant(case: Case) -> bool:
    return not _asked_for_time(case) and _draftable(INSTALMENTS)(case)


def _may_be_deferred(case: Case) -> bool:
    """Whether the payment is still waited for, so that it may be put off, also when it is late."""
    clock = papers.clock_on(papers.decision(case), papers.PAYMENT_CLOCK)
    running = clock is not None and clock.is_open
    return (
        running and not _asked_for_time(case) and papers.latest(case, "instalment_approval") is None
    )


def _may_be_challenged(case: Case) -> bool:
    told = papers.delivered_on(papers.decision(case)) is not None
    return told and enforcing.open_challenge(case) is None


def _to_educate(case: Case) -> bool:
    """Whether the act goes, or may go, without a penalty and nobody has written that he educated.

    行政处罚法第三十三条第三款 asks for it.
    """
    if papers.latest(case, CRITICISM) is not None:
        return False
    slight = case.outcome == Case.Outcome.SLIGHT
    return slight or no_penalty.standing(case, timezone.localdate()) is not None


# fmt: off
EXTRAS = (
    Extra("登记证据", "evidence-add", HANDLE, GATHERING,
          done=lambda case: case.evidence.exists()),
    Extra("认定事实", "case-establish", HANDLE, GATHERING,
          lambda case: case.evidence.exists(),
          lambda case: guards.facts_established(case, None) is None),
    Extra("登记责任能力", "accountability-record", HANDLE, PERSON_IN,
          lambda case: accountability.is_person(case) and case.evidence.exists(),
          lambda case: accountability_guards.known(case, None) is None),
    Extra("登记已受罚款", "earlier-fine-add", HANDLE, FINED_IN,
          lambda case: bool(earlier_fines.unanswered(case))),
    Extra("登记已受罚款", "earlier-fine-add", HANDLE, FINED_IN,
          lambda case: not earlier_fines.unanswered(case), aside=True),
    Extra("登记裁量事实", "circumstance-add", HANDLE, (S.INVESTIGATED,),
          lambda case: not case.circumstances.exists()),
    Extra("登记裁量事实", "circumstance-add", HANDLE, (S.ON_THE_SPOT,), _graded,
          lambda case: True),
    Extra("起草当场处罚决定书", "spot-decision", HANDLE, (S.ON_THE_SPOT,),
          lambda case: papers.latest(case, papers.SUMMARY) is None and bool(case.facts)),
    Extra("报备案", "spot-report", HANDLE, (S.DECIDED,),
          lambda case: spot_guards.reported(case, None) is not None),
    Extra("代录陈述申辩", "statement-enter", "accounts.act_for_party", Case.REOPENED,
          lambda case: case.reopened, lambda case: True),
    Extra("代录陈述申辩", "statement-enter", "accounts.act_for_party", (S.DECIDED,),
          lambda case: demands.heard_on(case) is not None, aside=True),
    Extra("起草事先告知书", "notice-draft", HANDLE, (S.PROPOSED,), _no_paper(papers.NOTICE)),
    Extra("批准调整适用基准", "departure-approve", "penalties.decide_case",
          (S.PROPOSED, S.NOTIFIED), _discussed_departure),
    Extra("登记集体讨论", "discussion-add", "penalties.decide_case",
          (S.PROPOSED, S.NOTIFIED, S.IN_REVIEW, S.REVIEWED), _needs_discussion),
    Extra("登记集体讨论（不予处罚）", "waiver-discussion", "penalties.decide_case", WAIVED_IN,
          lambda case: no_penalty.waits_for_discussion(case, timezone.localdate()), aside=True),
    Extra("起草处罚决定书", "decision-draft", HANDLE, (S.REVIEWED,), _no_paper(papers.DECISION)),
    Extra("登记撤回听证要求", "hearing-take-back", "accounts.act_for_party", (S.NOTIFIED,),
          lambda case: standing(case).exists(), aside=True),
    Extra("起草听证通知书", HEARING_NOTICE, HANDLE, (S.NOTIFIED,), _to_announce, paper=True),
    Extra("起草行政复议答复书", "review_reply", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: defending.owed(case, "review_reply"), paper=True),
    Extra("起草行政诉讼答辩状", "court_answer", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: defending.owed(case, "court_answer"), paper=True),
    Extra("起草延期（分期）通知书", INSTALMENTS, HANDLE, (S.DECIDED,), _to_grant,
          paper=True),
    Extra("起草催告书", papers.DEMAND, HANDLE, (S.DECIDED,), _draftable(papers.DEMAND),
          paper=True),
    Extra("起草强制执行申请书", APPLICATION, HANDLE, (S.DECIDED,), _draftable(APPLICATION),
          paper=True),
    Extra("登记缴款", "payment-add", HANDLE, (S.DECIDED,),
          lambda case: closing_guards.unpaid(case) > 0),
    Extra("登记退还", "refund-add", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: hasattr(case, "decision") and enforcing.overpaid(case) > 0),
    Extra("起草加处罚款决定书", "surcharge-draft", HANDLE, (S.DECIDED,), _late, lambda case: True),
    Extra("登记复议、诉讼", "challenge-add", HANDLE, (S.DECIDED, S.CLOSED), _may_be_challenged,
          aside=True),
    Extra("登记复议、诉讼结果", "challenge-end", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: enforcing.open_challenge(case) is not None, lambda case: True),
    Extra("办理延期、分期审批", "instalment_approval", HANDLE, (S.DECIDED,), _may_be_deferred,
          aside=True, paper=True),
    Extra("起草处理（处分）建议书", "handling_proposal", HANDLE, FOUND,
          _draftable("handling_proposal"), aside=True, paper=True),
    Extra("报请征购档案", "purchase_request", HANDLE, FOUND,
          _draftable("purchase_request"), aside=True, paper=True),
    Extra("登记行政复议意见书", "review-opinion", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: enforcing.review_without_opinion(case) is not None, aside=True),
    Extra("报告纠正情况", "correction-report", HANDLE, (S.DECIDED, S.CLOSED),
          lambda case: enforcing.opinion_to_report(case) is not None),
    Extra("登记法院执行进展", "court-step", HANDLE, (S.DECIDED,),
          lambda case: bool(court.open_kinds(case)), lambda case: True),
    Extra("代录延期、分期申请", "payment-request", "accounts.act_for_party", (S.DECIDED,),
          lambda case: payment_guards.nothing_to_ask_for(case, timezone.localdate()) is None,
          aside=True),
    Extra("起草批评教育记录", CRITICISM, HANDLE, (*WAIVED_IN, S.CLOSED), _to_educate, aside=True,
          paper=True),
    Extra("登记回避申请", "recusal-add", "documents.keep_record", RAISED_IN, aside=True),
)
# fmt: on
