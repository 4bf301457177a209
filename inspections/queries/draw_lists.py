"""The lists of a draw: who stands in them, who does not and why, and what the 公示 freezes."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.utils import timezone

from inspections import drawing
from inspections.models import Draw, Inspection
from inspections.queries import coverage, spot_checks, teams
from units.models import Unit

ALGORITHM = (
    "SHA-256 计数器随机数流，舍去使小号占便宜的数；费雪—耶茨洗牌取前几位；每个单位各抽一次人员"
)
CAP_BASIS = "国办发〔2024〕54号：对同一企业的检查不超过公布的年度频次上限"
UNSET_CAP = 1  # while the bureau has set no ceiling, nobody is drawn who was visited already


class Entry(NamedTuple):
    """One line of a list: whose row it is, and what the public reads."""

    key: int
    public: dict


class LeftOut(NamedTuple):
    """Somebody who is not in a list, and why; `exclusion` is set where the clerk says so."""

    name: str
    reason: str
    exclusion: int = 0


class Lists(NamedTuple):
    units: list[Entry]
    officers: list[Entry]
    left_out: list[LeftOut]


def lists(draw: Draw) -> Lists:
    """Both lists as they would be frozen now, in canonical order, and who stands in neither."""
    reasons = list(draw.exclusions.select_related("unit__party", "officer"))
    units, without_units = _units(draw, {row.unit_id: row for row in reasons})
    officers, without_officers = _officers(draw, {row.officer_id: row for row in reasons})
    return Lists(_in_order(units), _in_order(officers), [*without_units, *without_officers])


def _in_order(entries: list[Entry]) -> list[Entry]:
    """By what the public reads, so that nobody chooses an order; numbered from 1."""
    ordered = sorted(entries, key=lambda entry: (drawing.canonical(entry.public), entry.key))
    return [
        Entry(entry.key, {"no": no, **entry.public}) for no, entry in enumerate(ordered, start=1)
    ]


def eligible(draw: Draw):
    """Units on the register of the bureau that the rule asks for; of 自查, those that reported."""
    rows = Unit.objects.filter(party__bureau=draw.bureau, state=Unit.State.ACTIVE)
    if asked := spot_checks.of_draw(draw):
        rows = rows.filter(pk__in=spot_checks.drawable(asked).values("unit"))
    if draw.kinds:
        rows = rows.filter(party__kind__in=draw.kinds)
    return rows.select_related("party")


def _units(draw: Draw, reasons: dict) -> tuple[list[Entry], list[LeftOut]]:
    year = timezone.localtime(draw.announced_at).year
    held = Q(inspections__inspected_on__year=year)
    ahead = Q(inspections__inspected_on=None, inspections__scheduled_on__year=year)
    this_year = (
        (held | ahead)
        & Q(inspections__kind__in=Inspection.ENFORCEMENT)
        & ~Q(inspections__state=Inspection.State.CANCELLED)
    )
    caps = caps_of(draw)
    listed, left_out = [], []
    for unit in eligible(draw).annotate(visits=Count("inspections", filter=this_year)):
        name = unit.party.public_name
        if row := reasons.get(unit.pk):
            left_out.append(LeftOut(name, row.reason, row.pk))
        elif unit.visits >= (cap := caps.get(unit.party.kind, unit.visits + 1)):
            left_out.append(LeftOut(name, _at_the_cap(cap, unit.visits, year)))
        else:
            public = {"name": name, "kind": unit.party.get_kind_display()}
            listed.append(Entry(unit.pk, public))
    return listed, left_out


def caps_of(draw: Draw) -> dict[str, int]:
    """How often an enterprise of each kind may be checked in the year of the draw (覆盖规则)."""
    day = timezone.localdate(draw.announced_at)
    return coverage.enterprise_caps(draw.bureau_id, day, unset=UNSET_CAP)


def _at_the_cap(cap: int, visits: int, year: int) -> str:
    return f"{year} 年已安排检查 {visits} 次，达到上限 {cap} 次（{CAP_BASIS}）"


def _officers(draw: Draw, reasons: dict) -> tuple[list[Entry], list[LeftOut]]:
    day = timezone.localdate(draw.announced_at)
    listed, left_out = [], []
    for officer in teams.officers(draw.bureau).prefetch_related(teams.certificates_on(day)):
        card = min((card.number for card in officer.cards), default="")
        if row := reasons.get(officer.pk):
            left_out.append(LeftOut(str(officer), row.reason, row.pk))
        elif not card:
            left_out.append(LeftOut(str(officer), "抽取当天没有有效执法证件"))
        else:
            listed.append(Entry(officer.pk, {"name": str(officer), "certificate": card}))
    return listed, left_out


def freeze(draw: Draw) -> dict:
    """What the 公示 lays down, as the fields of the draw."""
    found = lists(draw)
    cap = min(caps_of(draw).values())
    frozen = {
        "notice": _notice(draw),
        "units": [entry.public for entry in found.units],
        "officers": [entry.public for entry in found.officers],
        "rule": _rule(draw, cap, found.left_out),
    }
    return {
        "frozen": drawing.canonical(frozen),
        "digest": drawing.digest(frozen),
        "keys": {
            "units": [entry.key for entry in found.units],
            "officers": [entry.key for entry in found.officers],
        },
        "enterprise_cap": cap,
        "published_at": timezone.now(),
    }


def _notice(draw: Draw) -> dict:
    return {
        "bureau": draw.bureau.name,
        "title": draw.title,
        "source": draw.source,
        "announced_at": timezone.localtime(draw.announced_at).isoformat(timespec="minutes"),
        "place": draw.place,
        "witness": f"{draw.witness_name}（{draw.witness_post}）",
        "redraw_of": draw.redraw_of.digest if draw.redraw_of else "",
    }


def _rule(draw: Draw, cap: int, left_out: list[LeftOut]) -> dict:
    return {
        "units": draw.unit_count,
        "officers": draw.officer_count,
        "kinds": _population(draw),
        "enterprise_cap": cap,
        "exclusions": [{"name": row.name, "reason": row.reason} for row in left_out],
        "algorithm": ALGORITHM,
    }


def _population(draw: Draw) -> str:
    asked = spot_checks.of_draw(draw)
    return f"{asked}中已经报送的单位" if asked else draw.kinds_in_words


def selectable_units(draw: Draw):
    """Units that the rule asks for and that are not left out yet."""
    return eligible(draw).exclude(pk__in=draw.exclusions.filter(officer=None).values("unit"))


def selectable_officers(draw: Draw):
    return teams.officers(draw.bureau).exclude(
        pk__in=draw.exclusions.filter(unit=None).values("officer")
    )
