"""Units to be put on an annual plan, grouped as they are chosen."""

from typing import NamedTuple

from django.db.models import Prefetch, Q

from archives_enforcement.accounts.models import Party
from inspections.models import Plan
from units.models import Unit


def selectable_units(user, plan: Plan):
    """Units that may be put on the plan, with the months they already stand in."""
    units = Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE)
    already = Prefetch("planitem_set", plan.items.all(), to_attr="planned")
    return units.select_related("party").prefetch_related(already)


class UnitGroup(NamedTuple):
    """Units that go on a plan together."""

    code: str
    label: str
    condition: Q


def groups_of(user) -> list[UnitGroup]:
    """全部某类单位, 某系统, 重点监控 and 登记备份, as far as the register has such units."""
    units = Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE).order_by()
    kinds = dict(Party.Kind.choices)
    found = [
        UnitGroup(f"kind:{kind}", f"全部{kinds[kind]}", Q(party__kind=kind))
        for kind in sorted(set(units.values_list("party__kind", flat=True)))
    ]
    found += [
        UnitGroup(f"system:{name}", f"{name}系统", Q(system=name))
        for name in sorted(set(units.exclude(system="").values_list("system", flat=True)))
    ]
    marks = (
        ("key", "重点监控单位", "is_key_monitored"),
        ("backup", "登记备份单位", "is_backup_registered"),
    )
    return found + [
        UnitGroup(code, label, Q(**{name: True}))
        for code, label, name in marks
        if units.filter(**{name: True}).exists()
    ]


def units_of(user, group: UnitGroup):
    return Unit.objects.visible_to(user).filter(group.condition, state=Unit.State.ACTIVE)
