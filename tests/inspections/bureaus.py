"""Bureaus made up from a number: the same number always gives the same one."""

from datetime import date, timedelta
from random import Random

from inspections.coverage.facts import (
    ARRANGED,
    DONE,
    PLANNED,
    HalfDay,
    Officer,
    Rule,
    Situation,
    Unit,
    Visit,
)

YEAR = 2026
FIRST_THURSDAY = date(2026, 1, 8)
KINDS = ("organ", "institution", "township", "state_enterprise", "private_enterprise")


def bureau(seed: int, *, units: int | None = None, weeks: int | None = None) -> Situation:
    """Some units, officers, Thursdays and visits, and from two to seven rules over them."""
    rng = Random(seed)
    found = tuple(_unit(rng, key) for key in range(1, (units or rng.randint(12, 300)) + 1))
    weeks = weeks or rng.choice((5, 10, 20, 44))
    half_days = tuple(
        HalfDay(FIRST_THURSDAY + timedelta(days=7 * week), "afternoon") for week in range(weeks)
    )
    officers = tuple(_officer(rng, key, half_days) for key in range(1, rng.randint(3, 9)))
    visits = tuple(_visit(rng, unit) for unit in found if rng.random() < rng.choice((0, 0.1, 0.3)))
    return Situation(YEAR, _rules(rng), found, visits, half_days, officers)


def _unit(rng: Random, key: int) -> Unit:
    kind = rng.choice(KINDS)
    enterprise = kind.endswith("enterprise")
    populations = {"all", kind, "enterprise" if enterprise else "other"}
    if rng.random() < 0.08:
        populations.add("key")
    urgent = "有投诉举报" if rng.random() < 0.05 else ""
    if urgent:
        populations.add("urgent")
    seen = date(2025, 1, 1) + timedelta(days=rng.randrange(365)) if rng.random() < 0.5 else None
    return Unit(key, f"单位{key:03}", frozenset(populations), enterprise, urgent, seen)


def _officer(rng: Random, key: int, half_days) -> Officer:
    away = {half_day for half_day in half_days if rng.random() < 0.1}
    return Officer(key, f"执法人员{key}", frozenset(away))


def _visit(rng: Random, unit: Unit) -> Visit:
    stage = rng.choice((DONE, DONE, ARRANGED, PLANNED))
    kind = rng.choice(("daily", "daily", "special", "case"))
    planned = {"month": rng.randint(1, 12), "needs_team": True} if stage == PLANNED else {}
    return Visit(unit.key, kind, rng.random() < 0.2, stage, **planned)


def _rules(rng: Random) -> tuple[Rule, ...]:
    """The enterprise cap, and a choice of what bureaus ask for, contradictions among them."""
    low = rng.randint(2, 30)
    share = rng.randint(5, 60)
    asked = [
        {"title": "巡查", "unit_min": 1},
        {"title": "重点每年一次", "population": "key", "unit_min": rng.randint(1, 2)},
        {"title": "双随机", "kind": "random", "min_share": 6, "max_share": 10},
        {"title": "专项", "kind": "special", "min_share": rng.randint(10, 25)},
        {"title": "重点专项", "kind": "special", "population": "key", "unit_min": 1},
        {"title": "日常", "kind": "daily", "min_share": low, "max_share": low + rng.randint(0, 9)},
        {"title": "全面检查", "min_share": share},
        {"title": "企业抽查", "population": "enterprise", "min_share": rng.randint(5, 40)},
        {"title": "机关", "population": "organ", "min_share": rng.randint(20, 100)},
        {"title": "街道每年两次", "population": "township", "unit_min": 2},
        {"title": "自查抽查上限", "population": rng.choice(("organ", "all")), "max_share": 10},
        {"title": "有投诉的", "population": "urgent", "unit_min": 1},
        {"title": "日常至多一次", "kind": "daily", "unit_max": 1},
    ]
    cap = {"title": "企业频次上限", "population": "enterprise", "unit_max": rng.choice((1, 1, 2))}
    chosen = [cap | {"is_law": True}, *rng.sample(asked, rng.randint(1, 6))]
    return tuple(Rule(key, **values) for key, values in enumerate(chosen, start=1))
