"""覆盖规则 of a bureau: what is in force, and the facts that `inspections.coverage` computes on."""

import csv
from datetime import date
from pathlib import Path

from django.db.models import Count, Max, Q

from archives_enforcement.accounts.models import Party
from inspections.coverage import facts
from inspections.models import CoverageRule, Finding, Inspection, Lead, PlanItem, TeamMember
from inspections.models.checklists import Severity
from inspections.models.visits import day_of
from inspections.queries.recording import HELD
from units.models import Unit

SAMPLES = Path(__file__).parent.parent / "data" / "coverage_rules.csv"
POLICY_SINCE = date(2025, 1, 3)  # 国办发〔2024〕54号 published
P = CoverageRule.Population


def standing_on(year: int, today: date) -> date:
    """The day whose rules a year is measured by: today, or the nearest day of that year."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def rules(user):
    return CoverageRule.objects.visible_to(user)


def in_force(user, day: date) -> list[CoverageRule]:
    """Law first, then by name, as pages show them."""
    found = rules(user).in_force(day)
    return sorted(found, key=lambda rule: (not rule.is_law, rule.effective_from, rule.pk))


def situation(
    user, year: int, today: date, *, stated: list[CoverageRule] | None = None, **more
) -> facts.Situation:
    """Rules, units and visits of the year; `more` adds half-days and officers for a proposal."""
    day = standing_on(year, today)
    stated = tuple(_rule(row) for row in (in_force(user, day) if stated is None else stated))
    visits = (*_inspections(user, year, today), *_planned(user, year))
    return facts.Situation(year, stated, _units(user, day), visits, **more)


def _rule(row: CoverageRule) -> facts.Rule:
    numbers = {name: getattr(row, name) for name in CoverageRule.NUMBERS}
    return facts.Rule(
        row.pk, row.title, row.kind, row.population, source=row.source, is_law=row.is_law, **numbers
    )


def _units(user, day: date) -> tuple[facts.Unit, ...]:
    urgent = _urgent(user)
    seen = Max("inspections__inspected_on", filter=Q(inspections__kind__in=Inspection.ENFORCEMENT))
    rows = Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE)
    rows = rows.annotate(seen=seen).order_by("pk").values_list(
        "pk", "party__name", "party__kind", "is_key_monitored", "is_backup_registered", "seen",
        "last_on_paper",
    )  # fmt: skip
    found = []
    for key, name, kind, is_key, is_backup, seen, on_paper in rows:
        enterprise = kind in Party.ENTERPRISES
        belongs = {
            P.ALL: True, kind: True, P.ENTERPRISE: enterprise, P.OTHER: not enterprise,
            P.KEY: is_key, P.BACKUP: is_backup, P.URGENT: key in urgent,
        }  # fmt: skip
        populations = frozenset(str(name) for name, yes in belongs.items() if yes)
        spared = enterprise and day >= POLICY_SINCE
        last = seen or on_paper
        found.append(facts.Unit(key, name, populations, spared, urgent.get(key, ""), last))
    return tuple(found)


def _urgent(user) -> dict[int, str]:
    """Why a unit comes first, by its key: an open lead, or a hazard not put right."""
    hazards = Finding.objects.visible_to(user).filter(
        severity=Severity.A, state__in=Finding.UNFIXED, inspection__state__in=Inspection.TOLD
    )
    leads = Lead.objects.visible_to(user).filter(state=Lead.State.OPEN, party__unit__isnull=False)
    found = dict.fromkeys(hazards.values_list("inspection__unit", flat=True), "有隐患没有整改到位")
    labels = dict(Lead.Source.choices)
    for key, source in leads.values_list("party__unit", "source"):
        found[key] = f"有线索（{labels[source]}）"
    return found


def counted_visits(user, year: int):
    """The checks of a year that rules and ceilings count: carried out or arranged.

    One without approval (未经批准) meets no duty; an enterprise has borne it all the same, so that
    its ceiling counts it.
    """
    unlawful = Q(state=Inspection.State.UNAPPROVED) & ~Q(unit__party__kind__in=Party.ENTERPRISES)
    return (
        Inspection.objects.visible_to(user)
        .annotate(on_day=day_of())
        .filter(kind__in=Inspection.ENFORCEMENT, on_day__year=year)
        .exclude(unlawful | Q(state=Inspection.State.CANCELLED))
    )


def _inspections(user, year: int, today: date) -> list[facts.Visit]:
    enforcing = Count("team", filter=Q(team__part__in=TeamMember.ENFORCING))
    rows = counted_visits(user, year).annotate(officers=enforcing).order_by("pk").values_list(
        "unit", "kind", "plan_item__draw", "state", "on_day", "session", "officers",
        "cap_exception",
    )  # fmt: skip
    return [
        facts.Visit(
            unit,
            kind,
            draw is not None,
            facts.DONE if state in HELD else facts.ARRANGED,
            facts.HalfDay(day, session),
            needs_team=not officers and day > today,
            is_exempt=bool(exception),
        )
        for unit, kind, draw, state, day, session, officers, exception in rows
    ]


def open_plan_items(user, year: int):
    """Items of the year's plan that nobody has arranged or given up."""
    arranged = Inspection.objects.exclude(state__in=Inspection.FALLEN)
    arranged = arranged.filter(plan_item__isnull=False)
    rows = PlanItem.objects.visible_to(user).filter(
        plan__bureau=user.bureau_id, plan__year=year, deviation=""
    )
    return rows.exclude(pk__in=arranged.values("plan_item"))


