"""考核计分: every point of checks, problems and look-backs from a record, and never from a fine."""

from datetime import date
from decimal import Decimal

import pytest

from inspections.models import AssessmentRule, Finding, Inspection
from inspections.queries import assessing as queries
from inspections.services import assessment as services
from penalties.services import execution
from tests import factories
from tests.inspections import assessing, on_site
from tests.inspections.assessing import SET, SUMMED, points, result_of
from tests.inspections.rectifying import make_look_back
from tests.penalties.case_facts import FILED
from tests.penalties.walk import Walk
from units import services as register
from units.models import Unit

VISIT = date(2026, 4, 9)
WALKED = FILED  # when the case of a fine begins
DUE = date(2026, 5, 29)


def checked(unit, head, officer, second, *, earned=80, possible=100, findings=()):
    """A check of the year that was told, with problems that are due on DUE."""
    visit = on_site.approved(unit, head, officer, second, on=VISIT)
    Inspection.objects.filter(pk=visit.pk).update(
        state="rectifying", inspected_on=VISIT, earned=earned, possible=possible
    )
    for place, facts in enumerate(findings, start=1):
        Finding.objects.create(
            inspection=visit, position=place, text="问题", requirement="整改", basis="依据",
            severity="B", **{"due_on": DUE, **facts},
        )  # fmt: skip
    return visit


DONE = {"state": "accepted", "accepted_on": date(2026, 5, 20)}
LATE = {"state": "accepted", "accepted_on": date(2026, 6, 20)}


def test_an_heir_carries_the_records_of_what_it_took_over(
    score, bureau, unit, clerk, head, officer, second_officer
):
    """Checks and problems of both count; what a unit has only one of, its own goes before."""
    left = factories.make_unit(bureau, "示例街道九")
    team = (head, officer, second_officer)
    checked(unit, *team, earned=40, possible=100)
    checked(left, *team, earned=80, possible=100, findings=[DONE])
    assessing.evaluate(left, clerk, "60.00")
    told = {"basis": "示编〔2027〕1号", "archives_to": "示例区档案馆"}
    register.merge(left, unit, actor=clerk, on=SUMMED, **told)
    found = score()
    assert points(found) == {
        "checks": "24.00", "rectification": "30.00", "self_report": None, "safety": "6.00",
    }  # fmt: skip
    assert [row["words"].startswith("承继的示例街道九：") for row in found.lines[0]["details"]] == [
        False, True,
    ]  # fmt: skip
    assessing.evaluate(unit, clerk, "90.00")
    again = queries.scores([unit], 2026, found.assessment.rule, SUMMED)[unit.pk]
    assert {part.name: part.points for part in again.parts}["safety"] == Decimal("9.00")


def test_checks_are_the_points_earned_of_those_possible(score, unit, head, officer, second_officer):
    checked(unit, head, officer, second_officer, earned=1, possible=3)
    checked(unit, head, officer, second_officer, earned=2, possible=3)
    found = score()
    assert points(found) == {
        "checks": "20.00", "rectification": None, "self_report": None, "safety": None,
    }  # fmt: skip
    assert (found.total, found.grade) == (Decimal("50.00"), "不合格")
    line = found.lines[0]
    assert line["words"] == "40 分 × 50.00% ＝ 20.00 分"
    assert [row["words"] for row in line["details"]] == [
        "2026年4月9日日常检查：得 1 / 3 分", "2026年4月9日日常检查：得 2 / 3 分",
    ]  # fmt: skip
    assert line["details"][0]["url"].startswith("/inspections/")


@pytest.mark.parametrize(
    "facts, expected",
    [
        (DONE, "30.00"),
        (LATE, "15.00"),
        ({"state": "open"}, "0.00"),
        ({"state": "replied"}, "0.00"),
        ({"state": "open", "due_on": date(2027, 3, 1)}, None),  # not due: not judged
        ({"state": "open", "paused_on": date(2026, 5, 1)}, None),  # its time stands still
        ({"state": "open", "due_on": None}, None),
    ],
)
def test_what_each_problem_brings(score, unit, head, officer, second_officer, facts, expected):
    checked(unit, head, officer, second_officer, findings=[facts])
    assert points(score())["rectification"] == expected


