"""What rules mean in numbers, who is missing, and which rules no plan could keep."""

from datetime import date

import pytest

from inspections.coverage.contradictions import contradictions
from inspections.coverage.facts import ARRANGED, PLANNED, Rule, Situation, Unit, Visit
from inspections.coverage.gauges import EACH, SHARE, measure


def unit(key, *populations, **more):
    return Unit(key, f"单位{key}", frozenset({"all", *populations}), **more)


def firm(key, *populations):
    return unit(key, "enterprise", *populations, spared=True)


def state(*rules, units=10, visits=()):
    people = tuple(map(unit, range(1, units + 1))) if isinstance(units, int) else tuple(units)
    return Situation(2026, rules, people, tuple(visits))


def rule(key=1, title="规则", **values):
    return Rule(key, title, **values)


def gauge(*args, **more):
    (found,) = measure(state(*args, **more))
    return found


def texts(*rules, **more):
    return [row.text for row in contradictions(state(*rules, **more))]


def keys(units):
    return [each.key for each in units]


@pytest.mark.parametrize(
    ("size", "least", "most"), [(41, 7, 4), (40, 6, 4), (7, 2, 0), (1, 1, 0), (0, 0, 0)]
)
def test_a_part_of_a_unit_is_a_whole_one_below_and_none_above(size, least, most):
    found = gauge(rule(min_share=15), units=size)
    above = gauge(rule(max_share=10), units=size)
    assert (found.least, found.most, above.least, above.most) == (least, None, 0, most)


def test_done_arranged_and_planned_visits_are_told_apart():
    visits = [Visit(1), Visit(1, stage=ARRANGED), Visit(2, stage=ARRANGED), Visit(3, stage=PLANNED)]
    found = gauge(rule(min_share=50), visits=visits)
    assert (found.side, found.done, found.foreseen, found.lacking) == (SHARE, 1, 3, 2)
    assert found.percent == 20


def test_each_unit_needs_its_number():
    visits = [Visit(1), Visit(1, stage=PLANNED), Visit(2)]
    found = gauge(rule(unit_min=2), units=3, visits=visits)
    assert (found.side, found.done, found.foreseen, keys(found.missing)) == (EACH, 0, 1, [2, 3])


def test_a_check_that_no_ceiling_binds_exceeds_none():
    visits = [Visit(1), Visit(1, is_exempt=True), Visit(2), Visit(2)]
    found = gauge(rule(unit_max=1), units=[firm(1), firm(2)], visits=visits)
    assert keys(found.over) == [2]


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("any", {1, 2, 3, 4}), ("daily", {1, 4}), ("special", {2}), ("random", {4})],
)
def test_each_kind_of_rule_counts_its_own_checks(kind, counted):
    visits = [
        Visit(1), Visit(2, "special"), Visit(3, "case"), Visit(4, is_random=True),
    ]  # fmt: skip
    found = gauge(rule(kind=kind, min_share=100), units=4, visits=visits)
    assert set(keys(found.missing)) == {1, 2, 3, 4} - counted


def test_only_the_population_is_asked():
    found = gauge(rule(population="key", unit_min=1), units=[unit(1), unit(2, "key")])
    assert (found.total, keys(found.missing)) == (1, [2])


def test_complaints_come_first_then_who_was_never_seen():
    units = [
        unit(1, last_seen=date(2025, 5, 1)),
        unit(2),
        unit(3, last_seen=date(2024, 5, 1)),
        unit(4, urgent="有线索", last_seen=date(2025, 9, 1)),
    ]
    assert keys(gauge(rule(unit_min=1), units=units).missing) == [4, 2, 3, 1]


def test_an_enterprise_is_counted_in_shares_and_spared_of_numbers():
    units = [firm(1), unit(2)]
    assert keys(gauge(rule(unit_min=1), units=units).missing) == [2]
    assert gauge(rule(min_share=100), units=units).least == 2


def test_who_is_above_a_ceiling_is_named():
    found = gauge(rule(unit_max=1), visits=[Visit(1), Visit(1, stage=ARRANGED), Visit(2)])
    assert (keys(found.over), found.exceeded, found.least) == ([1], True, 0)


def test_more_than_the_largest_share_is_exceeded():
    visits = [Visit(1), Visit(2)]
    assert gauge(rule(max_share=10), visits=visits).exceeded
    assert not gauge(rule(max_share=20), visits=visits).exceeded


# Contradictions


def test_patrolling_enterprises_yields_to_the_policy():
    (text,) = texts(rule(title="巡查", unit_min=1), units=[firm(1), unit(2)])
    assert "其中企业 1 个（单位1）" in text
    assert "以国办发〔2024〕54号为准" in text


def test_a_range_without_a_whole_number_in_it():
    (text,) = texts(rule(min_share=10, max_share=10), units=41)
    assert "41 个单位中至少 5 个、至多 4 个" in text
    assert texts(rule(min_share=10, max_share=10), units=40) == []


def test_an_empty_population():
    (text,) = texts(rule(population="key", unit_min=1))
    assert "没有单位" in text


def test_every_unit_against_at_most_a_tenth():
    """巡查每单位每年不少于1次 and 控制在10%以内, as the source has them side by side."""
    (text,) = texts(rule(1, "巡查", unit_min=1), rule(2, "实地抽查", max_share=10))
    assert "“巡查”使“实地抽查”范围内至少 10 个单位要检查，后者只许 1 个" in text
    assert "以“实地抽查”的上限为准" in text


def test_what_can_be_done_outside_the_ceiling_is_no_contradiction():
    units = [unit(1, "organ"), *map(unit, range(2, 11))]
    floor, limit = rule(1, min_share=90), rule(2, population="organ", max_share=10)
    assert texts(floor, limit, units=units) == []
    assert len(texts(rule(1, min_share=91), limit, units=units)) == 1


def test_draws_and_other_checks_do_not_meet():
    assert texts(rule(1, unit_min=1), rule(2, kind="random", min_share=6, max_share=10)) == []


def test_a_number_above_a_ceiling():
    (text,) = texts(rule(1, "两次", unit_min=2), rule(2, "一次", unit_max=1), units=2)
    assert "“两次”要求每单位不少于 2 次，“一次”规定不超过 1 次，2 个单位（单位1、单位2）" in text


def test_numbers_that_only_together_are_too_many():
    both = (rule(1, "日常", kind="daily", unit_min=1), rule(2, "专项", kind="special", unit_min=1))
    (text,) = texts(*both, rule(3, "上限", unit_max=1), units=4)
    assert (
        "“日常”“专项”合计要求的次数超过“上限”的 1 次，涉及 4 个单位（单位1、单位2、单位3等）"
        in text
    )
    assert texts(*both, rule(3, "上限", unit_max=2), units=4) == []
