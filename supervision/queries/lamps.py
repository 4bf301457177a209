"""过错预警月报: the lamps that were lit when somebody acted all the same, from the trail."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from archives_enforcement import faults
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import workbook as workbooks


class Passed(NamedTuple):
    """One lamp that an act passed over."""

    entry: AuditEntry
    lit: faults.Lit

    @property
    def url(self) -> str:
        """The record, where it has a page."""
        address = getattr(self.entry.target, "get_absolute_url", None)
        return address() if address else ""


class Count(NamedTuple):
    label: str
    number: int


def entries_of(user, month: date):
    """The acts of one month in the reader's bureau over which a lamp was lit, the latest first."""
    rows = AuditEntry.objects.visible_to(user).filter(
        on__year=month.year, on__month=month.month, details__has_key="lamps"
    )
    return rows.select_related("actor").prefetch_related("target").order_by("-on", "-sequence")


def passed(entries) -> list[Passed]:
    """Every lamp of those acts, one line each."""
    return [Passed(row, lit) for row in entries for lit in faults.relit(row.details["lamps"])]


def by_officer(rows: list[Passed]) -> list[Count]:
    return _counted(row.entry.actor_name for row in rows)


def by_form(rows: list[Passed]) -> list[Count]:
    return _counted(f"（{row.lit.form.numeral}）{row.lit.lamp.title}" for row in rows)


def by_act(rows: list[Passed]) -> list[Count]:
    return _counted(row.entry.label for row in rows)


def _counted(labels) -> list[Count]:
    return [Count(*pair) for pair in Counter(labels).most_common()]


COLUMNS = (
    ("办理日期", 12), ("办理人", 12), ("办理事项", 18), ("记录", 44), ("过错情形", 10),
    ("亮灯", 24), ("当时的事实", 50), ("依据", 34), ("怎么办", 44),
)  # fmt: skip


def workbook(rows: list[Passed], month: date) -> bytes:
    """The sheet as xlsx, one line a lamp."""
    title = f"{month.year}年{month.month}月"
    return workbooks.workbook(title, COLUMNS, map(_line, rows))


def _line(row: Passed) -> list:
    entry, lit = row
    return [
        entry.on, entry.actor_name, entry.label, entry.target_name, f"（{lit.form.numeral}）",
        lit.lamp.title, lit.fact, lit.lamp.basis, lit.lamp.todo,
    ]  # fmt: skip
