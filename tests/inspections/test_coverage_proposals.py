"""The proposal that stands before its judge: on made-up bureaus, and on some made by hand."""

from dataclasses import replace

import pytest

from inspections.coverage.facts import Proposal, Rule, Visit
from inspections.coverage.proposing import propose
from tests.inspections.bureaus import bureau
from tests.inspections.proposing import CREW, THURSDAYS, proposed, state, unit


def whys(found: Proposal) -> dict[int, str]:
    return {row.rule: row.why for row in found.unmet}


# On made-up bureaus


@pytest.mark.parametrize("seed", range(20))
def test_every_rule_that_can_be_met_is_met_and_the_others_are_named(seed):
    proposed(bureau(seed))


@pytest.mark.full
def test_a_thousand_more():
    for seed in range(20, 1020):
        proposed(bureau(seed))


def test_the_made_up_bureaus_are_no_easy_ones():
    """Half of them have a rule that cannot be met, and nearly all have visits to make."""
    found = [(bureau(seed), propose(bureau(seed))) for seed in range(20)]
    assert sum(bool(proposal.unmet) for _, proposal in found) >= 10
    assert sum(bool(proposal.lines) for _, proposal in found) >= 15


def test_the_same_situation_gives_the_same_proposal():
    assert propose(bureau(7)) == propose(bureau(7))


# By hand


def test_one_visit_serves_several_rules():
    rules = (
        Rule(1, "巡查", population="key", unit_min=1),
        Rule(2, "专项", kind="special", min_share=50),
        Rule(3, "比例", min_share=50),
    )
    found = proposed(state(*rules, units=(unit(1, "key"), unit(2))))
    (line,) = found.lines
    assert (line.unit, line.kind, line.asked) == (1, "special", (1, 2, 3))


def test_what_is_done_or_planned_is_not_proposed_again():
    visits = (Visit(1), Visit(2, stage="planned", month=3, needs_team=True))
    found = proposed(state(Rule(1, "巡查", unit_min=1), units=3, visits=visits))
    assert [line.unit for line in found.lines] == [3]


def test_complaints_come_first_and_soonest():
    units = (unit(1), unit(2), unit(3, urgent="有线索"), unit(4))
    found = proposed(state(Rule(1, "抽查", min_share=50), units=units))
    assert found.lines[0].unit == 3
    assert found.lines[0].half_day == THURSDAYS[0]


def half_days_of(found: Proposal, *units: int) -> list[int]:
    return [THURSDAYS.index(line.half_day) for line in found.lines if line.unit in units]


def test_every_complaint_is_seen_to_soon_and_the_others_are_spread():
    units = (unit(1), unit(2), unit(3, urgent="有线索"), unit(4, urgent="有隐患"))
    found = proposed(state(Rule(1, "巡查", unit_min=1), units=units, officers=CREW[:2]))
    assert half_days_of(found, 3, 4) == [0, 1]
    assert half_days_of(found, 1, 2) == [5, 7]


def test_only_the_first_visit_to_an_urgent_unit_cannot_wait():
    units = (unit(1, urgent="有线索"),)
    found = proposed(state(Rule(1, "每年两次", unit_min=2), units=units))
    assert half_days_of(found, 1) == [0, 5]


def test_where_time_is_short_one_visit_for_two_rules_comes_before_complaints():
    units = (unit(1, "a", urgent="有线索"), unit(2, "a", "b"), unit(3, "b", urgent="有线索"))
    rules = (
        Rule(1, "甲", population="a", min_share=50),
        Rule(2, "乙", population="b", min_share=50),
    )
    found = proposed(state(*rules, units=units, half_days=THURSDAYS[:1], officers=CREW[:2]))
    assert [(line.unit, line.asked) for line in found.lines] == [(2, (1, 2))]
    assert {line.unit for line in proposed(state(*rules, units=units)).lines} == {1, 3}


def test_visits_are_spread_and_everybody_goes_alike():
    found = proposed(state(Rule(1, "巡查", unit_min=1), units=10))
    assert [line.half_day for line in found.lines] == list(THURSDAYS)
    goes = [sum(man.key in line.officers for line in found.lines) for man in CREW]
    assert goes == [5, 5, 5, 5]


def test_who_is_away_does_not_go():
    absent = replace(CREW[0], away=frozenset(THURSDAYS[:5]))
    found = proposed(state(Rule(1, "巡查", unit_min=1), officers=(absent, *CREW[1:3])))
    for line in found.lines:
        assert (1 in line.officers) <= (line.half_day in THURSDAYS[5:])


def test_too_little_time_is_said_in_numbers():
    rules = (Rule(1, "巡查", unit_min=1), Rule(2, "重点", population="key", unit_min=1))
    units = (*(unit(key) for key in range(1, 30)), unit(30, "key"))
    found = proposed(state(*rules, units=units))
    assert "需要 30 次检查，余下 10 个半天按现有持证执法人员最多安排 20 次" in whys(found)[1]
    assert len(found.lines) == 20
    assert 30 in {line.unit for line in found.lines}


def test_the_cap_of_enterprises_wins_over_the_share():
    units = tuple(unit(key, "enterprise", spared=True) for key in (1, 2))
    rules = (
        Rule(1, "企业上限", population="enterprise", unit_max=1, is_law=True),
        Rule(2, "企业抽查", population="enterprise", kind="special", min_share=100),
    )
    found = proposed(state(*rules, units=units, visits=(Visit(1),)))
    assert "受“企业上限”限制" in whys(found)[2]
    assert [line.unit for line in found.lines] == [2]


def test_a_ceiling_wins_over_a_floor():
    rules = (Rule(1, "巡查", unit_min=1), Rule(2, "至多一半", max_share=50))
    found = proposed(state(*rules))
    assert "“至多一半”" in whys(found)[1]
    assert len(found.lines) == 3


def test_an_enterprise_is_not_visited_for_a_least_number():
    found = proposed(
        state(Rule(1, "巡查", unit_min=1), units=(unit(1, "enterprise", spared=True), unit(2)))
    )
    assert [line.unit for line in found.lines] == [2]


def test_nobody_chooses_whom_a_draw_will_bring():
    found = proposed(state(Rule(1, "双随机", kind="random", min_share=30, max_share=50)))
    assert [(line.unit, line.officers) for line in found.lines] == [(None, ()), (None, ())]


def test_two_visits_to_a_unit_need_two_half_days():
    found = proposed(state(Rule(1, "两次", unit_min=2), units=3))
    assert len({(line.unit, line.half_day) for line in found.lines}) == 6
    short = proposed(state(Rule(1, "两次", unit_min=2), units=1, half_days=THURSDAYS[:1]))
    assert "半天" in whys(short)[1]


def test_without_rules_officers_or_time_nothing_is_proposed():
    assert propose(state()) == Proposal()
    assert proposed(state(Rule(1, "巡查", unit_min=1), officers=CREW[:1])).lines == ()
    assert proposed(state(Rule(1, "巡查", unit_min=1), half_days=())).lines == ()
