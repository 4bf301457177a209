"""评分: what a visit earned of what was possible, and its grade, in figures and in words."""

from typing import NamedTuple

from inspections.models import Inspection, ItemResult, ScoringRule
from inspections.models.checklists import Result, Severity
from inspections.models.scoring import percent

EXCELLENT, GOOD, PASSING, FAILED = "优秀", "良好", "合格", "不合格"


class Score(NamedTuple):
    """The points of some items of one visit; those that do not apply count for nothing."""

    rule: ScoringRule
    earned: int
    possible: int
    counts: dict[str, int]  # how often each result was recorded
    vetoes: list[str]  # 一票否决 items that fail, by code
    grave: list[str]  # A-items that fail, by code

    @property
    def share(self) -> str:
        return percent(self.earned, self.possible)

    @property
    def by_points(self) -> str:
        """The grade that the share alone gives; compared exactly, never rounded."""
        for grade, least in self._steps():
            if self.earned * 100 >= least * self.possible:
                return grade
        return FAILED

    def _steps(self):
        rule = self.rule
        return (EXCELLENT, rule.excellent), (GOOD, rule.good), (PASSING, rule.passing)

    @property
    def grade(self) -> str:
        if self.vetoes:
            return FAILED
        if self._is_capped():
            return PASSING
        return self.by_points

    def _is_capped(self) -> bool:
        return bool(self.rule.capped_by_a and self.grave and self.by_points in (EXCELLENT, GOOD))

    @property
    def words(self) -> str:
        """The arithmetic: what was counted, divided, compared, and what overrides it."""
        counted = (
            f"符合 {self.counts[Result.CONFORMS]} 项，得 {self.earned} 分；"
            f"不符合 {self.counts[Result.FAILS]} 项，失 {self.possible - self.earned} 分；"
            f"不适用 {self.counts[Result.NOT_APPLICABLE]} 项，不计分。"
        )
        return (
            f"{counted}{self.earned} ÷ {self.possible} ＝ {self.share}（截取，不进位），"
            f"{self._compared()}。{self._overridden()}"
        )

    def _compared(self) -> str:
        if self.by_points == FAILED:
            return f"不到 {self.rule.passing}%，为{FAILED}"
        least = dict(self._steps())[self.by_points]
        return f"达到 {least}%，为{self.by_points}"

    def _overridden(self) -> str:
        if self.vetoes:
            return f"{'、'.join(self.vetoes)} 为一票否决事项，不符合，等级为{FAILED}。"
        if self._is_capped():
            return f"{'、'.join(self.grave)} 为 A 级事项，不符合，等级不高于{PASSING}。"
        return ""


def score(inspection: Inspection, results=None) -> Score | None:
    """The score of what was recorded, or of some `results` of it (with their items).

    None for a look-back, before the first rule, and when nothing that applies has points.
    """
    if inspection.is_look_back or inspection.inspected_on is None:
        return None
    rule = ScoringRule.objects.on(inspection.bureau_id, inspection.inspected_on)
    if rule is None:
        return None
    if results is None:
        results = inspection.results.select_related("item").order_by("item__position")
    found = _count(rule, inspection.party, list(results))
    return found if found.possible else None


def _count(rule: ScoringRule, party, results: list[ItemResult]) -> Score:
    weights = {row.pk: points(rule, row.item, party) for row in results}
    fails = [row for row in results if row.result == Result.FAILS]
    earned = sum(weights[row.pk] for row in results if row.result == Result.CONFORMS)
    return Score(
        rule,
        earned,
        earned + sum(weights[row.pk] for row in fails),
        {value: sum(row.result == value for row in results) for value in Result.values},
        [row.item.code for row in fails if row.item.veto],
        [row.item.code for row in fails if row.item.severity_for(party) == Severity.A],
    )


def points(rule: ScoringRule, item, party) -> int:
    """What an item counts for this kind of party: its own points, else those of its severity."""
    return rule.points_for(item.severity_for(party)) if item.points is None else item.points


def in_letter(inspection: Inspection) -> list[str]:
    """The paragraph about the grade, where the bureau has set that its letters tell it."""
    found = score(inspection)
    if found is None or not found.rule.in_letter:
        return []
    return [f"按照本机关检查评分规则，本次检查得分率为{found.share}，等级为{found.grade}。"]
