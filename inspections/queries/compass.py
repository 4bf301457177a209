"""覆盖情况: every rule in force with its gauge in words, and the contradictions between them."""

from datetime import date
from typing import NamedTuple

from inspections.coverage.contradictions import Contradiction, contradictions
from inspections.coverage.gauges import EACH, Gauge, measure
from inspections.models import CoverageRule
from inspections.queries.coverage import in_force, situation, standing_on


class Row(NamedTuple):
    """One gauge as pages show it."""

    gauge: Gauge
    rule: CoverageRule

    @property
    def label(self) -> str:
        return f"{self.rule.title}（{self.rule.get_population_display()}）"

    @property
    def text(self) -> str:
        gauge = self.gauge
        if gauge.side == EACH and not gauge.rule.unit_min:
            over = f"{len(gauge.over)} 个单位超过上限" if gauge.over else "没有单位超过上限"
            return f"每单位不超过 {gauge.rule.unit_max} 次；{over}"
        limit = f"，至多 {gauge.most} 个" if gauge.most is not None else ""
        wanted = f"应查 {gauge.least} 个" if gauge.least else f"共 {gauge.total} 个单位"
        return (
            f"已查 {gauge.done} 个，连同已安排和已列入计划的 {gauge.foreseen} 个，{wanted}{limit}"
        )

    @property
    def verdict(self) -> tuple[str, str]:
        """How it stands, and the tone."""
        gauge = self.gauge
        if gauge.exceeded:
            return "超过上限", "late"
        if gauge.lacking:
            return f"还缺 {gauge.lacking} 个", "due"
        if gauge.done < gauge.least:
            return "已排足", "now"
        return ("符合", "") if not gauge.least else ("已完成", "done")


class Compass(NamedTuple):
    """The state of all rules in one year."""

    year: int
    rows: list[Row]
    contradictions: list[Contradiction]

    @property
    def asking(self) -> list[Row]:
        """The gauges that ask for visits; ceilings alone are no progress."""
        return [row for row in self.rows if row.gauge.least]


def compass(user, year: int, today: date) -> Compass:
    stated = in_force(user, standing_on(year, today))
    if not stated:
        return Compass(year, [], [])
    found = situation(user, year, today, stated=stated)
    by_key = {rule.pk: rule for rule in stated}
    rows = [Row(gauge, by_key[gauge.rule.key]) for gauge in measure(found)]
    return Compass(year, rows, contradictions(found))
