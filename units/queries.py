"""Reads of units."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q
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


def came_through(grant: Grant, day: date):
    """What its person was given of units because their heir is the party of `grant`.

    Without what another heir, for whom he acts on `day`, gave him as well.
    """
    given = Succession.objects.filter(
        predecessor__party=OuterRef("party"), on=OuterRef("valid_from")
    )
    others = Grant.objects.valid_on(day).filter(user=grant.user_id).exclude(pk=grant.pk)
    through_other = given.filter(
        successor__party__grants__in=others, successor__party__grants__valid_from__lte=F("on")
    )
    through_this = given.filter(successor__party=grant.party_id, on__gte=grant.valid_from)
    held = Grant.objects.filter(user=grant.user_id, state=Grant.State.HELD, ended_on=None)
    return held.filter(Exists(through_this), ~Exists(through_other)).select_related("party")
