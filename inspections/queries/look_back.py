"""回头看: which visits deserve one, and why."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce, ExtractYear
from django.db.models.lookups import Exact

from archives_enforcement.documents.models import Document
from inspections.models import Finding, Inspection, LookBackResult
from inspections.models.checklists import Severity
from inspections.queries.rectification import AWAITS_UNIT
from inspections.queries.upheld import upheld
from units.queries import lineages

WEIGHTS = {
    "returned": 3, "severe": 3, "repeated": 2, "overdue": 2, "last_year": 1, "unfixed": 1,
}  # fmt: skip
S = Inspection.State
UNDERWAY = (S.DRAFT, S.PENDING, S.APPROVED, S.ON_SITE)
OVER = (S.RECORDED, S.CLOSED)


# With each problem, as `seen_again`, what look-backs that are over saw of it, the latest first.
SEEN = Prefetch(
    "look_back_results",
    LookBackResult.objects.filter(look_back__state__in=OVER)
    .select_related("look_back")
    .order_by("-pk"),
    to_attr="seen_again",
)


def results_of(look_back: Inspection) -> list[LookBackResult]:
    """What a look-back saw, in the order of the first visit; nothing for any other visit."""
    if not look_back.is_look_back:
        return []
    rows = look_back.look_back_results.select_related("finding__item")
    return list(rows.order_by("finding__position"))


class Candidate(NamedTuple):
    """One visit with open problems, weighed; the reasons say what the weight is made of."""

    inspection: Inspection
    counts: dict[str, int]  # the keys of WEIGHTS
    weight: int
    days_overdue: int
    letter_on: date | None
    arranged: Inspection | None  # the look-back that is already under way
    seen: Inspection | None  # the last one that took place

    @property
    def reasons(self) -> list[str]:
        counts = self.counts
        said = [
            (counts["unfixed"], f"{counts['unfixed']} 个问题没有销号"),
            (counts["returned"], f"{counts['returned']} 个回复被退回"),
            (counts["overdue"], f"{counts['overdue']} 个逾期，最长 {self.days_overdue} 天"),
            (counts["severe"], f"{counts['severe']} 个属于 A 类（限期整改）"),
            (counts["repeated"], f"{counts['repeated']} 个以前检查时也有"),
            (counts["last_year"], f"上一年检查发现 {counts['last_year']} 个问题"),
        ]
        return [text for count, text in said if count]


def look_back_under_way(origin: Inspection) -> Inspection | None:
    """The look-back on `origin` that is planned or going on, or None."""
    return origin.look_backs.filter(state__in=UNDERWAY).first()


def ranked(visits, today: date):
    """Of `visits` those with problems still open, counted and weighed; the heaviest first.

    What was found before at a unit that came to this one (承继) counts as found here.
    """
    visits = visits.filter(state=S.RECTIFYING, unit__left_no_heir=False)
    visits = visits.exclude(kind=Inspection.Kind.LOOK_BACK)
    here = _at_the_unit(lineages(set(visits.order_by().values_list("unit", flat=True))))
    unfixed = Q(findings__state__in=Finding.UNFIXED)
    late = unfixed & Q(
        findings__state__in=AWAITS_UNIT, findings__due_on__lt=today, findings__paused_on=None
    )
    same_before = Finding.objects.filter(  # by its number: each version of a list has new items
        ~upheld(),
        here,
        inspection__bureau=OuterRef("bureau"),
        item__code=OuterRef("findings__item__code"),
        inspection__inspected_on__lt=OuterRef("inspected_on"),
    )
    counted = {
        "unfixed": unfixed,
        "returned": Q(findings__state=Finding.State.RETURNED),
        "overdue": late,
        "severe": unfixed & Q(findings__severity=Severity.A),
        "repeated": unfixed & Q(Exists(same_before)),
    }
    found = (
        visits.annotate(
            **{name: Count("findings", filter=condition) for name, condition in counted.items()},
            last_year=Coalesce(Subquery(_year_before(here)), 0),
            overdue_since=Min("findings__due_on", filter=late),
        )
        .filter(unfixed__gt=0)
        .annotate(weight=sum(F(name) * times for name, times in WEIGHTS.items()))
    )
    return found.order_by("-weight", "pk")


def _at_the_unit(lines: dict[int, list[int]]) -> Q:
    """Problems at the unit of the outer visit, or at one that came to it."""
    here = Q(inspection__unit=OuterRef("unit"))
    for heir, left in lines.items():
        here |= Q(Exact(OuterRef("unit"), heir), inspection__unit__in=left)
    return here


def _year_before(here: Q):
    """How many problems checks found at the same unit in the calendar year before the visit's."""
    rows = Finding.objects.filter(
        ~upheld(), here, inspection__inspected_on__year=ExtractYear(OuterRef("inspected_on")) - 1
    )
    rows = rows.order_by().annotate(one=Value(1)).values("one")
    return rows.annotate(found=Count("pk")).values("found")


def candidates(visits, today: date) -> list[Candidate]:
    """The rows of `ranked`, each with its letter and its look-backs."""
    visits = list(visits)
    prefetch_related_objects(visits, Prefetch("look_backs", Inspection.objects.order_by("pk")))
    letters = _letters(visits)
    return [_candidate(visit, letters.get(visit.pk), today) for visit in visits]


def _candidate(visit: Inspection, letter_on, today: date) -> Candidate:
    days = (today - visit.overdue_since).days if visit.overdue_since else 0
    trips = list(visit.look_backs.all())
    arranged = next((trip for trip in trips if trip.state in UNDERWAY), None)
    seen = next((trip for trip in reversed(trips) if trip.state in OVER), None)
    counts = {name: getattr(visit, name) for name in WEIGHTS}
    return Candidate(visit, counts, visit.weight, days, letter_on, arranged, seen)


def _letters(visits) -> dict[int, date]:
    """When each visit's first feedback letter was issued."""
    rows = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id__in=[visit.pk for visit in visits],
        kind="feedback_letter",
        state=Document.State.ISSUED,
    )
    return dict(rows.values_list("object_id").annotate(Min("issued_on")))
