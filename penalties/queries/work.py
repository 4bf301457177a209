"""待办: what penalty cases ask of one person."""

from datetime import date
from itertools import chain

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from archives_enforcement.workdays.models import Deadline
from inspections.models import Lead
from inspections.queries.work import Group, WorkItem, work_item
from penalties.discretion.departing import BASIS
from penalties.models import Case, Challenge, Departure, Hearing, Settlement
from penalties.queries import age_and_mind, asked, filings, papers
from penalties.queries.asked import PENALTY
from penalties.queries.dossier import Dossier, dossiers
from penalties.queries.law import PENALTY_LAW
from penalties.queries.progress import next_step
from penalties.queries.transferring import to_hand_over

S = Case.State
BEFORE_DECISION = (S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, *Case.TO_BE_HEARD)
GROUP_LABEL = "行政处罚"


@asks
def work_for_penalties(user, today: date) -> Asking[list[WorkItem]]:
    """Approvals and signatures for the head, reviews, open leads, and the officers' own cases."""
    own = (filings.returned, _own, asked.payments, to_hand_over.asking, _leads)
    mine = (*APPROVALS, _reviews, _hearings, *own)
    found = yield from side_by_side(*(each(user) for each in mine))
    return list(chain.from_iterable(found))


def _cases(user, *states):
    rows = Case.objects.visible_to(user).filter(state__in=states)
    return rows.select_related("party__unit", "lead").order_by("pk")


def _due(clocks: Clocks, subject, code: str) -> Deadline | None:
    clock = clocks.find(subject, code)
    return clock if clock and clock.is_open else None


def _item(case: Case, due, text: str, basis: str, button: str, group: str) -> WorkItem:
    return work_item(due, text, basis, case.get_absolute_url(), button, group)


