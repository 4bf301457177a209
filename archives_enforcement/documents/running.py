"""Which days an issued paper sets running, and for how long where it says so itself."""

import re
from datetime import date

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.numerals import from_chinese

TO_PAY = "D-P13"
WITHIN = re.compile(r"([0-9]{1,3}|[一二三四五六七八九十百]+)日(?:以)?内")
UNTIL = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日(?:以)?前")


def of_delivery(document: Document) -> str:
    """The time limit that delivery starts; none to pay where no sum is to be paid."""
    clock = kinds.KINDS[document.kind].clock
    pays = "罚款" in str(document.fields.get("penalty", "罚款"))
    return clock if clock != TO_PAY or pays else ""


def length(text: str, on: date) -> int | None:
    """The days that a text names, counted from `on`; None where it names none in this way."""
    if found := UNTIL.search(text):
        try:
            days = (date(*map(int, found.groups())) - on).days
        except ValueError:  # a day that no calendar has
            return None
        return days if days > 0 else None
    found = WITHIN.search(text)
    if found is None:
        return None
    try:
        return int(found[1]) if found[1].isascii() else from_chinese(found[1])
    except ValueError:
        return None
