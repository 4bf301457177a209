"""固定检查时间: on which half-days of the week a bureau inspects, as it has set from day to day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.workdays.calendar import Calendar
from inspections.coverage.facts import HalfDay
from inspections.models import UsualTime

# No law fixes a weekday; until a bureau sets its own, another one's practice stands in.
DEFAULT = UsualTime(
    half_days=["3-afternoon"],
    effective_from=date.min,
    source="天津市东丽区档案局2024年工作报告：“将每周四下午固定为监督检查时间”",
)
DAY = timedelta(days=1)


class Usual(NamedTuple):
    """The settings of one bureau, the newest first; the default stands at the end."""

    rows: list[UsualTime]

    def on(self, day: date) -> UsualTime:
        return next(row for row in self.rows if row.effective_from <= day)

    def sessions(self, day: date) -> list[str]:
        """The usual half-days of that day, morning first; holidays are not looked at."""
        codes = (code.split("-") for code in self.on(day).half_days)
        return [session for weekday, session in codes if int(weekday) == day.weekday()]

    def after(self, day: date, days: Calendar) -> Iterator[HalfDay]:
        """The usual half-days after that day, days off left out, without end."""
        while True:
            day += DAY
            if (sessions := self.sessions(day)) and days.is_workday(day):
                yield from (HalfDay(day, session) for session in sessions)


def usual(bureau) -> Usual:
    """What the bureau has set, in one query; the default for nobody's bureau."""
    rows = UsualTime.objects.filter(bureau=bureau).order_by("-effective_from") if bureau else ()
    return Usual([*rows, DEFAULT])