def test_problems_count_alike(score, unit, head, officer, second_officer):
    checked(unit, head, officer, second_officer, findings=[DONE, LATE, {"state": "open"}])
    found = score()
    assert points(found)["rectification"] == "15.00"  # 30 × (1 + ½ + 0) ÷ 3
    words = [row["words"] for row in found.lines[1]["details"]]
    assert ["按期改好" in words[0], "逾期改好，计 50%" in words[1], "计 0%" in words[2]] == [
        True
    ] * 3


def test_a_slow_review_is_not_the_unit_s_fault(score, unit, head, officer, second_officer):
    visit = checked(unit, head, officer, second_officer, findings=[LATE])
    finding = visit.findings.get()
    finding.replies.create(
        kind="fixed", text="已改", replied_on=DUE, replied_by=officer, outcome="accepted"
    )
    assert points(score())["rectification"] == "30.00"


def test_what_look_backs_saw_is_a_part_once_they_are_locked(
    head, unit, clerk, officer, second_officer, clock
):
    assessing.make_rule(head, rectification=20, look_back=10)
    clock.move_to(SUMMED)
    visit = checked(unit, head, officer, second_officer, findings=[{}, {}, {}, {}, {}])
    seen = ("fixed", "fixed", "partly", "not_fixed", "not_fixed")
    results = {f"p{place}": result for place, result in enumerate(seen, start=1)}
    visit.findings.get(position=5).replies.create(
        kind="objection", text="没有库房", replied_on=DUE, replied_by=officer, outcome="accepted"
    )  # and so no problem
    trip = make_look_back(visit, officer, state="on_site", **results)
    Inspection.objects.filter(pk=trip.pk).update(inspected_on=date(2026, 6, 2))
    assessment = assessing.counted(clerk)
    assert points(result_of(assessment, unit))["look_back"] is None
    Inspection.objects.filter(pk=trip.pk).update(state="recorded")
    found = result_of(services.count(assessment, actor=clerk, on=SUMMED), unit)
    assert points(found)["look_back"] == "6.25"  # 10 × (1 + 1 + ½ + 0) ÷ 4
    words = [row["words"] for row in found.lines[2]["details"]]
    assert words[2:] == [
        "2026年6月2日回头看第 3 项：部分整改，计 50%", "2026年6月2日回头看第 4 项：未整改，计 0%",
    ]  # fmt: skip


def test_what_was_no_problem_counts_neither_way(score, unit, head, officer, second_officer):
    visit = checked(unit, head, officer, second_officer, findings=[DONE, {"state": "open"}])
    visit.findings.get(position=1).replies.create(
        kind="objection", text="没有库房", replied_on=DUE, replied_by=officer, outcome="accepted"
    )
    assert points(score())["rectification"] == "0.00"


def test_another_year_and_another_bureau_count_for_nothing(
    january, clerk, unit, other_bureau, head, officer, second_officer
):
    visit = checked(unit, head, officer, second_officer)
    Inspection.objects.filter(pk=visit.pk).update(inspected_on=date(2025, 12, 30))
    assessing.evaluate(unit, clerk, year=2025)
    assessing.evaluate(factories.make_unit(other_bureau, "别区"), _clerk_of(other_bureau))
    assert not assessing.counted(clerk).results.exists()


def _clerk_of(bureau):
    return factories.make_user("other-clerk", "clerk", bureau=bureau)


def test_no_fine_figures_in_any_score(bureau):
    """C21, 行政处罚法第七十四条: a case that ends in a fine which is paid moves no point."""
    walk = Walk(bureau)
    unit = Unit.objects.create(party=walk.firm)
    assessing.evaluate(unit, walk.clerk, "70", on=WALKED, year=WALKED.year)
    rule = AssessmentRule(**assessing.FIGURES)
    assert AssessmentRule.PARTS == (
        "checks", "rectification", "look_back", "self_report", "safety",
    )  # fmt: skip
    before = queries.scores([unit], WALKED.year, rule, SET)[unit.pk].lines
    walk.deliver(walk.decide(), walk.day)
    who = {"actor": walk.officer, "on": walk.day}
    execution.record_payment(walk.case, **who, amount=47_000, paid_on=walk.day, receipt="票1")
    assert queries.scores([unit], WALKED.year, rule, SET)[unit.pk].lines == before


def test_counting_twice_gives_the_same(january, unit, clerk, head, officer, second_officer):
    checked(unit, head, officer, second_officer, findings=[DONE, LATE])
    assessing.evaluate(unit, clerk)
    first = assessing.counted(clerk)
    lines = result_of(first, unit).lines
    assert result_of(services.count(first, actor=clerk, on=SUMMED), unit).lines == lines
