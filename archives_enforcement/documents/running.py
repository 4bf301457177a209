"""Which days an issued paper sets running, and for how long where it says so itself."""

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.numerals import from_chinese
from archives_enforcement.workdays.arithmetic import Unit

TO_PAY, TO_REPORT = "D-P13", "D-I08"
NO_REPORT = "不需要报告整改情况"  # so says the letter on a visit that leaves nothing to put right
NUMBER, WORKDAYS = r"([0-9]{1,3}|[一二三四五六七八九十百]+)", r"[（(](工作日)[）)]"
WITHIN = re.compile(rf"{NUMBER}(?:个?(工作日)|日(?:{WORKDAYS})?)以?内(?:{WORKDAYS})?")
DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


class Named(NamedTuple):
    """A term as a paper names it; no unit is that of the time limit, no length is no term."""

    length: int | None = None
    unit: str = ""


def of_delivery(document: Document) -> str:
    """The time limit that delivery starts; none where nothing is to be paid, or reported."""
    clock, fields = kinds.KINDS[document.kind].clock, document.fields
    if clock == TO_PAY and "罚款" not in str(fields.get("penalty", "罚款")):
        return ""
    if clock == TO_REPORT and NO_REPORT in str(fields.get("report_due", "")):
        return ""
    return clock


def named_on_delivery(document: Document, on: date) -> Named:
    """The term from delivery on `on` that the paper itself gives its receiver, if it does."""
    return named(document, kinds.KINDS[document.kind].clock_named, on)


def named(document: Document, field: str, on: date) -> Named:
    """The term that one fact of the paper names; an empty `field` names none."""
    return term(str(document.fields.get(field, "")), on) if field else Named()


def dates_in(text: str) -> list[date]:
    """The full dates that a text names, as a calendar has them."""
    found = []
    for parts in DAY.findall(text):
        with suppress(ValueError):  # no calendar has the day
            found.append(date(*map(int, parts)))
    return found


def term(text: str, on: date) -> Named:
    """What a text names: a last day as its days from `on`, or so many days or working days."""
    if DAY.search(text):
        days = (max(dates_in(text), default=on) - on).days
        return Named(days, Unit.CALENDAR_DAY) if days > 0 else Named()
    found = WITHIN.search(text)
    length = _number(found[1]) if found else 0
    if not length:
        return Named()
    return Named(length, Unit.WORKDAY if any(found.groups()[1:]) else "")


def _number(text: str) -> int:
    """A number in either script; 0 where the signs are none."""
    try:
        return int(text) if text.isascii() else from_chinese(text)
    except ValueError:
        return 0
