"""What was proposed to the head, to file or to close, and came back, as the trail tells it."""

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.audit.models import AuditEntry
from penalties.models import Case

PROPOSED = "propose_closing"
RETURNED = {Case.State.RETURNED: "return_filing", Case.State.DECIDED: "return_closing"}


def last_proposed(case: Case) -> AuditEntry | None:
    return AuditEntry.objects.about(case).filter(action=PROPOSED).first()


@asks
def returned(cases) -> Asking[dict[int, AuditEntry]]:
    """Why the filing or closing of cases came back, not proposed anew since, by their keys."""
    waiting = [case for case in cases if case.state in RETURNED and not case.outcome_note]
    if not waiting:
        return {}
    step = {case.pk: RETURNED[case.state] for case in waiting}
    rows = AuditEntry.objects.about(*waiting).filter(action__in=RETURNED.values())
    rows = yield from rows_of(rows.order_by("sequence"))
    return {row.object_id: row for row in rows if row.action == step[row.object_id]}
