"""The proposal for a plan, in words: which visit, when, by whom, for which rule; what cannot be."""

from datetime import date
from itertools import takewhile
from typing import NamedTuple

from archives_enforcement.accounts.models import User
from archives_enforcement.workdays import calendar
from inspections.coverage import facts
from inspections.coverage.contradictions import Contradiction, contradictions
from inspections.coverage.proposing import propose
from inspections.models import Inspection, Plan
from inspections.queries import availability, coverage, slots
from inspections.queries.usual import usual


class Line(NamedTuple):
    """One proposed visit as the page shows it and the service takes it."""

    line: facts.Line
    unit: facts.Unit | None  # none: kept for a draw
    officers: list[User]
    rules: list[str]
    others: list[str]  # other visits of the unit in that year, to be merged where it can be

    @property
    def code(self) -> str:
        """What the page sends back for it: the same proposal gives the same code."""
        day, session = self.line.half_day
        who = "-".join(map(str, self.line.officers))
        return f"{self.line.unit}/{self.line.kind}/{day:%Y%m%d}/{session}/{who}"

    @property
    def when(self) -> str:
        return slots.when(*self.line.half_day)

    @property
    def kind(self) -> str:
        return dict(Inspection.Kind.choices).get(self.line.kind, "随机抽取")

    @property
    def asked_by(self) -> str:
        return "、".join(self.rules)


class Proposed(NamedTuple):
    """What one click proposes for what is left of the year."""

    lines: list[Line]
    unmet: list[tuple[str, str]]  # rule, why
    contradictions: list[Contradiction]
    half_days: int
    officers: int
    has_rules: bool

    @property
    def visits(self) -> list[Line]:
        return [line for line in self.lines if line.unit]

    @property
    def kept(self) -> list[Line]:
        return [line for line in self.lines if not line.unit]


def half_days_left(user, year: int, today: date) -> tuple[facts.HalfDay, ...]:
    """The usual half-days of that year after today, days off left out."""
    last = date(year, 12, 31)
    start = max(today, date(year - 1, 12, 31))
    coming = usual(user.bureau_id).after(start, calendar.load())
    return tuple(takewhile(lambda half_day: half_day.day <= last, coming))


def proposed(user, plan: Plan, today: date) -> Proposed:
    """The proposal for the year of the plan, over what stands on it and is arranged already."""
    coming = half_days_left(user, plan.year, today)
    diary = availability.diary(user, today, date(plan.year, 12, 31))
    officers = availability.as_facts(diary, coming)
    situation = coverage.situation(user, plan.year, today, half_days=coming, officers=officers)
    found = propose(situation)
    titles = {rule.key: rule.title for rule in situation.rules}
    return Proposed(
        _lines(situation, found, diary.officers, titles),
        [(titles[row.rule], row.why) for row in found.unmet],
        contradictions(situation),
        len(coming),
        len(officers),
        bool(situation.rules),
    )


def _lines(situation: facts.Situation, found: facts.Proposal, people, titles) -> list[Line]:
    units = {unit.key: unit for unit in situation.units}
    by_key = {man.pk: man for man in people}
    visits = _by_unit(situation, found)
    return [
        Line(
            line,
            units.get(line.unit),
            [by_key[key] for key in line.officers],
            [titles[key] for key in line.asked],
            [words for at, words in visits.get(line.unit, ()) if at != place],
        )
        for place, line in enumerate(found.lines)
    ]


def _by_unit(situation: facts.Situation, found: facts.Proposal) -> dict[int, list[tuple]]:
    """All visits of each unit still to come, in words, with the place of those of the proposal."""
    rows: dict[int, list[tuple]] = {}
    for visit in situation.visits:
        if visit.stage != facts.DONE:
            when = (
                f"{slots.when(*visit.half_day)}的检查"
                if visit.half_day
                else f" {visit.month} 月的检查"
            )
            rows.setdefault(visit.unit, []).append((None, when))
    for place, line in enumerate(found.lines):
        if line.unit:
            rows.setdefault(line.unit, []).append((place, f"{slots.when(*line.half_day)}的检查"))
    return rows
