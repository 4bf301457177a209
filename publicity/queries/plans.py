"""What anyone may read of a published plan: how much is checked, never whom and when.

A check that has not been announced must stay unannounced. So units are not named, and their kinds
are counted over the whole year: the only archive hall of a district would be known by its kind.
"""

from typing import NamedTuple

from django.db.models import Count, Q

from archives_enforcement.accounts.models import Party
from inspections.models import Checklist, Plan


class Month(NamedTuple):
    number: int
    daily: int
    special: int
    percent: int  # of the month with the most items

    @property
    def label(self) -> str:
        return f"{self.number} 月"

    @property
    def value(self) -> int:
        return self.daily + self.special


class Share(NamedTuple):
    label: str
    value: int


class Outline(NamedTuple):
    """The items of a plan in numbers."""

    total: int
    months: list[Month]
    kinds: list[Share]
    checklists: list[Checklist]


def public_plans():
    """Published plans of every bureau with the number of their items, newest year first."""
    plans = Plan.objects.public().select_related("bureau").annotate(total=Count("items"))
    return plans.order_by("-year", "bureau__code")


def outline(plan: Plan) -> Outline:
    months = _months(plan)
    kinds = plan.items.order_by().values_list("unit__party__kind").annotate(times=Count("pk"))
    return Outline(
        sum(month.value for month in months),
        months,
        [Share(Party.Kind(kind).label, times) for kind, times in kinds.order_by("-times")],
        list(Checklist.objects.filter(planitem__plan=plan).distinct().order_by("code")),
    )


def _months(plan: Plan) -> list[Month]:
    rows = plan.items.order_by("month").values("month")
    rows = rows.annotate(
        daily=Count("pk", filter=Q(kind="daily")), special=Count("pk", filter=Q(kind="special"))
    )
    most = max((row["daily"] + row["special"] for row in rows), default=1)
    return [
        Month(
            row["month"],
            row["daily"],
            row["special"],
            (row["daily"] + row["special"]) * 100 // most,
        )
        for row in rows
    ]
