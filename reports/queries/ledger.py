"""Reads of 年度工作台账."""

from typing import NamedTuple

from django.db.models import Count, Q

from archives_enforcement.files.workbook import Sheet, workbook_of
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


TASKS = (
    ("任务", 44), ("责任单位或岗位", 24), ("完成期限", 12), ("进度（%）", 10), ("进展情况", 50),
    ("完成日期", 12),
)  # fmt: skip
VISITS = (
    ("日期", 12), ("单位或场所", 30), ("带队领导职务", 24), ("检查内容", 50), ("隐患情况", 40),
    ("存在隐患的单位", 24), ("线索的办理", 16), ("作废的原因", 30),
)  # fmt: skip


def workbook(tasks, made: list[LedgerVisit]) -> bytes:
    """The ledger of a year as xlsx."""
    of_tasks = [
        [row.title, row.owner, row.due_on, row.progress, row.note, row.done_on] for row in tasks
    ]
    of_visits = [
        [
            row.visited_on, row.place, row.leader, row.purpose, row.hazard, str(row.party or ""),
            row.lead.get_state_display() if row.lead else "", row.struck_because,
        ]
        for row in made
    ]  # fmt: skip
    return workbook_of([Sheet("任务", TASKS, of_tasks), Sheet("安全检查", VISITS, of_visits)])


def years_of(user) -> list[int]:
    """The years of which there is something in the ledger, newest first."""
    tasks = LedgerTask.objects.visible_to(user).order_by().values_list("year", flat=True)
    days = LedgerVisit.objects.visible_to(user).dates("visited_on", "year")
    return sorted({*tasks.distinct(), *(day.year for day in days)}, reverse=True)