def _filings(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.approve_case"):
        return []
    rows = yield from rows_of(_cases(user, S.PENDING).exclude(proposed_by=user))
    clocks = yield from clocks_on([row.lead for row in rows])
    basis = f"立案须经机关负责人批准：{PENALTY_LAW}第五十四条"
    found = []
    for row in rows:
        clock = clocks.find(row.lead, papers.FILING_CLOCK)
        text = f"批准立案：{row.name}"
        found.append(_item(row, clock, text, basis, "去审批", Group.APPROVAL))
    return found


def _settlements(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.approve_case"):
        return []
    rows = Settlement.objects.visible_to(user).filter(approved_on=None, sent_back="")
    rows = rows.exclude(proposed_by=user).select_related("lead__party").order_by("pk")
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on([row.lead for row in rows])
    return [
        work_item(
            _due(clocks, row.lead, papers.FILING_CLOCK), f"批准线索办结：{row}",
            f"是否立案由机关负责人决定：{PENALTY_LAW}第五十四条",
            row.lead.get_absolute_url(), "去审批", Group.APPROVAL,
        )
        for row in rows
    ]  # fmt: skip


def _departures(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = Departure.objects.visible_to(user).filter(
        approved_on=None, assessment__case__state__in=(S.PROPOSED, S.NOTIFIED)
    )
    rows = yield from rows_of(rows.select_related("assessment__case").order_by("pk"))
    cases = [row.assessment.case for row in rows if row.is_present]
    clocks = yield from clocks_on(cases)
    basis = f"调整适用基准须经集体讨论和批准：{BASIS}"
    return [
        _item(
            case, _due(clocks, case, papers.DECISION_CLOCK), f"批准调整适用基准：{case.name}",
            basis, "去审批", Group.APPROVAL,
        )
        for case in cases
    ]  # fmt: skip


def _signatures(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = yield from rows_of(_waiting_papers(user))
    clocks = yield from clocks_on([row.subject for row in rows])
    return [
        _item(
            row.subject,
            _due(clocks, row.subject, papers.DECISION_CLOCK),
            f"签发{row.title}：{row.subject}",
            f"{PENALTY_LAW}第四十四条、第五十七条",
            "去签发",
            Group.APPROVAL,
        )
        for row in rows
    ]


def _without_party(user) -> Asking[list[WorkItem]]:
    """Cases before their decision whose party is no more: only the head ends them."""
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = _cases(user, *BEFORE_DECISION).filter(party__unit__left_no_heir=True)
    rows = yield from rows_of(rows.exclude(Q(proposed_by=user) | Q(officers__user=user)))
    return [
        _item(
            row, None, f"当事人已撤销、没有承继单位，结束案件：{row.name}", "本机关案件办理制度",
            "去办理", Group.APPROVAL,
        )
        for row in rows
    ]  # fmt: skip


def _closings(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = _cases(user, S.DECIDED).exclude(Q(outcome_note="") | Q(officers__user=user))
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    basis = "结案须经机关负责人批准：《档案行政处罚程序规定》第四章"
    return [
        _item(
            row, _due(clocks, row, papers.CLOSING_CLOCK), f"批准结案：{row.name}", basis,
            "去审批", Group.APPROVAL,
        )
        for row in rows
    ]  # fmt: skip


def _waiting_papers(user):
    kinds = (papers.NOTICE, papers.DECISION)
    rows = Document.objects.visible_to(user).filter(kind__in=kinds, state=Document.State.SUBMITTED)
    return rows.exclude(drafted_by=user).order_by("pk").prefetch_related("subject")


def _reviews(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.review_case"):
        return []
    rows = _cases(user, S.IN_REVIEW).exclude(Q(proposed_by=user) | Q(officers__user=user))
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    return [
        _item(
            row,
            _due(clocks, row, papers.REVIEW_CLOCK),
            f"法制审核：{row.name}",
            f"未经审核不得作出决定：{PENALTY_LAW}第五十八条",
            "去审核",
            PENALTY,
        )
        for row in rows
    ]


def _hearings(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("penalties.chair_hearing"):
        return []
    rows = Hearing.objects.visible_to(user).filter(chair=user, held_on=None)
    rows = rows.filter(case__state=S.NOTIFIED, request__taken_back=None).select_related("case")
    rows = yield from rows_of(rows)
    return [
        _item(
            row.case,
            row.scheduled_on,
            f"主持听证：{row.case}",
            f"{PENALTY_LAW}第六十四条",
            "去办理",
            PENALTY,
        )
        for row in rows
    ]


def _own(user) -> Asking[list[WorkItem]]:
    """Cases the user handles and in which it is the officers' turn."""
    if not user.has_perm("penalties.handle_case"):
        return []
    turn = (
        S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.REVIEWED,
        S.DECIDED,
    )  # fmt: skip
    mine = _cases(user, *turn, S.CLOSED).filter(officers__user=user, officers__left_on=None)
    heads_turn = Q(state=S.DECIDED, outcome_note__gt="") | Q(state=S.CLOSED)
    challenged = Exists(Challenge.objects.filter(case=OuterRef("pk"), ended_on=None))
    mine = yield from rows_of(mine.filter(~heads_turn | Q(challenged)))
    age_and_mind.read_for(mine)
    return [
        _item(
            dossier.case,
            _own_due(dossier),
            f"{dossier.case.party}：{next_step(dossier)}",
            f"{dossier.case.number}　{dossier.case.get_state_display()}",
            "去办理",
            PENALTY,
        )
        for dossier in (yield from dossiers.asking(mine))
    ]


def _own_due(dossier: Dossier) -> Deadline | None:
    """The nearest last day the officers must keep."""
    clocks = [dossier.clock(code) for code in (papers.DECISION_CLOCK, papers.CLOSING_CLOCK)]
    clocks.append(dossier.answer_clock())
    running = [clock for clock in clocks if clock and clock.is_open]
    return min(running, key=lambda clock: clock.due_on, default=None)


def _leads(user) -> Asking[list[WorkItem]]:
    """Leads that wait for an officer to propose a case or a visit."""
    if not user.has_perm("penalties.handle_case"):
        return []
    rows = Lead.objects.visible_to(user).filter(state=Lead.State.OPEN, case=None)
    rows = rows.filter(Q(settlement=None) | ~Q(settlement__sent_back=""))
    rows = rows.select_related("party").order_by("received_on", "pk")
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    basis = f"及时调查处理：《中华人民共和国档案法》第四十六条，{PENALTY_LAW}第五十四条"
    return [
        work_item(
            _due(clocks, row, papers.FILING_CLOCK),
            f"核查线索：{row}",
            basis,
            reverse("penalties:lead-detail", args=[row.pk]),
            "去办理",
            PENALTY,
        )
        for row in rows
    ]


APPROVALS = (
    _filings, _settlements, asked.recusals, _departures, _signatures, _without_party, _closings,
)  # fmt: skip
