"""A plan beside that of the year before: what can be taken over, and what changed."""

from calendar import monthrange
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from inspections.models import Checklist, Plan, PlanItem
from units.models import Unit

PLANNED = "本年度计划已经列入同类检查。"


class Copy(NamedTuple):
    """An item of the year before with the list of today, or the reason why it stays behind."""

    item: PlanItem
    checklist: Checklist | None
    why: str = ""

    @property
    def is_planned(self) -> bool:
        """Whether it stays behind because the unit is planned already, in whatever month."""
        return self.why == PLANNED


class Change(NamedTuple):
    """What became of one unit from one year to the next."""

    unit: Unit
    before: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def label(self) -> str:
        if not self.before:
            return "新增"
        return "有变化" if self.now else "不再列入"


class Comparison(NamedTuple):
    earlier: Plan
    changes: list[Change]
    same: int  # units with nothing changed


def earlier_plan(plan: Plan, user) -> Plan | None:
    """The bureau's last plan before this one that was approved, if the reader may see it."""
    settled = (Plan.State.APPROVED, *Plan.PUBLIC)
    rows = Plan.objects.visible_to(user).filter(bureau=plan.bureau_id, year__lt=plan.year)
    return rows.filter(state__in=settled).order_by("-year").first()


def copies(plan: Plan, earlier: Plan) -> list[Copy]:
    """Every item of the earlier plan, and whether it can stand on this one."""
    present = set(plan.items.values_list("unit", "kind"))
    lists = {month: _lists_of(plan, month) for month in range(1, 13)}
    rows = earlier.items.select_related("unit__party", "checklist").order_by("month", "pk")
    return [_copy(item, lists[item.month], present) for item in rows]


def _lists_of(plan: Plan, month: int) -> dict[str, Checklist]:
    """The newest list of each series that is in force throughout that month."""
    first = date(plan.year, month, 1)
    last = first.replace(day=monthrange(plan.year, month)[1])
    found = Checklist.objects.in_force(plan.bureau, first, last)
    return {row.series: row for row in reversed(found)}


def _copy(item: PlanItem, lists: dict[str, Checklist], present: set) -> Copy:
    if item.draw_id:
        return Copy(item, None, "随机抽取产生的项目不带入，应当重新抽取。")
    if item.campaign_id:
        return Copy(item, None, "按上级当年部署的专项检查列入，不带入。")
    if item.unit.state != Unit.State.ACTIVE:
        return Copy(item, None, "单位已经撤销。")
    if (item.unit_id, item.kind) in present:
        return Copy(item, None, PLANNED)
    checklist = lists.get(item.checklist.series)
    return Copy(item, checklist, "" if checklist else f"“{item.checklist}”没有当时适用的版本。")


def compare(plan: Plan, earlier: Plan) -> Comparison:
    """Unit by unit what is new, gone or changed in month, kind, method or list."""
    before, now = _by_unit(earlier), _by_unit(plan)
    units = {unit.pk: unit for unit in (*before, *now)}
    pairs = [(unit, before.get(unit, ()), now.get(unit, ())) for unit in units.values()]
    changes = [Change(*pair) for pair in pairs if pair[1] != pair[2]]
    order = {"新增": 0, "有变化": 1, "不再列入": 2}
    changes.sort(key=lambda row: (order[row.label], str(row.unit)))
    return Comparison(earlier, changes, len(pairs) - len(changes))


def _by_unit(plan: Plan) -> dict[Unit, tuple[str, ...]]:
    found = defaultdict(list)
    for item in plan.items.select_related("unit__party", "checklist").order_by("month", "kind"):
        words = f"{item.month} 月{item.get_kind_display()}"
        found[item.unit].append(f"{words}，{item.get_method_display()}，{item.checklist.name}")
    return {unit: tuple(rows) for unit, rows in found.items()}
