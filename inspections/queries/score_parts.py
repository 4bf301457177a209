"""What a score of the 考核 is made of, in exact arithmetic; how its parts are told."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from inspections.models import AssessmentRule
from inspections.queries.scoring import EXCELLENT, FAILED, GOOD, PASSING

LABELS = {
    "checks": "检查", "rectification": "整改", "look_back": "回头看", "self_report": "自查报送",
    "safety": "安全评价",
}  # fmt: skip


class Detail(NamedTuple):
    """One record that counted: what it says, and its page."""

    words: str
    url: str


class Part(NamedTuple):
    """One part of a score; `share` is None when there is nothing to go by."""

    name: str
    weight: int
    share: Fraction | None
    details: list[Detail]

    @property
    def points(self) -> Decimal | None:
        return None if self.share is None else _cut(self.weight * self.share)

    def as_data(self) -> dict:
        """How a result keeps it."""
        return {
            "part": self.name,
            "label": LABELS[self.name],
            "weight": self.weight,
            "points": None if self.points is None else str(self.points),
            "words": self._words(),
            "details": [row._asdict() for row in self.details],
        }

    def _words(self) -> str:
        if self.share is None:
            return "没有可以计分的记录，不计这一部分"
        return f"{self.weight} 分 × {_cut(100 * self.share)}% ＝ {self.points} 分"


class Score(NamedTuple):
    """All parts of one unit; of those that count, how many points of a hundred."""

    rule: AssessmentRule
    parts: list[Part]

    @property
    def possible(self) -> int:
        return sum(part.weight for part in self.parts if part.share is not None)

    @property
    def exact(self) -> Fraction:
        earned = sum(part.weight * part.share for part in self.parts if part.share is not None)
        return Fraction(100) * earned / self.possible

    @property
    def total(self) -> Decimal:
        return _cut(self.exact)

    @property
    def grade(self) -> str:
        rule = self.rule
        steps = ((EXCELLENT, rule.excellent), (GOOD, rule.good), (PASSING, rule.passing))
        return next((grade for grade, least in steps if self.exact >= least), FAILED)

    @property
    def lines(self) -> list[dict]:
        return [part.as_data() for part in self.parts]


def _cut(value: Fraction) -> Decimal:
    """Two places, the rest cut off: 89.999 is shown as less than 90."""
    return Decimal(value.numerator * 100 // value.denominator).scaleb(-2)
