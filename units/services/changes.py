"""登记变更: units are renamed, merged, split, dissolved; papers stay as they were."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.accounts.models import Grant, Party
from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from units import effects, queries
from units.models import FormerName, Succession, Unit
from units.services.registry import MANAGE, SPELT, check_identity
from units.workflow import UNIT_FLOW

ARTICLE = "《中华人民共和国档案法》第十六条"
K = Succession.Kind


@act
def rename(unit: Unit, *, actor, on: date, name: str, basis: str) -> Unit:
    """更名 from `on`: the unit stays the same; it is still found by what it was called."""
    [unit], backfilled = _begin([unit], "更名", basis, actor=actor, on=on)
    party, before, name = unit.party, unit.party.name, name.strip()
    if name == before:
        raise Refused({"name": "新名称和原名称相同，没有变化。"})
    others = Party.objects.filter(bureau=party.bureau).exclude(pk=party.pk)
    check_identity({"name": name}, others)
    FormerName.objects.create(unit=unit, name=before, until=on, basis=basis.strip())
    for field, spell in SPELT.items():
        if getattr(unit, field) in ("", spell(before)):  # a person's correction stays
            setattr(unit, field, spell(name))
            unit.save(update_fields=[field])
    party.name = name
    party.save(update_fields=["name"])
    details = {"before": before, "after": name}
    trail.record(
        unit, "rename", "更名", actor=actor, on=on, backfilled=backfilled, note=basis,
        details=details,
    )  # fmt: skip
    return unit


@act
def merge(unit: Unit, successor: Unit, *, actor, on: date, basis: str, archives_to: str) -> Unit:
    """合并: the unit ends and `successor` goes on with what is open about it."""
    return _absorb(K.MERGE, unit, successor, actor, on, basis, _told(archives_to))


@act
def drop_duplicate(unit: Unit, kept: Unit, *, actor, on: date, basis: str) -> Unit:
    """重复登记: one body stands twice in the register; the other entry is kept."""
    return _absorb(K.DUPLICATE, unit, kept, actor, on, basis, "")


@act
def split(
    unit: Unit, successors: Iterable[Unit], *, actor, on: date, basis: str, archives_to: str,
    remains: bool,
) -> Unit:  # fmt: skip
    """分立 into units that are registered already; the old one goes on or ends with it."""
    successors = list(successors)
    if not remains and len(successors) < 2:
        raise Refused("原单位不再保留的，至少选择两个承继单位；只有一个的请办理合并。")
    if not successors:
        raise Refused("请选择分立出来的单位；还没有登记的，请先登记。")
    locked, backfilled = _begin([unit, *successors], "分立", basis, actor=actor, on=on)
    unit, successors = locked[0], locked[1:]
    if unit in successors:
        raise Refused("分立出来的单位不能是原单位自己。")
    for heir in successors:
        _succeed(K.SPLIT, unit, heir, actor, on, basis, _told(archives_to), ends=not remains)
    details = {"successors": "、".join(map(str, successors))}
    if not remains:
        _pass_on_children(unit, *successors)
        return _end(unit, K.SPLIT, successors, actor, on, basis, details)
    trail.record(
        unit, "split", "分立", actor=actor, on=on, backfilled=backfilled, note=basis,
        details=details,
    )  # fmt: skip
    return unit


@act
def dissolve(unit: Unit, *, actor, on: date, basis: str, archives_to: str) -> Unit:
    """撤销: nobody goes on; where the archives went is recorded (档案法第十六条)."""
    [unit], _ = _begin([unit], "撤销", basis, actor=actor, on=on)
    _succeed(K.DISSOLVE, unit, None, actor, on, basis, _told(archives_to))
    Unit.objects.filter(parent=unit).update(parent=unit.parent)
    unit = _end(unit, K.DISSOLVE, [], actor, on, basis, {"archives_to": archives_to})
    alone = [row.pk for row in queries.left_alone(unit)]
    Unit.objects.filter(pk__in=alone).update(left_no_heir=True)
    unit.left_no_heir = True
    return unit


def _absorb(kind, unit: Unit, successor: Unit, actor, on: date, basis: str, archives_to) -> Unit:
    if unit == successor:
        raise Refused("单位不能并入自己，请重新选择。")
    unit, successor = _begin([unit, successor], kind.label, basis, actor=actor, on=on)[0]
    _succeed(kind, unit, successor, actor, on, basis, archives_to)
    _pass_on_children(unit, successor)
    _end(unit, kind, [successor], actor, on, basis, {"successor": str(successor)})
    return successor


def _begin(units: list[Unit], label: str, basis: str, *, actor, on: date):
    """The units, locked in one order, all of them still in the register."""
    check_permission(actor, MANAGE, label)
    backfilled = check_date(actor, on)
    locked = {pk: lock(Unit(pk=pk), actor) for pk in sorted({unit.pk for unit in units})}
    if not basis.strip():
        raise Refused({"basis": f"请写明{label}的依据（文件名称和文号，或者登记机关的证明）。"})
    ended = [str(unit) for unit in locked.values() if not unit.is_active]
    if ended:
        raise Refused(f"{'、'.join(ended)}已经不在册，不能{label}。")
    return [locked[unit.pk] for unit in units], backfilled


def _told(archives_to: str) -> str:
    if not archives_to.strip():
        raise Refused(
            {"archives_to": f"请写明原单位档案移交给哪个单位或者档案馆。依据：{ARTICLE}。"}
        )
    return archives_to.strip()


def _succeed(
    kind, unit, heir, actor, on: date, basis: str, archives_to: str, *, ends: bool = True
) -> None:
    """Record it, and let those who act for the heir act in what the other left open.

    A unit that goes on acts for itself (`ends` is false).
    """
    Succession.objects.create(
        kind=kind,
        predecessor=unit,
        successor=heir,
        on=on,
        basis=basis.strip(),
        archives_to=archives_to,
        recorded_by=actor,
    )
    if heir is not None and ends:
        _let_in(heir, unit, on)


def _let_in(heir: Unit, unit: Unit, on: date) -> None:
    """With what the unit left goes what it had taken over itself."""
    people = list(heir.party.grants.valid_on(on).filter(ended_on=None))
    for left in (unit, *queries.taken_over(unit)):
        known = set(left.party.grants.valid_on(on).values_list("user", flat=True))
        Grant.objects.bulk_create(
            Grant(
                user_id=grant.user_id, party_id=left.party_id, post=grant.post, valid_from=on,
                valid_to=grant.valid_to,
            )
            for grant in people
            if grant.user_id not in known
        )  # fmt: skip


def _pass_on_children(unit: Unit, first: Unit, *others: Unit) -> None:
    """The first heir takes the place of the unit; heirs right under it rise by one."""
    if first.parent and queries.stands_under(first.parent, unit):
        first.parent = unit.parent
        first.save(update_fields=["parent"])
    heirs = [heir.pk for heir in others]
    Unit.objects.filter(parent=unit, pk__in=heirs).update(parent=unit.parent)
    Unit.objects.filter(parent=unit).update(parent=first)


def _end(unit: Unit, kind, heirs, actor, on: date, basis: str, details: dict) -> Unit:
    unit = UNIT_FLOW.advance(
        unit, str(kind), actor=actor, on=on, note=basis.strip(), details=details
    )
    effects.ended(unit, list(heirs), actor=actor, on=on)
    return unit


def succession_in_words(unit: Unit) -> str:
    """Why a closed unit is closed, for whoever meets it; empty for others."""
    rows = list(unit.successions.select_related("successor__party"))
    if unit.is_active or not rows:
        return ""
    heirs = "、".join(str(row.successor) for row in rows if row.successor)
    told = f"，由{heirs}承继" if heirs else "，没有承继单位"
    if heirs and unit.left_no_heir:
        told += "，承继单位也已撤销"
    return f"{unit}已于{cn_date(rows[-1].on)}{rows[-1].get_kind_display()}{told}"
