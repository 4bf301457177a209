"""What of a text may not be published of a notice: refused whoever reads it, and said to him."""

from publicity.models import Notice
from publicity.queries import exemplaries, persons
from publicity.redaction import private_parts, telephones


def to_leave_out(notice: Notice, text: str) -> list[str]:
    """What of `text` may not be published of this notice, in words."""
    document = notice.document
    found = private_parts(text, document.party)
    found += [f"电话号码{number}" for number in telephones(text, notice.bureau)]
    found += persons.in_text(document, text)
    if exemplaries.is_exemplary(document):
        found += exemplaries.name_kept_back(document.subject, text)
    return found
