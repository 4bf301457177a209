"""约谈: the visits whose unit may be called in, and why; whom to call in a person decides."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from inspections.models import Finding, Inspection, Interview, LookBackResult
from inspections.queries.interviews import failing
from inspections.queries.look_back import SEEN


class Candidate(NamedTuple):
    """A visit with problems that failed and that no talk was about so far."""

    inspection: Inspection
    findings: list[Finding]
    days_overdue: int
    seen_unfixed: int

    @property
    def reasons(self) -> list[str]:
        found = []
        if self.days_overdue:
            found.append(f"{len(self.findings)} 个问题没有改好，最长逾期 {self.days_overdue} 天")
        if self.seen_unfixed:
            found.append(f"回头看时 {self.seen_unfixed} 个问题仍未改好")
        return found


def candidates(user, today: date) -> list[Candidate]:
    """Of the visits `user` may act on; what was seen unfixed comes first, then the most overdue."""
    visits = Inspection.objects.open_to(user).filter(
        state=Inspection.State.RECTIFYING, unit__left_no_heir=False
    )
    talked_about = Interview.objects.values("findings").exclude(findings=None)
    rows = failing(Finding.objects.filter(inspection__in=visits), today)
    rows = rows.exclude(pk__in=talked_about).prefetch_related(SEEN)
    rows = rows.select_related("inspection__unit__party")
    found = [
        _candidate(visit, list(findings), today)
        for visit, findings in groupby(
            rows.order_by("inspection", "position"), lambda row: row.inspection
        )
    ]
    return sorted(found, key=lambda one: (-one.seen_unfixed, -one.days_overdue))


def _candidate(visit: Inspection, findings: list[Finding], today: date) -> Candidate:
    late = [(today - row.due_on).days for row in findings if row.due_on and row.due_on < today]
    unfixed = [
        row
        for row in findings
        if row.seen_again and row.seen_again[0].result != LookBackResult.Result.FIXED
    ]
    return Candidate(visit, findings, max(late, default=0), len(unfixed))
