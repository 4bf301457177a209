"""Reading the yearly notice of the State Council (部分节假日安排的通知) as it is published.

Its items go “一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.calendar import OFF, WORK

ITEM = re.compile(r"(?:^|(?<=[\n。]))\s*[一二三四五六七八九十]{1,2}、")
DAY = re.compile(
    r"(?:(\d{4})\s*年)?\s*(?:(\d{1,2})\s*月)?\s*(\d{1,2})\s*日"
    r"(?:\s*[（(][^）)]*?周([一二三四五六日])\s*[）)])?"
)
IN_ALL = re.compile(r"共\s*(\d+)\s*天")
WEEKDAYS = "一二三四五六日"
SATURDAY = 5


class Named(NamedTuple):
    """One day that the notice names."""

    day: date
    kind: str  # OFF or WORK
    name: str  # of the holiday


class Unreadable(Exception):
    """What of a text is no such notice, in a sentence for whoever pasted it."""


def read(text: str, year: int) -> list[Named]:
    """The days off and worked of that year, in order.

    Raises Unreadable where the text leaves something out or contradicts itself or the calendar:
    a weekday that is not that of the day tells a wrong year.
    """
    items = ITEM.split(text)[1:]
    if not items:
        raise Unreadable("没有认出节假日。请贴上通知的正文，从“一、元旦：”开始，到国庆节为止。")
    found = [row for item in items for row in _of_item(item, year)]
    days = [row.day for row in found]
    if twice := sorted({day for day in days if days.count(day) > 1}):
        raise Unreadable(f"{cn_date(twice[0])}写了两次，请核对。")
    if not any(row.kind == OFF and (row.day.month, row.day.day) == (10, 1) for row in found):
        raise Unreadable(f"没有{year}年国庆节的安排，请把通知贴全。")
    return sorted(found)


def _of_item(item: str, year: int) -> Iterator[Named]:
    name, colon, said = re.sub(r"[ \t]", "", item).partition("：")
    if not colon:
        raise Unreadable(f"“{item.strip()[:20]}”没有冒号，认不出是哪个节日。")
    name, off = name.strip(), []
    for sentence in said.split("。"):
        days = list(_days(sentence, year))
        if "上班" in sentence:
            yield from (_worked(day, name) for day in days)
        elif "放假" in sentence and days:
            off += _from_to(sentence, days, name)
    if not off:
        raise Unreadable(f"“{name}”没有写明哪天放假。")
    yield from (Named(day, OFF, name) for day in off)


def _worked(day: date, name: str) -> Named:
    if day.weekday() < SATURDAY:
        raise Unreadable(f"{cn_date(day)}不是星期六或者星期日，不会是调休上班日，请核对。")
    return Named(day, WORK, name)


def _from_to(sentence: str, days: list[date], name: str) -> list[date]:
    first, last = days[0], days[-1]
    if len(days) > 1 and "至" not in sentence or last < first:
        raise Unreadable(f"“{name}”的放假日期认不出从哪天到哪天，请核对。")
    found = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    in_all = IN_ALL.search(sentence)
    if in_all and len(days) > 1 and int(in_all[1]) != len(found):
        raise Unreadable(f"“{name}”写的是共 {in_all[1]} 天，从日期数是 {len(found)} 天，请核对。")
    return found


def _days(sentence: str, year: int) -> Iterator[date]:
    """The days of a sentence; the second of a month goes without it."""
    month = None
    for match in DAY.finditer(sentence):
        own, month = int(match[1] or year), int(match[2] or month or 0)
        try:
            day = date(own, month, int(match[3]))
        except ValueError:
            raise Unreadable(f"“{match[0]}”不是一个日期，请核对。") from None
        if match[4] and WEEKDAYS[day.weekday()] != match[4]:
            actual = WEEKDAYS[day.weekday()]
            raise Unreadable(
                f"{cn_date(day)}是星期{actual}，通知里写的是周{match[4]}，请核对年份。"
            )
        yield day
