"""裁量权基准 as plain values, the same whether a file or a table holds its document."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from penalties.discretion.arithmetic import graded
from penalties.discretion.terms import MITIGATED, Band, Rounding, Rules

BANDS, WEIGHTS = "bands", "weights"
LEVELS = {  # 层级, the higher the more it binds
    "district": "县级",
    "city": "设区的市级",
    "province": "省级",
    "ministry": "国家级",
}
EFFECTS = {
    "no_penalty": "不予处罚",
    "time_barred": "不再处罚",
    "mitigate_or_lighten": "从轻或者减轻",
    "aggravate": "从重",
}
DUTIES = {"shall": "应当", "may": "可以"}
ENDS = {"lighter": "归较轻的一档", "heavier": "归较重的一档"}
REPEATED = {"upper": "直接适用从重档", "top": "取本档上限", "up": "上调一档"}
Cite = Callable[[list[dict]], str]


class Conventions(NamedTuple):
    """How words of extent are read: 以上、以下, and to which band a shared end belongs."""

    above_inclusive: bool
    below_inclusive: bool
    band_end: str


class RuleSet(NamedTuple):
    """How a statutory range is cut; see `arithmetic.RULE_SETS`."""

    code: str
    title: str
    lower_percent: int
    upper_percent: int
    steps: int
    rounding: tuple[tuple[str, Rounding], ...]  # party, step


class Range(NamedTuple):
    """One statutory range and its bands; `times`: it is a multiple of a sum, not yuan."""

    key: str
    party: str
    minimum: int
    maximum: int | None
    bases: list[dict]
    listed: tuple[Band, ...]
    times: tuple[int, int] | None


class TierRule(NamedTuple):
    code: str
    title: str
    criteria: tuple[str, ...]
    requires: tuple[str, ...]
    floor_percent: int | None


class FactorRule(NamedTuple):
    code: str
    title: str
    effect: str
    duty: str
    bases: list[dict]
    measures: tuple[str, ...]


class Row(NamedTuple):
    code: str
    title: str
    violation: str
    party: str
    range: str
    bases: list[dict]
    kinds: tuple[str, ...]
    confiscate_gains: bool
    hearing_notice: bool
    legal_review: str


class Level(NamedTuple):
    """One level of a weight; `least` and `most` let a number choose it."""

    title: str
    percent: int
    least: int | None = None
    most: int | None = None


class Weight(NamedTuple):
    title: str
    levels: tuple[Level, ...]
    repeated: bool  # its number is how often the party was penalised within the repeat rule


class Weights(NamedTuple):
    start: int
    factors: tuple[Weight, ...]


class Repeat(NamedTuple):
    """二年内再次违法: from how many times on (this one counted) what follows, heaviest last."""

    years: int
    steps: tuple[tuple[int, str], ...]
    criterion: str
    source: str


@dataclass(frozen=True)
class Scheme:
    """One version of a benchmark, whole."""

    code: str
    title: str
    version: str
    sample: bool
    label: str
    level: str
    issuer: str
    valid_from: date | None
    valid_to: date | None
    model: str
    conventions: Conventions
    rule_set: RuleSet
    ranges: dict[str, Range]
    tiers: dict[str, TierRule]
    rows: dict[str, Row]
    factors: dict[str, FactorRule]
    weights: Weights | None
    repeat: Repeat | None
    conventions_given: bool = True
    document: dict = field(default_factory=dict, repr=False, compare=False)

    def __str__(self):
        return f"{self.title}{self.version}"

    def bands_of(self, found: Range, base: int | None = None) -> tuple[Band, ...]:
        """The graded bands of a range: as listed, else cut by the rule set."""
        if found.listed:
            return found.listed
        minimum, maximum = bounds(found, base)
        return graded(self.rule_set, minimum, maximum, self.conventions.band_end)

    def rules(self, code: str, cite: Cite, base: int | None = None) -> Rules:
        """What the arithmetic needs to weigh a case under the line `code`.

        `base` is the sum that a range in multiples multiplies.
        """
        row = self.rows[code]
        found = self.ranges[row.range]
        minimum, maximum = bounds(found, base)
        listed = self.bands_of(found, base)
        return Rules(
            minimum,
            listed[-1].upper if maximum is None else maximum,
            self.rule_set.lower_percent,
            self.rule_set.upper_percent,
            self.floor_percent,
            tuple(step for party, step in self.rule_set.rounding if party in (row.party, "any")),
            cite(row.bases),
            row.code,
            {tier.code: tier.requires for tier in self.tiers.values()},
            listed,
        )

    @property
    def floor_percent(self) -> int:
        tier = self.tiers.get(MITIGATED)
        return (tier and tier.floor_percent) or 0


def bounds(found: Range, base: int | None = None) -> tuple[int, int | None]:
    """Minimum and maximum in yuan."""
    if found.times is None:
        return found.minimum, found.maximum
    low, high = found.times
    return low * (base or 0), high * (base or 0)
