"""Filings that the head sent back: as work of who proposed them, and in words."""

from django.db.models import Exists, OuterRef, Q

from archives_enforcement.asking import Asking, rows_of
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays.clocks import clocks_on
from inspections.queries.work import WorkItem, work_item
from penalties.models import Case, CaseOfficer
from penalties.queries import closings, papers
from penalties.queries.asked import PENALTY


def came_back(entry: AuditEntry) -> str:
    """Who returned it and why, as one sentence."""
    return f"{entry.actor_name}{entry.label}：{entry.note.rstrip('。')}。"


def returned(user) -> Asking[list[WorkItem]]:
    """For who proposed a case and who handles it: what to put right, in the time that runs on."""
    if not user.has_perm("penalties.handle_case"):
        return []
    own = CaseOfficer.objects.in_charge().filter(case=OuterRef("pk"), user=user)
    rows = Case.objects.visible_to(user).filter(state=Case.State.RETURNED)
    rows = rows.filter(Q(proposed_by=user) | Exists(own)).select_related("lead").order_by("pk")
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on([row.lead for row in rows])
    reasons = yield from closings.returned.asking(rows)
    return [
        work_item(
            clocks.find(row.lead, papers.FILING_CLOCK), f"补正后重新提请立案：{row.name}",
            came_back(reasons[row.pk]), row.get_absolute_url(), "去补正", PENALTY,
        )
        for row in rows
    ]  # fmt: skip
