"""考核计分: what reports and evaluations bring, and how parts make a total and a grade."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives_enforcement.accounts.models import Party
from inspections.models import AssessmentRule
from inspections.queries import assessing as queries
from inspections.services import self_reports
from tests import factories
from tests.inspections import assessing
from tests.inspections import self_inspecting as self_
from tests.inspections.assessing import SUMMED, points, result_of


@pytest.mark.parametrize("filed, expected", [(self_.FILED, "20.00"), (self_.LATE, "10.00")])
def test_the_report_that_was_due_in_the_year(score, unit, clerk, head, clock, filed, expected):
    clock.move_to(self_.OPENED)
    asked = self_.opened(clerk, head)
    clock.move_to(filed)
    self_.entered(self_.report_of(asked, unit), clerk, on=filed)
    clock.move_to(SUMMED)
    assert points(score())["self_report"] == expected


def test_a_missing_report_and_one_that_never_came_back(score, unit, clerk, officer, head, clock):
    clock.move_to(self_.OPENED)
    report = self_.report_of(self_.opened(clerk, head), unit)
    clock.move_to(self_.FILED)
    self_.entered(report, clerk)
    self_reports.return_report(report, actor=officer, on=self_.FILED, note="不实", due_on=self_.DUE)
    clock.move_to(SUMMED)
    found = score()
    assert points(found)["self_report"] == "0.00"
    assert "退回以后没有重新报送" in found.lines[2]["details"][0]["words"]


def test_the_two_evaluations_have_the_same_weight(score, unit, clerk, january):
    assessing.evaluate(unit, clerk, "10")
    assessing.evaluate(unit, clerk, "90.01")  # the newest of the bureau's own counts
    assessing.evaluate(unit, clerk, "80", "superior")
    found = score()
    assert points(found)["safety"] == "8.50"  # 10 × 85.005% = 8.5005
    assert found.lines[3]["words"] == "10 分 × 85.00% ＝ 8.50 分"


def test_of_whom_nothing_is_known_nothing_is_said(january, clerk, unit, bureau):
    other = factories.make_unit(bureau, "示例局九", Party.Kind.ORGAN)
    assessing.evaluate(unit, clerk)
    rows = assessing.counted(clerk).results.all()
    assert [row.unit for row in rows] == [unit] and other not in [row.unit for row in rows]


@pytest.mark.parametrize(
    "total, grade",
    [("90.00", "优秀"), ("89.99", "良好"), ("80", "良好"), ("60", "合格"), ("59.99", "不合格")],
)
def test_a_grade_is_compared_to_the_hundredth(january, unit, clerk, total, grade):
    assessing.evaluate(unit, clerk, total)
    assert result_of(assessing.counted(clerk), unit).grade == grade


@given(st.lists(st.fractions(0, 1), min_size=5, max_size=5), st.sets(st.integers(0, 4)))
def test_the_total_is_the_sum_of_its_parts_over_what_counts(shares, absent):
    rule = AssessmentRule(**{**assessing.FIGURES, "rectification": 20, "look_back": 10})
    parts = [
        queries.Part(name, getattr(rule, name), None if place in absent else share, [])
        for place, (name, share) in enumerate(zip(AssessmentRule.PARTS, shares, strict=True))
    ]
    score = queries.Score(rule, parts)
    if not score.possible:
        return
    exact = sum(part.weight * part.share for part in parts if part.share is not None)
    assert 0 <= exact * 100 / score.possible - Fraction(score.total) < Fraction(1, 100)
    assert sum(part.points or 0 for part in parts) <= exact
