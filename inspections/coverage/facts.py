"""The plain data of 覆盖规则; queries fill it in, and everything else in this package reads it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

ANY, DAILY, SPECIAL, CASE, RANDOM = "any", "daily", "special", "case", "random"
DONE, ARRANGED, PLANNED = "done", "arranged", "planned"


class HalfDay(NamedTuple):
    day: date
    session: str  # of Inspection.Session


@dataclass(frozen=True)
class Rule:
    """One rule in force: shares in whole percent of the population, numbers per unit and year.

    `kind` says which checks it counts: any, daily, special, or those drawn by lot (random).
    """

    key: int
    title: str
    kind: str = ANY
    population: str = "all"
    min_share: int | None = None
    max_share: int | None = None
    unit_min: int | None = None
    unit_max: int | None = None
    source: str = ""
    is_law: bool = False

    @property
    def asks(self) -> bool:
        """Whether it asks for visits; a rule may also only limit them."""
        return bool(self.min_share or self.unit_min)


@dataclass(frozen=True)
class Unit:
    """One unit on the register.

    `spared`: an enterprise, which least numbers do not bind (国办发〔2024〕54号); `urgent` says why
    it comes first (complaint or hazard), empty for others.
    """

    key: int
    name: str
    populations: frozenset[str] = frozenset({"all"})
    spared: bool = False
    urgent: str = ""
    last_seen: date | None = None


@dataclass(frozen=True)
class Visit:
    """A check of the year, from the item of a plan to the finished visit.

    `needs_team`: two officers will be taken who are not named yet, in `half_day`, or while that is
    open in `month`. `is_exempt`: no ceiling counts it (handed down, on a complaint, asked for).
    """

    unit: int
    kind: str = DAILY
    is_random: bool = False
    stage: str = DONE
    half_day: HalfDay | None = None
    month: int | None = None
    needs_team: bool = False
    is_exempt: bool = False


@dataclass(frozen=True)
class Officer:
    """`away`: the half-days in which he cannot go (no certificate, on leave, elsewhere)."""

    key: int
    name: str
    away: frozenset[HalfDay] = frozenset()


@dataclass(frozen=True)
class Situation:
    """All that is known of one bureau and one year; `half_days` are those still to come."""

    year: int
    rules: tuple[Rule, ...]
    units: tuple[Unit, ...]
    visits: tuple[Visit, ...] = ()
    half_days: tuple[HalfDay, ...] = ()
    officers: tuple[Officer, ...] = ()


@dataclass(frozen=True)
class Line:
    """One proposed visit; without a unit it is a half-day kept for a draw (随机抽取)."""

    unit: int | None
    kind: str
    half_day: HalfDay
    officers: tuple[int, ...]
    asked: tuple[int, ...]  # keys of the rules that ask for it


@dataclass(frozen=True)
class Unmet:
    """A rule that cannot be met, and why."""

    rule: int
    why: str


@dataclass(frozen=True)
class Proposal:
    lines: tuple[Line, ...] = ()
    unmet: tuple[Unmet, ...] = ()
