"""回头看: which visits deserve one, and why."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Min, OuterRef, Prefetch

from archives_enforcement.documents.models import Document
from inspections.models import Finding, Inspection
from inspections.models.checklists import Severity
from inspections.queries.rectification import AWAITS_UNIT

WEIGHTS = {"returned": 3, "severe": 3, "repeated": 2, "overdue": 2, "unfixed": 1}
S = Inspection.State
UNDERWAY = (S.DRAFT, S.PENDING, S.APPROVED, S.ON_SITE)
OVER = (S.RECORDED, S.CLOSED)


class Candidate(NamedTuple):
    """One visit with open problems, weighed; the reasons say what the weight is made of."""

    inspection: Inspection
    unfixed: list[Finding]
    counts: dict[str, int]  # the keys of WEIGHTS
    days_overdue: int
    letter_on: date | None
    arranged: Inspection | None  # the look-back that is already under way
    seen: Inspection | None  # the last one that took place

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[name] * count for name, count in self.counts.items())

    @property
    def reasons(self) -> list[str]:
        counts = self.counts
        said = [
            (counts["unfixed"], f"{counts['unfixed']} 个问题没有销号"),
            (counts["returned"], f"{counts['returned']} 个回复被退回"),
            (counts["overdue"], f"{counts['overdue']} 个逾期，最长 {self.days_overdue} 天"),
            (counts["severe"], f"{counts['severe']} 个属于 A 类（限期整改）"),
            (counts["repeated"], f"{counts['repeated']} 个以前检查时也有"),
        ]
        return [text for count, text in said if count]


def look_back_under_way(origin: Inspection) -> Inspection | None:
    """The look-back on `origin` that is planned or going on, or None."""
    return origin.look_backs.filter(state__in=UNDERWAY).first()


def candidates(user, today: date) -> list[Candidate]:
    """Visits with problems still open, those that most deserve a look-back first."""
    unfixed = Finding.objects.filter(state__in=Finding.UNFIXED).order_by("position")
    visits = list(
        Inspection.objects.visible_to(user)
        .filter(Exists(unfixed.filter(inspection=OuterRef("pk"))), state=S.RECTIFYING)
        .exclude(kind=Inspection.Kind.LOOK_BACK)
        .select_related("unit__party")
        .prefetch_related(
            Prefetch("findings", unfixed, to_attr="unfixed"),
            Prefetch("look_backs", Inspection.objects.order_by("pk")),
        )
    )
    letters, earlier = _letters(visits), _earlier_problems(visits)
    found = [_weigh(visit, letters.get(visit.pk), earlier, today) for visit in visits]
    return sorted(found, key=lambda one: (-one.weight, one.inspection.pk))


def _weigh(visit: Inspection, letter_on, earlier: dict, today: date) -> Candidate:
    rows = visit.unfixed
    late = [row for row in rows if row.state in AWAITS_UNIT and row.due_on and row.due_on < today]
    repeated = [
        row
        for row in rows
        if row.item_id and earlier.get((visit.unit_id, row.item_id), today) < visit.scheduled_on
    ]
    counts = {
        "unfixed": len(rows),
        "returned": sum(row.state == Finding.State.RETURNED for row in rows),
        "overdue": len(late),
        "severe": sum(row.severity == Severity.A for row in rows),
        "repeated": len(repeated),
    }
    days = max(((today - row.due_on).days for row in late), default=0)
    trips = list(visit.look_backs.all())
    arranged = next((trip for trip in trips if trip.state in UNDERWAY), None)
    seen = next((trip for trip in reversed(trips) if trip.state in OVER), None)
    return Candidate(visit, rows, counts, days, letter_on, arranged, seen)


def _letters(visits) -> dict[int, date]:
    """When each visit's first feedback letter was issued."""
    rows = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id__in=[visit.pk for visit in visits],
        kind="feedback_letter",
        state=Document.State.ISSUED,
    )
    return dict(rows.values_list("object_id").annotate(Min("issued_on")))


def _earlier_problems(visits) -> dict[tuple[int, int], date]:
    """For each unit and checklist item, the day of the first visit that found it wanting."""
    rows = Finding.objects.filter(
        inspection__unit__in=[visit.unit_id for visit in visits], item__isnull=False
    )
    first = rows.values_list("inspection__unit", "item").annotate(Min("inspection__scheduled_on"))
    return {(unit, item): day for unit, item, day in first.order_by()}
