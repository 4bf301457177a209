"""提请结案 and what became of it, as the trail tells it."""

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.audit.models import AuditEntry
from penalties.models import Case

PROPOSED, RETURNED = "propose_closing", "return_closing"


def last_proposed(case: Case) -> AuditEntry | None:
    return AuditEntry.objects.about(case).filter(action=PROPOSED).first()


@asks
def returned(cases) -> Asking[dict[int, AuditEntry]]:
    """Why the closing of cases came back that were not proposed anew since, by their keys."""
    waiting = [case for case in cases if case.state == Case.State.DECIDED and not case.outcome_note]
    if not waiting:
        return {}
    rows = AuditEntry.objects.about(*waiting).filter(action=RETURNED).order_by("sequence")
    return {row.object_id: row for row in (yield from rows_of(rows))}
