"""整改率: how far the problems of a visit, a unit or a year are put right."""

from typing import NamedTuple

from django.db.models import Case, Count, F, IntegerField, Q, Sum, When

from inspections.models import Finding, Inspection
from inspections.models.findings import TOLD


class Completion(NamedTuple):
    """Problems of which units were told, and those struck off among them.

    What ended with its unit (单位撤销终结) is neither: it is counted apart.
    """

    total: int
    accepted: int
    done: int  # percent done of each, added up: 100 for what is struck off
    terminated: int = 0

    @property
    def percent(self) -> int:
        """Struck off of all, cut off: 100 only when nothing is left."""
        return self.accepted * 100 // self.total if self.total else 0

    @property
    def with_parts(self) -> int:
        """The same with the parts that the bureau has taken as done."""
        return self.done // self.total if self.total else 0

    @property
    def words(self) -> str:
        apart = f"，另有 {self.terminated} 项因单位撤销终结" if self.terminated else ""
        if not self.total and self.terminated:
            return f"{self.terminated} 项都因单位撤销终结，不计整改率"
        if not self.total:
            return "没有需要整改的问题"
        parts = (
            f"，计入已认可的部分为 {self.with_parts}%" if self.done > self.accepted * 100 else ""
        )
        return f"整改率 {self.percent}%（{self.total} 项中 {self.accepted} 项已销号{parts}）{apart}"


def completion(findings) -> Completion:
    """Of the problems in `findings`; what no letter has told yet does not count."""
    struck_off, ended = Q(state=Finding.State.ACCEPTED), Q(state=Finding.State.TERMINATED)
    counted = Finding.objects.filter(TOLD, pk__in=findings.order_by().values("pk")).aggregate(
        total=Count("pk", filter=~ended),
        terminated=Count("pk", filter=ended),
        accepted=Count("pk", filter=struck_off),
        done=Sum(
            Case(
                When(struck_off, then=100),
                When(ended, then=0),
                default=F("progress"),
                output_field=IntegerField(),
            ),
            default=0,
        ),
    )
    return Completion(**counted)


def completion_of(rows) -> Completion:
    """The same of problems that are already read, each with its visit."""
    rows = [row for row in rows if row.inspection.state in Inspection.TOLD]
    told = [row for row in rows if row.state != Finding.State.TERMINATED]
    accepted = sum(row.state == Finding.State.ACCEPTED for row in told)
    parts = sum(row.progress for row in told if row.state != Finding.State.ACCEPTED)
    return Completion(len(told), accepted, accepted * 100 + parts, len(rows) - len(told))
