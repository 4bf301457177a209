"""What of a text may not be published of a notice: refused whoever reads it, and said to him."""

import unicodedata

from publicity.models import Notice
from publicity.queries import exemplaries, persons
from publicity.redaction import private_parts, telephones


def at_first_sight(notice: Notice, text: str) -> list[str]:
    """What the text and the party alone tell; cheap enough for every line of a list."""
    document = notice.document
    found = private_parts(text, document.party)
    found += [f"电话号码{number}" for number in telephones(text, notice.bureau)]
    if exemplaries.is_exemplary(document):
        found += exemplaries.name_kept_back(document.subject, text)
    return found


def names_party(notice: Notice, text: str) -> bool:
    """Whether the text names whom the notice is about, also a firm, blanks and width aside."""
    party = notice.document.party
    known = (notice.party_name, *((party.name, party.public_name) if party else ()))
    return any(name and name in _plain(text) for name in map(_plain, known))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def to_leave_out(notice: Notice, text: str) -> list[str]:
    """The same and whom the record names, in words."""
    return [*at_first_sight(notice, text), *persons.in_text(notice.document, text)]
