"""What 裁量 speaks of: tiers, facts, the rules of one clause, bands, reasons and results."""

from dataclasses import dataclass, field
from typing import NamedTuple

from penalties.amounts import plain

MITIGATED, LOWER, MIDDLE, UPPER, TRANSFER = "T2", "T3", "T4", "T5", "T6"
NO_PENALTY, MAY_WAIVE = "T0", "T1"
GRADED = (LOWER, MIDDLE, UPPER)
TITLES = {
    NO_PENALTY: "不予处罚",
    MAY_WAIVE: "可以不予处罚",
    MITIGATED: "减轻",
    LOWER: "从轻",
    MIDDLE: "一般",
    UPPER: "从重",
    TRANSFER: "移送",
}

TIER_OUTCOMES = {
    NO_PENALTY: "no_penalty",
    MAY_WAIVE: "may_waive",
    MITIGATED: "mitigate",
    **dict.fromkeys(GRADED, "fine"),
    TRANSFER: "transfer",
}


class DiscretionError(ValueError):
    """The facts cannot be weighed as they stand; the message is a Chinese sentence."""


class Fact(NamedTuple):
    """One fact, used exactly once: as a criterion of `tier`, or as the factor `code`.

    `shown` is False for a criterion of the lightest tier that was found not to be met; what is
    not known is left out and counts at its lightest.
    """

    key: int
    text: str
    evidence: tuple[int, ...] = ()
    tier: str = ""
    criterion: str = ""
    shown: bool = True
    code: str = ""
    title: str = ""
    effect: str = ""
    duty: str = ""
    law: str = ""
    decisive: bool = False


class Rounding(NamedTuple):
    """Figures below `below` (None: all) are rounded to `step`; ties go to the party."""

    below: int | None
    step: int


@dataclass(frozen=True)
class Rules:
    """The statutory range of one clause and how the benchmark cuts it; amounts in yuan."""

    minimum: int
    maximum: int
    lower_percent: int
    upper_percent: int
    floor_percent: int
    rounding: tuple[Rounding, ...]
    law: str = ""
    row: str = ""
    requires: dict[str, tuple[str, ...]] = field(default_factory=dict)
    listed: tuple["Band", ...] = ()  # the three graded bands; empty: cut by the per cents


class Band(NamedTuple):
    """Where a figure may lie, in yuan; each end says whether it belongs to the band."""

    tier: str
    lower: int
    upper: int
    lower_included: bool
    upper_included: bool

    def holds(self, figure: int) -> bool:
        above = figure >= self.lower if self.lower_included else figure > self.lower
        below = figure <= self.upper if self.upper_included else figure < self.upper
        return above and below

    @property
    def lowest(self) -> int:
        return self.lower if self.lower_included else self.lower + 1

    @property
    def highest(self) -> int:
        return self.upper if self.upper_included else self.upper - 1

    @property
    def words(self) -> str:
        if self.lower == self.upper:
            return plain(self.lower)
        return f"{plain(self.lower)}至 {plain(self.upper)}"


class Reason(NamedTuple):
    """One numbered reason as page and paper print it; `effect` is what it does to the fine."""

    heading: str
    text: str
    law: str = ""
    evidence: tuple[int, ...] = ()
    effect: str = ""
    moves: bool = False

    @property
    def grounds(self) -> str:
        """Law and evidence in one line."""
        numbers = f"证据{'、'.join(map(str, self.evidence))}" if self.evidence else ""
        return "　".join(filter(None, (self.law, numbers)))


class Result(NamedTuple):
    """What the facts lead to; band and suggestion are None where no fine is worked out.

    `waivable`: the head may choose 不予处罚 instead (可以不予处罚); the rest says what follows when
    he does not.
    """

    tier: str
    band: Band | None
    suggestion: int | None
    reasons: tuple[Reason, ...]
    requires: tuple[str, ...]
    waivable: bool = False

    @property
    def title(self) -> str:
        return TITLES[self.tier]
