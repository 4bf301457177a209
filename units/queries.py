"""Reads of units."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from archives_enforcement.accounts.models import Grant
from units.models import FormerName, Succession, Unit


def called(text: str):
    """Keys of the units that were once called so."""
    return FormerName.objects.filter(name__icontains=text).values("unit")


def spelt(text: str, prefix: str = "") -> Q:
    """Units whose 拼音首字母 or 全拼 begin so; whoever types it may part the syllables."""
    together = "".join(text.split())
    return Q(**{f"{prefix}initials__istartswith": together}) | Q(
        **{f"{prefix}pinyin__istartswith": together}
    )


def like(text: str) -> Q:
    """Units by name, earlier name, short name, 拼音首字母, 全拼 or credit code."""
    return (
        Q(party__name__icontains=text)
        | Q(pk__in=called(text))
        | Q(short_name__icontains=text)
        | spelt(text)
        | Q(party__credit_code__istartswith=text)
    )


def matching(rows, text: str):
    return rows.filter(like(text))


def active_units(user):
    """The units a bureau inspects now."""
    return Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE).select_related("party")


def under(unit: Unit):
    """The units that it is in charge of."""
    return unit.unit_set.filter(state=Unit.State.ACTIVE).select_related("party")


def stands_under(unit: Unit | None, other: Unit) -> bool:
    """Whether `other` is `unit` or in charge of it, directly or through others."""
    seen = set()
    while unit is not None and unit.pk != other.pk and unit.pk not in seen:
        seen.add(unit.pk)
        unit = unit.parent
    return unit is not None and unit.pk == other.pk


def by_visit(rows, year: int, *, visited: bool):
    """Units with a check that year, or those without one, whoever was seen longest ago first."""
    seen = Unit.objects.filter(inspections__inspected_on__year=year)
    if visited:
        return rows.filter(pk__in=seen)
    last = Coalesce("seen_on", "last_on_paper")
    return rows.exclude(pk__in=seen).order_by(last.asc(nulls_first=True), "party__name")


def taken_over(*units: Unit) -> list[Unit]:
    """Units that ended and came to one of these, directly or through others, the nearest first."""
    keys = _came_to([unit.pk for unit in units], _ends())
    found = Unit.objects.in_bulk(keys)
    return [found[key] for key in keys]


def lineages(units: Iterable[int]) -> dict[int, list[int]]:
    """Key of each of `units` that took others over → their keys; one query for all of them."""
    ends = _ends()
    found = {key: _came_to([key], ends) for key in units if key in ends}
    return {key: left for key, left in found.items() if left}


def left_alone(unit: Unit) -> list[Unit]:
    """Of a unit that ends now and those that came to it, the ones nobody goes on with."""
    heirs = defaultdict(list)
    for heir, left in _ends().items():
        for key in left:
            heirs[key].append(heir)
    ended = [unit, *taken_over(unit)]
    reached = {row.pk: _reached(row.pk, heirs) for row in ended}
    keys = set().union(*reached.values())
    going_on = Unit.objects.filter(pk__in=keys, state=Unit.State.ACTIVE)
    active = set(going_on.values_list("pk", flat=True))
    return [row for row in ended if not reached[row.pk] & active]


def _reached(key: int, heirs: dict[int, list[int]]) -> set[int]:
    """Keys of its heirs, directly or through others."""
    found, nearest = set(), {key}
    while nearest:
        nearest = {heir for one in nearest for heir in heirs.get(one, ())} - found
        found |= nearest
    return found


def _ends() -> dict[int, list[int]]:
    """Key of an heir → keys of the units that ended and came to it at once: one query."""
    last = Succession.objects.filter(predecessor=OuterRef("predecessor")).order_by("-on", "-pk")
    rows = Succession.objects.filter(
        successor__isnull=False, predecessor__state=Unit.State.CLOSED,
        on=Subquery(last.values("on")[:1]), kind=Subquery(last.values("kind")[:1]),
    )  # fmt: skip
    found = defaultdict(list)
    for heir, left in rows.order_by("predecessor").values_list("successor", "predecessor"):
        found[heir].append(left)
    return found


def _came_to(heirs: list[int], ends: dict[int, list[int]]) -> list[int]:
    """Keys of what came to these, the nearest first, each once."""
    found, nearest = [], heirs
    while nearest:
        left = dict.fromkeys(key for heir in nearest for key in ends.get(heir, ()))
        nearest = [key for key in left if key not in heirs and key not in found]
        found += nearest
    return found


def _passed_on(rows) -> set[tuple]:
    """The party of each unit that came along with these successions, and the day on which."""
    return {
        (unit.party_id, row.on)
        for row in rows.select_related("predecessor")
        for unit in (row.predecessor, *taken_over(row.predecessor))
    }


def came_through(grant: Grant, day: date) -> list[Grant]:
    """What its person was given of units because their heir is the party of `grant`.

    Without what another heir, for whom he acts on `day`, gave him as well.
    """
    into = Succession.objects.filter(successor__party=grant.party_id, on__gte=grant.valid_from)
    came = _passed_on(into)
    others = [
        other
        for other in Grant.objects.valid_on(day).filter(user=grant.user_id).exclude(pk=grant.pk)
        if (other.party_id, other.valid_from) not in came
    ]
    for other in others if came else ():
        rows = Succession.objects.filter(successor__party=other.party_id, on__gte=other.valid_from)
        came -= _passed_on(rows)
    held = Grant.objects.filter(user=grant.user_id, state=Grant.State.HELD, ended_on=None)
    held = held.filter(party__in={party for party, _ in came}).select_related("party")
    return [row for row in held if (row.party_id, row.valid_from) in came]
