"""The proposal before its judge: on made-up bureaus, and on some that are made by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from inspections.coverage.checking import faults
from inspections.coverage.facts import HalfDay, Officer, Proposal, Rule, Situation, Unit, Visit
from inspections.coverage.proposing import propose
from tests.inspections.bureaus import bureau

THURSDAYS = tuple(
    HalfDay(date(2026, 1, 8) + timedelta(days=7 * week), "afternoon") for week in range(10)
)
CREW = tuple(Officer(key, f"执法人员{key}") for key in range(1, 5))


def unit(key, *populations, **more):
    return Unit(key, f"单位{key:02}", frozenset({"all", *populations}), **more)


def state(*rules, units=6, **more):
    people = tuple(unit(key) for key in range(1, units + 1)) if isinstance(units, int) else units
    given = {"half_days": THURSDAYS, "officers": CREW, **more}
    return Situation(2026, rules, tuple(people), **given)


def proposed(situation) -> Proposal:
    """A proposal that has stood before the judge."""
    found = propose(situation)
    assert faults(situation, found) == []
    return found


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


# The judge is not to be fooled


@pytest.fixture
def honest():
    situation = state(Rule(1, "巡查", unit_min=1), Rule(2, "上限", unit_max=1))
    return situation, proposed(situation)


def test_a_proposal_of_nothing_is_not_enough(honest):
    situation, _ = honest
    assert faults(situation, Proposal()) == ["巡查: neither met nor named"]


def test_to_call_a_rule_impossible_needs_a_proof(honest):
    situation, found = honest
    (name,) = [row for row in propose(state(Rule(1, "巡查", unit_min=1), officers=())).unmet]
    assert any("nothing proves" in words for words in faults(situation, Proposal((), (name,))))
    assert any("yet met" in words for words in faults(situation, replace(found, unmet=(name,))))


CHANGES = {
    "not two officers": lambda line: {"officers": line.officers[:1]},
    "cannot go": lambda line: {"officers": (line.officers[0], 99)},
    "no half-day": lambda line: {"half_day": HalfDay(date(2026, 12, 31), "morning")},
    "no such unit": lambda line: {"unit": 99},
}


@pytest.mark.parametrize("words", CHANGES)
def test_a_line_that_cannot_be_is_found(honest, words):
    situation, found = honest
    first, *rest = found.lines
    changed = replace(first, **CHANGES[words](first))
    assert any(words in fault for fault in faults(situation, Proposal((changed, *rest))))


def test_a_needless_or_forbidden_visit_is_found(honest):
    situation, found = honest
    again = replace(found.lines[0], half_day=THURSDAYS[-1], officers=(3, 4))
    told = faults(situation, Proposal((*found.lines, again)))
    assert any("nobody needs it" in words for words in told)
    assert any(words.startswith("上限: 单位") for words in told)


def test_an_officer_in_two_places_is_found():
    situation = state(Rule(1, "巡查", unit_min=1), units=2)
    first, second = proposed(situation).lines
    both = replace(second, half_day=first.half_day, officers=first.officers)
    assert any("twice" in words for words in faults(situation, Proposal((first, both))))


def test_more_visits_than_teams_are_found():
    situation = state(Rule(1, "巡查", unit_min=1), units=3)
    lines = [replace(line, half_day=THURSDAYS[0]) for line in proposed(situation).lines]
    assert any("more visits" in words for words in faults(situation, Proposal(tuple(lines))))


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
