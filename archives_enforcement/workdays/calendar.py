"""Which days are working days, as the State Council's yearly notices arrange them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db import DatabaseError

from archives_enforcement.reading import read_once
from archives_enforcement.workdays import packaged

OFF, WORK = "off", "work"


@dataclass(frozen=True)
class Calendar:
    """The days off and the weekend days worked, each with the holiday it belongs to.

    An immutable value: load it once and pass it through a whole computation.
    """

    off: Mapping[date, str]
    work: Mapping[date, str]

    @classmethod
    def of(cls, rows: Iterable[tuple[date, str, str]]) -> "Calendar":
        """Build from rows of (day, kind, name)."""
        off: dict[date, str] = {}
        work: dict[date, str] = {}
        for day, kind, name in rows:
            (off if kind == OFF else work)[day] = name
        return cls(off, work)

    def is_workday(self, day: date) -> bool:
        """Say whether offices are open; for a year not `known`, Monday to Friday."""
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def knows(self, year: int) -> bool:
        """Say whether the arrangement of `year` is recorded as far as its National Day.

        National Day is the last holiday of a year, so a year half typed in is not yet known.
        """
        return date(year, 10, 1) in self.off


def packaged_calendar() -> Calendar:
    """The calendar that ships with the program."""
    return Calendar.of(
        (date.fromisoformat(row["date"]), row["kind"], row["name"]) for row in packaged.holidays()
    )


@read_once
def load() -> Calendar:
    """The calendar kept in the database, in one query; the packaged one while there is none."""
    try:
        # By name, because the app's system check is imported before there are models.
        holidays = apps.get_model("workdays", "Holiday").objects
        rows = list(holidays.values_list("day", "kind", "name"))
    except DatabaseError:
        rows = []
    return Calendar.of(rows) if rows else packaged_calendar()
