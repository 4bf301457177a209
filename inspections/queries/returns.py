"""退回: why a draft came back to whoever wrote it."""

from archives_enforcement.audit.models import AuditEntry

DRAFT = "draft"


def reason_of_return(record, user, *steps: str) -> str:
    """The reason given with the last of these returning steps; empty for a draft nobody returned
    since it was handed in, and for what is no draft.
    """
    if record.state != DRAFT:
        return ""
    entries = AuditEntry.objects.visible_to(user).about(record)
    last = entries.filter(action__in=["submit", *steps]).first()
    return last.note if last and last.action in steps else ""
