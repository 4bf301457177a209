"""What a rule asks, counted anew, and proofs that rules cannot be met together.

The proofs are by counting alone: so many units would have to be visited, and there are fewer, or
less time. They know nothing of how a proposal comes about.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations

from inspections.coverage.facts import Line, Rule, Situation, Unit

OF_ALL_KINDS = ("daily", "special")
BEYOND = 10**6  # more visits than any bureau makes


def matches(rule: Rule, kind: str, is_random: bool) -> bool:
    if rule.kind == "any":
        return True
    return is_random if rule.kind == "random" else rule.kind == kind


class Books:
    """The situation as a judge reads it."""

    def __init__(self, situation: Situation):
        self.situation = situation
        self._before: dict[int, Counter] = {}
        self._open: dict[int, list[Unit]] = {}

    # Half-days

    def teams(self, half_day) -> int:
        fit = sum(half_day not in man.away for man in self.situation.officers)
        taken = sum(
            visit.needs_team and visit.half_day == half_day for visit in self.situation.visits
        )
        return max(0, fit // 2 - taken)

    def capacity(self) -> int:
        """More visits than this nobody can make in what is left of the year."""
        total = Counter()
        for half_day in self.situation.half_days:
            total[half_day.day.month] += self.teams(half_day)
        undated = Counter(
            visit.month
            for visit in self.situation.visits
            if visit.needs_team and visit.half_day is None
        )
        return sum(max(0, teams - undated[month]) for month, teams in total.items())

    # Rules

    def within(self, rule: Rule) -> list[Unit]:
        return [unit for unit in self.situation.units if rule.population in unit.populations]

    def times(self, rule: Rule, lines: tuple[Line, ...] = ()) -> Counter:
        """How often each member of the population is counted, lines included."""
        if not lines:
            if rule.key not in self._before:
                self._before[rule.key] = self._count(rule, ())
            return self._before[rule.key]
        return self._count(rule, lines)

    def _count(self, rule: Rule, lines: tuple[Line, ...]) -> Counter:
        keys = {unit.key for unit in self.within(rule)}
        found = Counter(
            visit.unit
            for visit in self.situation.visits
            if visit.unit in keys and matches(rule, visit.kind, visit.is_random)
        )
        found.update(
            line.unit for line in lines if line.unit in keys and matches(rule, line.kind, False)
        )
        return found

    def floor(self, rule: Rule) -> int:
        size = len(self.within(rule))
        return next(n for n in range(size + 1) if n * 100 >= size * (rule.min_share or 0))

    def ceiling(self, rule: Rule) -> int:
        size = len(self.within(rule))
        return max(n for n in range(size + 1) if n * 100 <= size * rule.max_share)

    def owing(self, rule: Rule) -> list[Unit]:
        return [unit for unit in self.within(rule) if not unit.spared] if rule.unit_min else []

    # Proofs

    def cannot(self, rules: list[Rule]) -> bool:
        """Whether counting proves that no visits at all meet all these rules."""
        return (
            any(self._too_few_units(rule) for rule in rules)
            or self.fewest(rules) > self.capacity()
            or any(
                self.fewest_units(rules, limit) > self._room(limit)
                for limit in self.situation.rules
                if limit.max_share is not None
            )
            or self._units_in_too_few_half_days(rules)
        )

    def _room(self, limit: Rule) -> int:
        return max(0, self.ceiling(limit) - len(self.times(limit)))

    def spare(self, unit: Unit, kind: str) -> int:
        """How many more checks of that kind the limits per unit leave."""
        left = [
            limit.unit_max - self.times(limit)[unit.key]
            for limit in self.situation.rules
            if limit.unit_max is not None
            and limit.population in unit.populations
            and (limit.kind == "any" or limit.kind == kind)
        ]
        return max(0, min(left, default=999))

    def _kinds(self, rule: Rule) -> tuple[str, ...]:
        return OF_ALL_KINDS if rule.kind in ("any", "random") else (rule.kind,)

    def open_units(self, rule: Rule) -> list[Unit]:
        """Members not counted yet that may still be checked in a way the rule counts."""
        if rule.key not in self._open:
            found = self.times(rule)
            self._open[rule.key] = [
                unit
                for unit in self.within(rule)
                if not found[unit.key] and any(self.spare(unit, kind) for kind in self._kinds(rule))
            ]
        return self._open[rule.key]

    def deficit(self, rule: Rule) -> int:
        return max(0, self.floor(rule) - len(self.times(rule)))

    def _too_few_units(self, rule: Rule) -> bool:
        found = self.times(rule)
        for unit in self.owing(rule):
            wanted = rule.unit_min - found[unit.key]
            if wanted > sum(self.spare(unit, kind) for kind in self._kinds(rule)):
                return True
            if wanted > self._most_for(rule, unit):
                return True
        return self.deficit(rule) > self._reachable(rule)

    def _most_for(self, rule: Rule, unit: Unit) -> int:
        return self.spare(unit, rule.kind) if rule.kind not in ("any", "random") else 999

    def _reachable(self, rule: Rule) -> int:
        """How many open units the ceilings leave, for the best choice among sets of ceilings."""
        able = self.open_units(rule)
        ceilings = [
            limit
            for limit in self.situation.rules
            if limit.max_share is not None and limit.kind in ("any", rule.kind)
        ]
        return min(
            sum(
                all(
                    limit.population not in unit.populations or self.times(limit)[unit.key]
                    for limit in chosen
                )
                for unit in able
            )
            + sum(self._room(limit) for limit in chosen)
            for chosen in _subsets(ceilings)
        )

    def forced(self, rules: list[Rule], unit: Unit) -> Counter:
        """Visits that the numbers per unit alone ask of this unit, by kind."""
        wanted = Counter()
        for rule in rules:
            if unit in self.owing(rule):
                lacking = rule.unit_min - self.times(rule)[unit.key]
                wanted[rule.kind] = max(wanted[rule.kind], lacking)
        wanted["any"] = max(0, wanted["any"] - wanted["daily"] - wanted["special"])
        return wanted

    def fewest(self, rules: list[Rule]) -> int:
        """With fewer further visits nobody can meet the rules (a lower bound).

        For every set of shares: what each visit can give to it at most, best visits first, until
        the deficits are covered. What a draw will bring nobody knows, so it serves no other rule.
        """
        forced = {unit.key: self.forced(rules, unit) for unit in self.situation.units}
        drawn, shares = self._by_lot(rules)
        chosen = max(self._fewest_for(chosen, forced) for chosen in _subsets(shares))
        return chosen + sum(self.deficit(rule) for rule in drawn)

    def _by_lot(self, rules: list[Rule]) -> tuple[list[Rule], list[Rule]]:
        """The rules that lack a draw, and the others that lack units of a share."""
        lacking = [rule for rule in rules if self.deficit(rule)]
        drawn = [rule for rule in lacking if rule.kind == "random"]
        return drawn, [rule for rule in lacking if rule not in drawn]

    def _fewest_for(self, shares: tuple[Rule, ...], forced: dict[int, Counter]) -> int:
        open_to = {}
        for rule in shares:
            for unit in self.open_units(rule):
                open_to.setdefault(unit.key, []).append(rule.kind)
        need, paid = sum(self.deficit(rule) for rule in shares), []
        for key, wanted in forced.items():
            free, more = _gains(Counter(open_to.get(key, [])), wanted)
            need -= free
            paid += more
        visits = sum(wanted.total() for wanted in forced.values())
        return visits + _visits_for(need, paid)

    def fewest_units(self, rules: list[Rule], limit: Rule) -> int:
        """The fewest units inside a ceiling that would be newly counted by it."""
        counted = self.times(limit)
        inside = [unit for unit in self.within(limit) if not counted[unit.key]]
        asking = [rule for rule in rules if limit.kind in ("any", rule.kind)]
        forced = {unit.key: min(1, self.forced(asking, unit).total()) for unit in inside}
        drawn, shares = self._by_lot(asking)
        by_lot = sum(
            self.deficit(rule)
            for rule in drawn
            if any(limit.population in unit.populations for unit in self.within(rule))
        )
        keys = {unit.key for unit in inside}
        best = 0
        for chosen in _subsets(shares):
            need, gains = 0, Counter()
            for rule in chosen:
                able = {unit.key for unit in self.open_units(rule)}
                need += max(0, self.deficit(rule) - len(able - keys))
                gains.update(able & keys)
            need -= sum(gains[key] for key, times in forced.items() if times)
            rest = [gains[key] for key, times in forced.items() if not times]
            best = max(best, sum(forced.values()) + _visits_for(need, rest))
        return best + by_lot

    def _units_in_too_few_half_days(self, rules: list[Rule]) -> bool:
        days = sum(self.teams(half_day) > 0 for half_day in self.situation.half_days)
        return any(self.forced(rules, unit).total() > days for unit in self.situation.units)


def _visits_for(need: int, gains: list[int]) -> int:
    """How many visits it takes until their gains reach what is needed; no number does if none."""
    for taken, gain in enumerate(sorted(gains, reverse=True)):
        if need <= 0:
            return taken
        need -= gain
    return len(gains) if need <= 0 else BEYOND


def _gains(shares: Counter, forced: Counter) -> tuple[int, list[int]]:
    """What the forced visits to a unit give at most to shares of these kinds, then each further."""
    came = forced.total() > 0
    free = shares["any"] * came + sum(shares[kind] for kind in OF_ALL_KINDS if forced[kind])
    left = sorted((shares[kind] for kind in OF_ALL_KINDS if not forced[kind]), reverse=True)
    free, left = free + sum(left[: forced["any"]]), left[forced["any"] :]
    if not came:
        left = [shares["any"] + (left or [0])[0], *left[1:]]
    return free, [gain for gain in left if gain]


def _subsets(rules: list[Rule]) -> Iterator[tuple[Rule, ...]]:
    return chain.from_iterable(combinations(rules, size) for size in range(len(rules) + 1))
