"""规则之间的矛盾: what no plan could meet, in words, and which rule wins."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from inspections.coverage.counting import bound, least, members, most
from inspections.coverage.facts import ANY, RANDOM, Rule, Situation, Unit

POLICY = "国办发〔2024〕54号"
NAMED = 3  # units named before “等”


class Contradiction(NamedTuple):
    rules: tuple[int, ...]  # their keys
    text: str


def contradictions(situation: Situation) -> list[Contradiction]:
    """Every rule against itself and against every other one, and their sum against the limits."""
    units = situation.units
    found = [row for rule in situation.rules for row in _alone(rule, units)]
    for floor, limit in _pairs(situation.rules):
        found += _against(floor, limit, units)
    return [*found, *_summed(situation)]


def _alone(rule: Rule, units) -> Iterator[Contradiction]:
    people, size = members(rule, units), len(members(rule, units))
    low, high = least(rule, size), most(rule, size)
    if high is not None and low > high:
        yield Contradiction(
            (rule.key,),
            f"“{rule.title}”要求{rule.min_share}%至{rule.max_share}%，{size} 个单位中至少 {low} "
            f"个、至多 {high} 个，没有同时符合的整数。按上限执行，下限不能满足。",
        )
    if rule.asks and not people:
        yield Contradiction((rule.key,), f"“{rule.title}”的范围里没有单位，不能执行。")
    if rule.unit_min and (spared := [unit for unit in people if unit.spared]):
        yield Contradiction(
            (rule.key,),
            f"“{rule.title}”要求每单位每年不少于 {rule.unit_min} 次，其中企业 {len(spared)} 个"
            f"（{named(spared)}）只受检查频次上限约束，不适用次数下限。以{POLICY}为准。",
        )


def _pairs(rules) -> Iterator[tuple[Rule, Rule]]:
    """(asks, limits): whatever fulfils the first is counted by the second."""
    for first, second in combinations(rules, 2):
        for floor, limit in ((first, second), (second, first)):
            if limit.kind in (ANY, floor.kind):
                yield floor, limit


def _against(floor: Rule, limit: Rule, units) -> Iterator[Contradiction]:
    keys = (floor.key, limit.key)
    both = [unit for unit in bound(floor, units) if limit.population in unit.populations]
    if floor.unit_min and limit.unit_max is not None and floor.unit_min > limit.unit_max and both:
        yield Contradiction(
            keys,
            f"“{floor.title}”要求每单位不少于 {floor.unit_min} 次，“{limit.title}”规定不超过 "
            f"{limit.unit_max} 次，{len(both)} 个单位（{named(both)}）不能同时符合。"
            f"{_winner(limit)}",
        )
    if limit.max_share is None:
        return
    inside = members(limit, units)
    allowed, forced = most(limit, len(inside)), _forced(floor, limit, units)
    if forced > allowed:
        yield Contradiction(
            keys,
            f"“{floor.title}”使“{limit.title}”范围内至少 {forced} 个单位要检查，后者只许 {allowed} "
            f"个（{len(inside)} 个的 {limit.max_share}%）。{_winner(limit)}",
        )


def _winner(limit: Rule) -> str:
    return f"以“{limit.title}”的上限为准，下限不能全部满足。"


def _forced(floor: Rule, limit: Rule, units) -> int:
    """How many units inside the limit must be checked for the other rule, at the least."""
    people = members(floor, units)
    outside = sum(limit.population not in unit.populations for unit in people)
    owed = sum(limit.population in unit.populations for unit in bound(floor, units))
    return max(owed, least(floor, len(people)) - outside)


def _summed(situation: Situation) -> Iterator[Contradiction]:
    """Least numbers of different kinds that only together are more than a limit allows."""
    floors = [rule for rule in situation.rules if rule.unit_min and rule.kind not in (ANY, RANDOM)]
    for limit in situation.rules:
        if limit.unit_max is None or limit.kind != ANY:
            continue
        over = [
            unit
            for unit in members(limit, situation.units)
            if max((rule.unit_min for rule in _of(unit, floors)), default=0) <= limit.unit_max
            and sum(_by_kind(unit, floors).values()) > limit.unit_max
        ]
        if over:
            asking = [rule for rule in floors if any(rule in _of(unit, floors) for unit in over)]
            titles = "”“".join(rule.title for rule in asking)
            yield Contradiction(
                (*(rule.key for rule in asking), limit.key),
                f"“{titles}”合计要求的次数超过“{limit.title}”的 {limit.unit_max} 次，涉及 "
                f"{len(over)} 个单位（{named(over)}）。{_winner(limit)}",
            )


def _of(unit: Unit, floors) -> list[Rule]:
    return [rule for rule in floors if rule.population in unit.populations and not unit.spared]


def _by_kind(unit: Unit, floors) -> dict[str, int]:
    found: dict[str, int] = {}
    for rule in _of(unit, floors):
        found[rule.kind] = max(found.get(rule.kind, 0), rule.unit_min)
    return found


def named(units) -> str:
    """The first few by name: 甲、乙、丙等."""
    names = "、".join(unit.name for unit in units[:NAMED])
    return f"{names}等" if len(units) > NAMED else names
