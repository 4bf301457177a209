"""Which days an issued paper sets running, and for how long where it says so itself."""

import re
from contextlib import suppress
from datetime import date

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.numerals import from_chinese

TO_PAY = "D-P13"
WITHIN = re.compile(r"([0-9]{1,3}|[一二三四五六七八九十百]+)日(?:以)?内")
DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


def of_delivery(document: Document) -> str:
    """The time limit that delivery starts; none to pay where no sum is to be paid."""
    clock = kinds.KINDS[document.kind].clock
    pays = "罚款" in str(document.fields.get("penalty", "罚款"))
    return clock if clock != TO_PAY or pays else ""


def dates_in(text: str) -> list[date]:
    """The full dates that a text names, as a calendar has them."""
    found = []
    for parts in DAY.findall(text):
        with suppress(ValueError):  # no calendar has the day
            found.append(date(*map(int, parts)))
    return found


def length(text: str, on: date) -> int | None:
    """The days that a text names, counted from `on`; None where it names none in this way."""
    if DAY.search(text):
        days = (max(dates_in(text), default=on) - on).days
        return days if days > 0 else None
    found = WITHIN.search(text)
    if found is None:
        return None
    try:
        return int(found[1]) if found[1].isascii() else from_chinese(found[1])
    except ValueError:
        return None
