"""The arithmetic of a time limit in Chinese sentences that anyone can follow with a calendar."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from archives_enforcement.legislation.models import Mark
from archives_enforcement.templatetags.formats import cn_date, cn_day, cn_weekday
from archives_enforcement.workdays.arithmetic import DAY, Unit
from archives_enforcement.workdays.calendar import Calendar

EACH_DAY_UP_TO = 10  # longer terms are told as a summary
CAUTIONS = {
    Mark.LOCAL: "该长度取自地方做法，不是法律规定。",
    Mark.DESIGN: "法律未规定天数，该长度为本系统建议。",
}


def weekday(day: date) -> str:
    return f"（{cn_weekday(day)}）"


def full(day: date) -> str:
    return f"{cn_date(day)}{weekday(day)}"


def why_off(day: date, days: Calendar) -> str:
    return f"{days.off[day]}放假" if day in days.off else "周末"


def count_days(start: date, end: date, days: Calendar) -> list[str]:
    """How the working days after `start` up to `end`, or before it down to `end`, were counted."""
    counted = sum(map(days.is_workday, _between(start, end)))
    if counted > EACH_DAY_UP_TO:
        return list(_summary(start, end, days))
    return list(_each_day(start, end, days))


def _between(start: date, end: date) -> Iterator[date]:
    """The days after `start` (before it, when `end` is earlier), `end` included."""
    step = DAY if end > start else -DAY
    day = start
    while day != end:
        day += step
        yield day


def _each_day(start: date, end: date, days: Calendar) -> Iterator[str]:
    number = 0
    back = "向前" if end < start else ""
    for reason, group in groupby(_between(start, end), lambda day: _reason(day, days)):
        stretch = sorted(group)
        if reason:
            yield f"{_stretch(stretch)}为{reason}，不计。"
            continue
        for day in stretch[:: -1 if back else 1]:
            number += 1
            kind = f"{days.work[day]}调休上班日" if day in days.work else "工作日"
            yield f"{cn_day(day)}{weekday(day)}为{kind}，{back}计第{number}个工作日。"


def _reason(day: date, days: Calendar) -> str:
    return "" if days.is_workday(day) else why_off(day, days)


def _stretch(stretch: list[date]) -> str:
    if len(stretch) == 1:
        return f"{cn_day(stretch[0])}{weekday(stretch[0])}"
    return f"{cn_day(stretch[0])}至{cn_day(stretch[-1])}"


def _summary(start: date, end: date, days: Calendar) -> Iterator[str]:
    span = sorted(_between(start, end))
    off = [day for day in span if not days.is_workday(day)]
    names = dict.fromkeys(days.off[day] for day in off if day in days.off)
    holidays = f"（含{'、'.join(names)}放假）" if names else ""
    yield (
        f"{full(span[0])}至{full(span[-1])}共{len(span)}天，"
        f"除去周末和节假日{len(off)}天{holidays}，计{len(span) - len(off)}个工作日。"
    )
    if worked := [cn_day(day) for day in span if day in days.work]:
        yield f"其中{'、'.join(worked)}为调休上班日，计入工作日。"


def end_as_counted(start: date, counted: date, length: int, unit: str) -> str:
    """Where a term in days, months or years ends before holidays are looked at."""
    if unit == Unit.CALENDAR_DAY:
        first = cn_day(start + DAY)
        return f"自{first}起连续计算{length}日（含周末和节假日），末日为{full(counted)}。"
    if counted.day == start.day:
        return f"到期月的对应日为末日：{full(counted)}。"
    return (
        f"{counted.year}年{counted.month}月没有{start.day}日，"
        f"以该月最后一日为末日：{full(counted)}（民法典第二百零二条）。"
    )


def roll(counted: date, due: date, days: Calendar) -> list[str]:
    """Why the last day moved on; nothing when it did not."""
    if counted == due:
        return []
    return [
        f"末日{cn_day(counted)}为{why_off(counted, days)}，顺延至其后第一个工作日{full(due)}"
        "（民法典第二百零三条、民事诉讼法第八十五条）。"
    ]


def count_back(counted: date, due: date, event: date, term: str, days: Calendar) -> list[str]:
    """How a term before `event` was counted back, and why a day off moved the notice earlier."""
    span = f"{full(counted + DAY)}至{full(event - DAY)}"
    steps = [f"{span}满{term}，通知最迟为此前一日{full(counted)}。"]
    if due != counted:
        off = why_off(counted, days)
        steps.append(f"{cn_day(counted)}为{off}，提前至此前最后一个工作日{full(due)}。")
    return steps


def caution(mark: str) -> tuple[str, ...]:
    """What to mind before a length is quoted as law; nothing for one read in the statute."""
    if mark == Mark.VERIFIED:
        return ()
    return (CAUTIONS.get(mark, "该期限未经核对原文，引用前请先核对。"),)


def unknown_years(first: date, last: date, days: Calendar) -> list[str]:
    """One sentence for each year of the span whose arrangement is not recorded."""
    return [
        f"{year}年节假日安排尚未录入，暂按周一至周五为工作日推算，公布后应复核。"
        for year in range(first.year, last.year + 1)
        if not days.knows(year)
    ]
