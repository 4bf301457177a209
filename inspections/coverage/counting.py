"""How rules count: which checks, which units, and shares as whole numbers of units."""

from collections.abc import Iterable

from inspections.coverage.facts import ANY, RANDOM, Rule, Unit, Visit


def counts(rule: Rule, kind: str, is_random: bool) -> bool:
    """Whether the rule counts a check of that kind."""
    return rule.kind in (ANY, kind) or (rule.kind == RANDOM and is_random)


def members(rule: Rule, units: Iterable[Unit]) -> list[Unit]:
    return [unit for unit in units if rule.population in unit.populations]


def bound(rule: Rule, units: Iterable[Unit]) -> list[Unit]:
    """The members whom the least number per unit binds; enterprises are spared (54号)."""
    return [unit for unit in members(rule, units) if not unit.spared] if rule.unit_min else []


def least(rule: Rule, size: int) -> int:
    """How many of `size` units the least share means; a part of a unit is a whole one."""
    return -(-size * (rule.min_share or 0) // 100)


def most(rule: Rule, size: int) -> int | None:
    """How many of `size` units the largest share allows; None where there is no limit."""
    return None if rule.max_share is None else size * rule.max_share // 100


def tally(rule: Rule, visits: Iterable[Visit]) -> dict[int, int]:
    """How often the rule counts each unit as checked."""
    found: dict[int, int] = {}
    for visit in visits:
        if counts(rule, visit.kind, visit.is_random):
            found[visit.unit] = found.get(visit.unit, 0) + 1
    return found


def in_turn(unit: Unit) -> tuple:
    """Complaints and hazards first, then who was never seen, then the longest ago, then by name."""
    seen = unit.last_seen.toordinal() if unit.last_seen else 0
    return (not unit.urgent, seen, unit.name, unit.key)
