"""A situation made by hand, and the proposal for it as its judge passed it."""

from datetime import date, timedelta

from inspections.coverage.checking import faults
from inspections.coverage.facts import HalfDay, Officer, Proposal, Situation, Unit
from inspections.coverage.proposing import propose

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
