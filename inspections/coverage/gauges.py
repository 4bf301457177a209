"""How far each rule is met: done, foreseen, and who is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from inspections.coverage.counting import bound, in_turn, least, members, most, tally
from inspections.coverage.facts import DONE, Rule, Situation, Unit

SHARE, EACH = "share", "each"


@dataclass(frozen=True)
class Gauge:
    """One side of one rule: the share of its population, or the number of each unit.

    `done` and `foreseen` count units; foreseen are done, arranged and planned ones together.
    `missing` are the units that may fill the gap, in the order in which they should.
    """

    rule: Rule
    side: str
    total: int
    least: int
    most: int | None
    done: int
    foreseen: int
    missing: tuple[Unit, ...] = ()
    over: tuple[Unit, ...] = ()

    @property
    def lacking(self) -> int:
        """How many units nobody has planned yet."""
        return max(0, self.least - self.foreseen)

    @property
    def aim(self) -> int:
        return self.least or (self.most if self.most is not None else self.total)

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.aim) if self.aim else 100

    @property
    def exceeded(self) -> bool:
        return bool(self.over) or (self.most is not None and self.foreseen > self.most)


def measure(situation: Situation) -> list[Gauge]:
    """The gauges of all rules, in the order of the rules."""
    return [gauge for rule in situation.rules for gauge in _gauges(rule, situation)]


def _gauges(rule: Rule, situation: Situation) -> Iterator[Gauge]:
    done = tally(rule, (visit for visit in situation.visits if visit.stage == DONE))
    foreseen = tally(rule, situation.visits)
    people = members(rule, situation.units)
    if rule.min_share is not None or rule.max_share is not None:
        yield _share(rule, people, done, foreseen)
    if rule.unit_min or rule.unit_max is not None:
        limited = tally(rule, (visit for visit in situation.visits if not visit.is_exempt))
        yield _each(rule, people, done, foreseen, limited)


def _share(rule: Rule, people: list[Unit], done: dict, foreseen: dict) -> Gauge:
    missing = [unit for unit in people if unit.key not in foreseen]
    wanted, covered = least(rule, len(people)), len(people) - len(missing)
    return Gauge(
        rule,
        SHARE,
        len(people),
        wanted,
        most(rule, len(people)),
        sum(unit.key in done for unit in people),
        covered,
        _ordered(missing) if covered < wanted else (),
    )


def _each(rule: Rule, people: list[Unit], done: dict, foreseen: dict, limited: dict) -> Gauge:
    owed, wanted = bound(rule, people), rule.unit_min or 0
    missing = [unit for unit in owed if foreseen.get(unit.key, 0) < wanted]
    limit = rule.unit_max
    over = [unit for unit in people if limit is not None and limited.get(unit.key, 0) > limit]
    return Gauge(
        rule,
        EACH,
        len(people),
        len(owed),
        None,
        sum(done.get(unit.key, 0) >= wanted for unit in owed),
        len(owed) - len(missing),
        _ordered(missing),
        _ordered(over),
    )


def _ordered(units) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=in_turn))
