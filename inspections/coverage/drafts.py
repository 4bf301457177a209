"""A proposal in the making: visits without a day, picked for rule after rule within the limits.

A visit that any check would do is drawn up as a daily one and may still become a special one, so
that one visit serves several rules (多检合一).
"""

from dataclasses import dataclass, field

from inspections.coverage.counting import bound, counts, in_turn, least, members, most, tally
from inspections.coverage.facts import ANY, DAILY, RANDOM, SPECIAL, Rule, Situation, Unit


@dataclass
class Pick:
    unit: Unit
    kind: str
    fixed: bool  # its kind can no longer change


@dataclass
class Draft:
    """What has been picked so far for `rules`, which it is to meet.

    `thrifty` prefers units that serve many rules to urgent ones.
    """

    situation: Situation
    rules: list[Rule] = field(default_factory=list)
    thrifty: bool = False
    picks: list[Pick] = field(default_factory=list)
    kept: dict[int, int] = field(default_factory=dict)  # for draws, by the key of the rule

    def __post_init__(self):
        rules, units = self.situation.rules, self.situation.units
        self.members = {rule.key: members(rule, units) for rule in rules}
        self.bound = {rule.key: bound(rule, units) for rule in rules}
        self.counted = {rule.key: tally(rule, self.situation.visits) for rule in rules}
        sizes = {key: len(found) for key, found in self.members.items()}
        self.least = {rule.key: least(rule, sizes[rule.key]) for rule in rules}
        self.most = {rule.key: most(rule, sizes[rule.key]) for rule in rules}
        self.covered = {
            rule.key: sum(unit.key in self.counted[rule.key] for unit in self.members[rule.key])
            for rule in rules
        }

    @property
    def size(self) -> int:
        """How many half-days of a team it takes."""
        return len(self.picks) + sum(self.kept.values())

    # What a rule still lacks

    def owed(self, rule: Rule) -> list[Unit]:
        """Units that have fewer visits than the rule asks for each."""
        found = self.counted[rule.key]
        return [unit for unit in self.bound[rule.key] if found.get(unit.key, 0) < rule.unit_min]

    def short(self, rule: Rule) -> int:
        """How many units are missing to the share of the rule."""
        return self.least[rule.key] - self.covered[rule.key] - self.kept.get(rule.key, 0)

    def meets(self, rule: Rule) -> bool:
        return self.short(rule) <= 0 and not self.owed(rule)

    # What the limits allow

    def barrier(self, unit: Unit, kind: str, leaving: str = "") -> Rule | None:
        """The limit against one more check of that kind, or against a change from `leaving`."""
        for rule in self.situation.rules:
            if rule.population not in unit.populations or not counts(rule, kind, False):
                continue
            if leaving and counts(rule, leaving, False):
                continue
            times = self.counted[rule.key].get(unit.key, 0)
            if rule.unit_max is not None and times >= rule.unit_max:
                return rule
            if not times and self._full(rule):
                return rule
        return None

    def _full(self, rule: Rule) -> bool:
        limit = self.most[rule.key]
        return limit is not None and self.covered[rule.key] + self.drawn(rule) >= limit

    def drawn(self, rule: Rule) -> int:
        """Visits kept for draws that the rule may come to count."""
        if rule.kind not in (ANY, RANDOM):
            return 0
        return sum(
            number
            for other in self.situation.rules
            if (number := self.kept.get(other.key, 0))
            and any(rule.population in unit.populations for unit in self.members[other.key])
        )

    # Picking

    def pick(self, rule: Rule, unit: Unit) -> bool:
        """One visit to the unit that the rule counts, within all limits; False if there is none."""
        if pick := self._pliable(rule, unit):
            self._settle(pick, rule.kind)
            return True
        for kind in (DAILY, SPECIAL) if rule.kind == ANY else (rule.kind,):
            if self.barrier(unit, kind) is None:
                self.picks.append(Pick(unit, kind, rule.kind != ANY or kind != DAILY))
                self._count(unit, kind, 1)
                return True
        return False

    def _pliable(self, rule: Rule, unit: Unit) -> Pick | None:
        """A visit that may still become what the rule asks for."""
        if rule.kind == ANY:
            return None
        for pick in self.picks:
            if pick.unit is unit and not pick.fixed and self._may_become(pick, rule.kind):
                return pick
        return None

    def _may_become(self, pick: Pick, kind: str) -> bool:
        """Whether limits allow the change, and no rule that is met now lives on the old kind."""
        if pick.kind == kind:
            return True
        if self.barrier(pick.unit, kind, pick.kind):
            return False
        return not any(self._lives_on(rule, pick) for rule in self.rules if rule.kind == pick.kind)

    def _lives_on(self, rule: Rule, pick: Pick) -> bool:
        if rule.population not in pick.unit.populations:
            return False
        times = self.counted[rule.key].get(pick.unit.key, 0)
        asked = bool(rule.unit_min) and not pick.unit.spared and times <= rule.unit_min
        return asked or (times == 1 and self.covered[rule.key] == self.least[rule.key])

    def _settle(self, pick: Pick, kind: str) -> None:
        pick.fixed = True
        if pick.kind != kind:
            self._count(pick.unit, pick.kind, -1)
            pick.kind = kind
            self._count(pick.unit, kind, 1)

    def _count(self, unit: Unit, kind: str, change: int) -> None:
        for rule in self.situation.rules:
            if rule.population in unit.populations and counts(rule, kind, False):
                times = self.counted[rule.key]
                before = times.get(unit.key, 0)
                times[unit.key] = before + change
                self.covered[rule.key] += (before + change > 0) - (before > 0)

    def drop(self, pick: Pick) -> None:
        self.picks.remove(pick)
        self._count(pick.unit, pick.kind, -1)

    def restore(self, pick: Pick) -> None:
        self.picks.append(pick)
        self._count(pick.unit, pick.kind, 1)

    def candidates(self, rule: Rule, wanting: list[Rule]) -> list[Unit]:
        """Units the rule does not count yet, the best first; `wanting` are the other rules."""
        busy = {pick.unit.key for pick in self.picks if not pick.fixed}

        def rank(unit: Unit) -> tuple:
            serves = sum(
                other.population in unit.populations and unit.key not in self.counted[other.key]
                for other in wanting
            )
            tight = sum(
                rule.population in unit.populations and self.most[rule.key] is not None
                for rule in self.situation.rules
            )
            first, *turn = in_turn(unit)
            useful = (rule.kind == ANY or unit.key not in busy, -serves, tight)
            return (*useful, first, *turn) if self.thrifty else (first, *useful, *turn)

        found = self.counted[rule.key]
        free = [unit for unit in self.members[rule.key] if not found.get(unit.key)]
        return sorted(free, key=rank)
