"""待办: what penalty cases ask of one person."""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.clocks import Clocks
from inspections.models import Lead
from inspections.queries.work import Group, WorkItem
from penalties.models import Case, Hearing, Recusal
from penalties.queries import papers
from penalties.queries.dossier import Dossier, dossiers
from penalties.queries.law import PENALTY_LAW
from penalties.queries.progress import next_step

S = Case.State
PENALTY = "penalty"  # the group of the work list beside those of 监督检查
GROUP_LABEL = "行政处罚"


def work_for_penalties(user, today: date) -> list[WorkItem]:
    """Approvals and signatures for the head, reviews, open leads, and the officers' own cases."""
    return [*_approvals(user), *_reviews(user), *_hearings(user), *_own(user), *_leads(user)]


def _cases(user, *states):
    rows = Case.objects.visible_to(user).filter(state__in=states)
    return rows.select_related("party", "lead").order_by("pk")


def _due(clocks: Clocks, subject, code: str) -> date | None:
    clock = clocks.find(subject, code)
    return clock.due_on if clock and clock.is_open else None


def _item(case: Case, due, text: str, basis: str, button: str, group: str) -> WorkItem:
    return WorkItem(due, text, basis, case.get_absolute_url(), button, group)


def _approvals(user) -> list[WorkItem]:
    return [*_filings(user), *_recusals(user), *_signatures(user), *_closings(user)]


def _filings(user) -> list[WorkItem]:
    if not user.has_perm("penalties.approve_case"):
        return []
    rows = list(_cases(user, S.PENDING).exclude(proposed_by=user))
    clocks = Clocks([row.lead for row in rows])
    basis = f"立案须经机关负责人批准：{PENALTY_LAW}第五十四条"
    found = []
    for row in rows:
        clock = clocks.find(row.lead, papers.FILING_CLOCK)
        text = f"批准立案：{row.name}"
        found.append(_item(row, clock and clock.due_on, text, basis, "去审批", Group.APPROVAL))
    return found


def _recusals(user) -> list[WorkItem]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = Recusal.objects.visible_to(user).filter(decided_on=None, case__state__in=Case.OPEN)
    rows = rows.exclude(person=user).select_related("case", "person").order_by("pk")
    basis = f"由机关负责人决定：{PENALTY_LAW}第四十三条第三款"
    return [
        _item(
            row.case, None, f"决定回避：{row.person}（{row.case}）", basis, "去决定", Group.APPROVAL
        )
        for row in rows
    ]


def _signatures(user) -> list[WorkItem]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = list(_waiting_papers(user))
    clocks = Clocks([row.subject for row in rows])
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


def _closings(user) -> list[WorkItem]:
    if not user.has_perm("penalties.decide_case"):
        return []
    rows = list(_cases(user, S.DECIDED).exclude(Q(outcome_note="") | Q(officers__user=user)))
    clocks = Clocks(rows)
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


def _reviews(user) -> list[WorkItem]:
    if not user.has_perm("penalties.review_case"):
        return []
    rows = _cases(user, S.IN_REVIEW).exclude(Q(proposed_by=user) | Q(officers__user=user))
    rows = list(rows)
    clocks = Clocks(rows)
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


def _hearings(user) -> list[WorkItem]:
    if not user.has_perm("penalties.chair_hearing"):
        return []
    rows = Hearing.objects.visible_to(user).filter(chair=user, held_on=None)
    return [
        _item(
            row.case,
            row.scheduled_on,
            f"主持听证：{row.case}",
            f"{PENALTY_LAW}第六十四条",
            "去办理",
            PENALTY,
        )
        for row in rows.filter(case__state=S.NOTIFIED).select_related("case")
    ]


def _own(user) -> list[WorkItem]:
    """Cases the user handles and in which it is the officers' turn."""
    if not user.has_perm("penalties.handle_case"):
        return []
    turn = (
        S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED, S.REVIEWED,
        S.DECIDED,
    )  # fmt: skip
    mine = _cases(user, *turn).filter(officers__user=user, officers__left_on=None)
    mine = mine.exclude(state=S.DECIDED, outcome_note__gt="")  # it is the head's turn
    return [
        _item(
            dossier.case,
            _own_due(dossier),
            f"{dossier.case.party}：{next_step(dossier)}",
            f"{dossier.case.number}　{dossier.case.get_state_display()}",
            "去办理",
            PENALTY,
        )
        for dossier in dossiers(mine)
    ]


def _own_due(dossier: Dossier) -> date | None:
    """The nearest last day the officers must keep."""
    clocks = [dossier.clock(code) for code in (papers.DECISION_CLOCK, papers.CLOSING_CLOCK)]
    return min((clock.due_on for clock in clocks if clock and clock.is_open), default=None)


def _leads(user) -> list[WorkItem]:
    """Leads that wait for an officer to propose a case or a visit."""
    if not user.has_perm("penalties.handle_case"):
        return []
    rows = Lead.objects.visible_to(user).filter(state=Lead.State.OPEN, case=None)
    rows = list(rows.select_related("party").order_by("received_on", "pk"))
    clocks = Clocks(rows)
    basis = f"及时调查处理：《中华人民共和国档案法》第四十六条，{PENALTY_LAW}第五十四条"
    return [
        WorkItem(
            _due(clocks, row, papers.FILING_CLOCK),
            f"核查线索：{row}",
            basis,
            reverse("penalties:lead-detail", args=[row.pk]),
            "去办理",
            PENALTY,
        )
        for row in rows
    ]
