"""登录码: which paper a code opens, and what the browser that opened it may go on reading."""

from archives_enforcement.accounts import capabilities
from archives_enforcement.documents import numbering
from archives_enforcement.documents.models import AccessCode
from archives_enforcement.documents.verification import LENGTH, TYPED, signs

KEPT = "letter"  # in the session: the key of the code that was used
WHOLE, PART = "access_code", "access_code.typed"


def digests(code: str, number: str) -> dict[str, str]:
    """What the database keeps of a new code for the paper with that number."""
    part = f"{numbering.normal(number)}/{code[:TYPED]}"
    return {
        "digest": capabilities.digest(WHOLE, code),
        "typed_digest": capabilities.digest(PART, part),
    }


def find(code: str, number: str = ""):
    """The unused codes that this is: the whole of it, or its typed part with the number."""
    given, rows = signs(code), AccessCode.objects.unused()
    if not number:
        return rows.filter(digest=capabilities.digest(WHOLE, given if len(given) == LENGTH else ""))
    return rows.filter(typed_digest=digests(given, number)["typed_digest"])


def opened(session) -> AccessCode | None:
    """What this browser opened by a code and may still read; None for any other."""
    rows = AccessCode.objects.select_related(
        "delivery__party__bureau", "delivery__document__bureau", "delivery__document__rendition"
    )
    found = rows.filter(pk=session.get(KEPT)).first()
    return found if found and found.is_visited and found.delivery.document.holds else None
