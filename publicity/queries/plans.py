"""What anyone may read of a published plan: how much is checked, never whom and when.

A check that has not been announced must stay unannounced. So units are not named, and their kinds
are counted over the whole year: the only archive hall of a district would be known by its kind.
"""

from typing import NamedTuple

from django.db.models import Count, Q

from archives_enforcement.accounts.models import Party
from archives_enforcement.files.workbook import workbook
from inspections.models import Checklist, Plan

COLUMNS = (  # head in Excel, name in JSON, width
    ("计划", "title", 44),
    ("年度", "year", 10),
    ("机关", "bureau", 30),
    ("项目", "total", 10),
    ("日常检查", "daily", 12),
    ("专项检查", "special", 12),
    ("公布日期", "published_on", 14),
)
DAILY, SPECIAL = Q(items__kind="daily"), Q(items__kind="special")


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
    plans = Plan.objects.public().select_related("bureau")
    plans = plans.annotate(
        total=Count("items"),
        daily=Count("items", filter=DAILY),
        special=Count("items", filter=SPECIAL),
    )
    return plans.order_by("-year", "bureau__code")


def records(plans) -> list[dict]:
    """Each plan by the names of the columns: how much is checked, never whom and when."""
    return [{name: _read(plan, name) for _, name, _ in COLUMNS} for plan in plans]


def workbook_of(plans) -> bytes:
    heads = [(head, width) for head, _, width in COLUMNS]
    return workbook("年度检查计划", heads, (list(row.values()) for row in records(plans)))


def _read(plan: Plan, name: str):
    return plan.bureau.name if name == "bureau" else getattr(plan, name)


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
