"""Which days an issued paper sets running, and for how long where it says so itself."""

import re
from contextlib import suppress
from datetime import date

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.numerals import from_chinese

TO_PAY, TO_REPORT = "D-P13", "D-I08"
NO_REPORT = "不需要报告整改情况"  # so says the letter on a visit that leaves nothing to put right
WITHIN = re.compile(r"([0-9]{1,3}|[一二三四五六七八九十百]+)日(?:以)?内")
DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


def of_delivery(document: Document) -> str:
    """The time limit that delivery starts; none where nothing is to be paid, or reported."""
    clock, fields = kinds.KINDS[document.kind].clock, document.fields
    if clock == TO_PAY and "罚款" not in str(fields.get("penalty", "罚款")):
        return ""
    if clock == TO_REPORT and NO_REPORT in str(fields.get("report_due", "")):
        return ""
    return clock


def named_on_delivery(document: Document, on: date) -> int | None:
    """The days from delivery on `on` that the paper itself gives its receiver, if it does."""
    field = kinds.KINDS[document.kind].clock_named
    return length(str(document.fields.get(field, "")), on) if field else None


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
        return (int(found[1]) if found[1].isascii() else from_chinese(found[1])) or None
    except ValueError:
        return None
