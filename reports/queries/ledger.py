"""Reads of 年度工作台账."""

from typing import NamedTuple

from django.db.models import Count, Q

from reports.models import LedgerTask, LedgerVisit


class Progress(NamedTuple):
    """How many tasks of a year are done."""

    total: int
    done: int

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0

    @property
    def words(self) -> str:
        return f"{self.total} 项任务，完成 {self.done} 项"


def progress(user, year: int) -> Progress:
    """Counted over all tasks of the year that `user` may see."""
    rows = LedgerTask.objects.visible_to(user).filter(year=year)
    return Progress(**rows.aggregate(total=Count("pk"), done=Count("pk", filter=~Q(done_on=None))))


def visits(user, year: int) -> list[LedgerVisit]:
    """The leadership's visits of the year, the newest first, with the lead a hazard became."""
    rows = LedgerVisit.objects.visible_to(user).filter(visited_on__year=year)
    return list(rows.select_related("lead", "party"))


def years_of(user) -> list[int]:
    """The years of which there is something in the ledger, newest first."""
    tasks = LedgerTask.objects.visible_to(user).order_by().values_list("year", flat=True)
    days = LedgerVisit.objects.visible_to(user).dates("visited_on", "year")
    return sorted({*tasks.distinct(), *(day.year for day in days)}, reverse=True)
