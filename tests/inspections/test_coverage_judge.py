"""The judge of a proposal is not to be fooled."""

from dataclasses import replace
from datetime import date

import pytest

from inspections.coverage.checking import faults
from inspections.coverage.facts import HalfDay, Proposal, Rule
from inspections.coverage.proposing import propose
from tests.inspections.proposing import THURSDAYS, proposed, state


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