def _planned(user, year: int) -> list[facts.Visit]:
    rows = open_plan_items(user, year).order_by("pk").values_list(
        "unit", "kind", "draw", "month", "half_day_on", "session"
    )  # fmt: skip
    return [
        facts.Visit(
            unit,
            kind,
            draw is not None,
            facts.PLANNED,
            facts.HalfDay(day, session) if day else None,
            month,
            needs_team=day is None,  # with a half-day it has its officers
        )
        for unit, kind, draw, month, day, session in rows
    ]


def enterprise_cap(bureau, kind: str, day: date) -> CoverageRule | None:
    """The lowest ceiling on checks of any kind for such an enterprise on that day."""
    if kind not in Party.ENTERPRISES:
        return None
    found = _ceilings(bureau, day).filter(population__in=(P.ALL, P.ENTERPRISE, kind))
    return found.order_by("unit_max", "pk").first()


def enterprise_caps(bureau, day: date, *, unset: int) -> dict[str, int]:
    """The lowest ceilings by kind of enterprise, in one query; `unset` where there is none."""
    found = _ceilings(bureau, day).values_list("population", "unit_max")
    limits = {kind: [] for kind in Party.ENTERPRISES}
    for population, limit in found:
        for kind, own in limits.items():
            if population in (P.ALL, P.ENTERPRISE, kind):
                own.append(limit)
    return {kind: min(own, default=unset) for kind, own in limits.items()}


def _ceilings(bureau, day: date):
    return CoverageRule.objects.in_force(day).filter(
        bureau=bureau, kind=CoverageRule.Kind.ANY, unit_max__isnull=False
    )


def other_checks(inspection: Inspection, year: int) -> int:
    """How many other checks of the unit count in that year: held in it, or arranged for it."""
    rows = Inspection.objects.filter(unit=inspection.unit_id, kind__in=Inspection.ENFORCEMENT)
    rows = rows.annotate(on_day=day_of()).filter(on_day__year=year)
    found = rows.exclude(state=Inspection.State.CANCELLED)
    return found.exclude(pk=inspection.pk).count()


def samples() -> list[dict]:
    """The sample rules that ship with the program, as the form takes them."""
    with SAMPLES.open(encoding="utf-8", newline="") as lines:
        return [
            {name: value for name, value in row.items() if value} for row in csv.DictReader(lines)
        ]


def sample(code: str) -> dict:
    """One of them by its code; empty for a code that there is none of."""
    return next((row for row in samples() if row["code"] == code), {})
