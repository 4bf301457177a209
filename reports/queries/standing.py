"""Where the year stands, as the 工作台 counts it: checks, problems, units, the plan."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from archives_enforcement.asking import Counted, counted
from inspections.models import Finding, Inspection, PlanItem
from inspections.queries.reconciling import unreconciled
from inspections.queries.recording import AFTERWARDS
from inspections.queries.rectification import AWAITS_UNIT
from reports.queries.year import COUNTED_PLANS
from units.models import Unit

WAITS = Q(state__in=AWAITS_UNIT, inspection__unit__left_no_heir=False)  # somebody is left


class Standing(NamedTuple):
    """What the page counts of checks, problems, units and plan items; nothing without a right."""

    unreconciled: int | None
    findings: dict[str, int] | None  # `replied`, `asked`
    units: dict[str, int] | None  # `total`, `seen`, `key`, `key_seen`
    plan: dict[str, int] | None  # `total`, `done`

    @property
    def nothing_yet(self) -> bool:
        """Whether no unit is registered, or nothing planned or visited this year."""
        if self.units is None:
            return False
        return not (self.units["total"] and (self.units["seen"] or self.plan["total"]))


def standing(user, today: date) -> Standing:
    """All of it, in one query."""
    asked = {name: question(user, today) for name, question in QUESTIONS.items()}
    open_to = {name: question for name, question in asked.items() if question}
    found = dict.fromkeys(asked) | dict(zip(open_to, counted([*open_to.values()]), strict=True))
    left = found["unreconciled"]
    return Standing(**found | {"unreconciled": left and left["total"]})


def _unreconciled(user, _today: date) -> Counted | None:
    if not user.has_perms(("inspections.view_inspection", "documents.view_document")):
        return None
    return Counted(unreconciled(Inspection.objects.visible_to(user)), {"total": Count("pk")})


def _findings(user, _today: date) -> Counted | None:
    if not user.has_perm("inspections.view_finding"):
        return None
    rows = Finding.objects.visible_to(user).filter(inspection__state=Inspection.State.RECTIFYING)
    replied = Count("pk", filter=Q(state=Finding.State.REPLIED))
    return Counted(rows, {"replied": replied, "asked": Count("pk", filter=WAITS)})


def _units(user, today: date) -> Counted | None:
    if not user.has_perm("units.view_unit"):
        return None
    seen = Inspection.objects.visible_to(user).filter(
        kind__in=Inspection.ENFORCEMENT, state__in=AFTERWARDS, inspected_on__year=today.year
    )
    visited, key = Q(pk__in=seen.values("unit")), Q(is_key_monitored=True)
    wanted = {
        "total": Count("pk"),
        "seen": Count("pk", filter=visited),
        "key": Count("pk", filter=key),
        "key_seen": Count("pk", filter=key & visited),
    }
    return Counted(Unit.objects.visible_to(user).filter(state=Unit.State.ACTIVE), wanted)


def _plan(user, today: date) -> Counted | None:
    if not user.has_perm("units.view_unit"):
        return None
    rows = PlanItem.objects.visible_to(user).filter(
        plan__year=today.year, plan__state__in=COUNTED_PLANS
    )
    done = Count("pk", filter=Q(inspections__state__in=AFTERWARDS), distinct=True)
    return Counted(rows, {"total": Count("pk", distinct=True), "done": done})


QUESTIONS = {
    "unreconciled": _unreconciled, "findings": _findings, "units": _units, "plan": _plan,
}  # fmt: skip
