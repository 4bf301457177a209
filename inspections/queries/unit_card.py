"""What checks know of one unit: visits with scores, problems, promises, and whether it is due."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from inspections.models import (
    Commitment,
    Finding,
    Inspection,
    PlanItem,
    Reply,
    SelfInspection,
    SelfReport,
)
from inspections.models.visits import day_of
from inspections.queries.compass import compass
from inspections.queries.completion import Completion, completion_of
from inspections.queries.coverage import open_plan_items
from inspections.queries.recording import HELD
from inspections.queries.upheld import upheld
from units.models import Unit
from units.queries import taken_over

RECENT = 20


class Problem(NamedTuple):
    """One problem, which time the matter was found, and what the unit answered last."""

    finding: Finding
    time: int  # 1 the first time; counted by visit and matter
    answer: Reply | None


class Due(NamedTuple):
    """Whether somebody should go there."""

    last: Inspection | None
    next: Inspection | None
    planned: list[PlanItem]  # items that nobody has arranged
    asked: list[str]  # rules that still ask for a visit

    @property
    def is_due(self) -> bool:
        return self.next is None and bool(self.planned or self.asked)


def visits(unit: Unit, user):
    return unit.inspections.visible_to(user).order_by(day_of().desc(), "-pk")[:RECENT]


def times_found(findings) -> dict[int, int]:
    """Which time each problem's matter was found at one unit, by the key of the problem.

    A number stands for one matter in all lists of a bureau; a second problem of the same visit
    is no repetition, nor is a problem outside the list; what was upheld as none (采纳意见) has
    no place in the count.
    """
    seen, counted = defaultdict(list), {}
    rows = findings.filter(~upheld()).exclude(inspection__kind=Inspection.Kind.LOOK_BACK)
    rows = rows.order_by("inspection__inspected_on", "inspection", "position")
    for key, code, visit in rows.values_list("pk", "item__code", "inspection"):
        visits_with_it = seen[code] if code else []
        if visit not in visits_with_it:
            visits_with_it.append(visit)
        counted[key] = len(visits_with_it)
    return counted


def problems(unit: Unit, user) -> list[Problem]:
    """Open problems first, then those struck off, the newest visit first.

    What was found at units that came to this one (承继) is counted with it.
    """
    known = Finding.objects.visible_to(user)
    rows = known.filter(inspection__unit=unit)
    times = times_found(known.filter(inspection__unit__in=[unit, *taken_over(unit)]))
    shown = rows.select_related("inspection", "termination").prefetch_related("replies").order_by(
        day_of("inspection__").desc(), "-inspection", "position"
    )  # fmt: skip
    found = [
        Problem(row, times.get(row.pk, 1), next(reversed(row.replies.all()), None)) for row in shown
    ]
    return sorted(found, key=lambda row: row.finding.state not in Finding.UNFIXED)


class ProblemCard(NamedTuple):
    rows: list[Problem]
    completion: Completion

    @property
    def words(self) -> str:
        """How many problems there are, how many of them the unit was told of, and how they stand.

        The share of those put right is of what a letter has told.
        """
        found, told = len(self.rows), self.completion.total + self.completion.terminated
        if not told:
            return f"共 {found} 项，都还没有书面反馈"
        untold = f"，其中 {found - told} 项还没有书面反馈；已反馈的" if found > told else "，"
        return f"共 {found} 项{untold}{self.completion.words}"


def problem_card(unit: Unit, user) -> ProblemCard:
    """The problems of the unit and how far they are put right."""
    rows = problems(unit, user)
    return ProblemCard(rows, completion_of(row.finding for row in rows))


def commitments(unit: Unit, user) -> list[Commitment] | None:
    """What the unit promised at talks, the open ones first; None where nothing was promised."""
    rows = Commitment.objects.visible_to(user).filter(interview__unit=unit)
    rows = rows.select_related("interview").order_by("-due_on", "pk")
    return sorted(rows, key=lambda row: bool(row.outcome)) or None


def due(unit: Unit, user, today: date) -> Due:
    """The last visit, the next one, and what asks for another."""
    own = unit.inspections.visible_to(user).filter(kind__in=Inspection.ENFORCEMENT)
    coming = own.exclude(state__in=(Inspection.State.CANCELLED, *HELD))
    return Due(
        own.filter(state__in=HELD).order_by("-inspected_on").first(),
        coming.order_by("scheduled_on").first(),
        list(open_plan_items(user, today.year).filter(unit=unit).order_by("month")),
        [
            row.label
            for row in compass(user, today.year, today).asking
            if any(missing.key == unit.pk for missing in row.gauge.missing)
        ],
    )


def open_matters(unit: Unit, user, today: date) -> list[str]:
    """Checks that still run about the unit, problems not struck off, reports due, in words."""
    checks = unit.inspections.visible_to(user).exclude(state__in=Inspection.ENDED).count()
    unfixed = (
        Finding.objects.visible_to(user)
        .filter(inspection__unit=unit, state__in=Finding.UNFIXED)
        .exclude(inspection__state=Inspection.State.UNAPPROVED)
    )  # there the lead is the open matter
    planned = len(open_plan_items(user, today.year).filter(unit=unit))
    reports = SelfReport.objects.visible_to(user).filter(
        unit=unit,
        state__in=SelfReport.AWAITS_UNIT,
        self_inspection__state=SelfInspection.State.OPEN,
    )
    counted = (
        (checks, "次检查没有办结"),
        (unfixed.count(), "项问题没有销号"),
        (planned, "个计划项目没有安排检查"),
        (reports.count(), "份自查报告没有报送"),
    )
    return [f"{number} {what}" for number, what in counted if number]
