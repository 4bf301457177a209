"""The figures of a 报送表: every number is the count of the records it names."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from inspections.models import Finding, Inspection, Interview, Lead, Participant
from inspections.models.checklists import Severity
from inspections.queries.campaigns import visits_of
from inspections.queries.recording import AFTERWARDS
from inspections.queries.scoring import EXCELLENT, FAILED, GOOD, PASSING
from units.models import Unit

ORDER = "correction_order"
MODELS = {  # what a name in `record_ids` stands for, with what its own words ask for
    "unit": (Unit, "party"),
    "inspection": (Inspection, "unit__party"),
    "finding": (Finding, "inspection__unit__party"),
    "document": (Document, "party"),
    "interview": (Interview, "unit__party"),
    "lead": (Lead, "party"),
}


class Figure(NamedTuple):
    """A count and the records behind it; a record is named `kind:key`."""

    key: str
    label: str
    unit: str
    record_ids: list[str]

    @property
    def value(self) -> int:
        return len(self.record_ids)

    def as_data(self) -> dict:
        """What is frozen with a table."""
        return {
            "key": self.key,
            "label": self.label,
            "unit": self.unit,
            "value": self.value,
            "record_ids": list(self.record_ids),
        }


class Part:
    """The records of one bureau's part in a campaign, each kind read once."""

    def __init__(self, participant: Participant):
        self.participant = participant

    @cached_property
    def visits(self) -> list[Inspection]:
        """Visits that have ended on site."""
        rows = visits_of(self.participant).filter(state__in=AFTERWARDS)
        return list(rows.select_related("unit").order_by("pk"))

    @cached_property
    def findings(self) -> list[Finding]:
        return list(Finding.objects.filter(inspection__in=self.visits).order_by("pk"))

    @cached_property
    def orders(self) -> list[Document]:
        kind = ContentType.objects.get_for_model(Inspection)
        keys = [row.pk for row in self.visits]
        rows = Document.objects.filter(kind=ORDER, content_type=kind, object_id__in=keys)
        return list(rows.filter(state=Document.State.ISSUED).order_by("pk"))

    @cached_property
    def interviews(self) -> list[Interview]:
        rows = Interview.objects.filter(inspection__in=self.visits, state=Interview.State.HELD)
        return list(rows.order_by("pk"))

    @cached_property
    def cases(self) -> list[Lead]:
        """Leads found at the units since they were visited on which a case was filed."""
        first = {row.unit.party_id: row.inspected_on for row in reversed(self.visits)}
        rows = Lead.objects.filter(
            bureau=self.participant.bureau_id,
            party__in=first,
            source=Lead.Source.INSPECTION,
            state=Lead.State.CASE_FILED,
        )
        return [row for row in rows.order_by("pk") if row.received_on >= first[row.party_id]]


class Count(NamedTuple):
    """One line of the table of figures."""

    label: str
    unit: str
    find: Callable[[Part], list[str]]


def _named(kind: str, rows) -> list[str]:
    return [f"{kind}:{row.pk}" for row in rows]


def _units_checked(part: Part) -> list[str]:
    return [f"unit:{key}" for key in sorted({row.unit_id for row in part.visits})]


def _units_taken(part: Part) -> list[str]:
    keys = part.participant.units.order_by("unit").values_list("unit", flat=True)
    return [f"unit:{key}" for key in keys]


def _severity(level: str) -> Callable[[Part], list[str]]:
    return lambda part: _named("finding", [row for row in part.findings if row.severity == level])


def _grade(grade: str) -> Callable[[Part], list[str]]:
    return lambda part: _named("inspection", [row for row in part.visits if row.grade == grade])


def _rectified(part: Part) -> list[str]:
    return _named("finding", [row for row in part.findings if row.state == Finding.State.ACCEPTED])


def _terminated(part: Part) -> list[str]:
    return _named(
        "finding", [row for row in part.findings if row.state == Finding.State.TERMINATED]
    )


# fmt: off
COUNTS: dict[str, Count] = {
    "units_taken": Count("选定单位", "个", _units_taken),
    "units_checked": Count("检查单位", "个", _units_checked),
    "checks": Count("检查", "次", lambda part: _named("inspection", part.visits)),
    "findings": Count("发现问题", "项", lambda part: _named("finding", part.findings)),
    **{f"findings_{level.value.lower()}": Count(
        f"其中{level.value}级（{level.label}）", "项", _severity(level.value))
       for level in Severity},
    "rectified": Count("已整改销号", "项", _rectified),
    "terminated": Count("单位撤销终结", "项", _terminated),
    "orders": Count("责令限期整改", "份", lambda part: _named("document", part.orders)),
    "interviews": Count("约谈", "次", lambda part: _named("interview", part.interviews)),
    "cases": Count("立案", "件", lambda part: _named("lead", part.cases)),
    **{f"grade_{place}": Count(f"等级为{grade}", "次", _grade(grade))
       for place, grade in enumerate((EXCELLENT, GOOD, PASSING, FAILED), start=1)},
}
# fmt: on


def figures_of(participant: Participant) -> list[Figure]:
    """Every figure of the part as the records stand now."""
    part = Part(participant)
    return [Figure(key, row.label, row.unit, row.find(part)) for key, row in COUNTS.items()]


class Source(NamedTuple):
    """A record behind a figure, with its page."""

    label: str
    url: str


def sources_of(record_ids: list[str], user) -> list[Source]:
    """The records a figure counts that `user` may see, in the order of the figure."""
    keys: dict[str, list[int]] = {}
    for name in record_ids:
        kind, _, key = name.partition(":")
        keys.setdefault(kind, []).append(int(key))
    return [
        Source(_words(row), row.get_absolute_url())
        for kind, found in keys.items()
        for row in _records(kind, user).filter(pk__in=found).order_by("pk")
    ]


def _words(row) -> str:
    """A problem is told with its unit: a list may hold those of several."""
    return f"{row.inspection.unit}　{row}" if isinstance(row, Finding) else str(row)


def _records(kind: str, user):
    model, *joined = MODELS[kind]
    return model.objects.visible_to(user).select_related(*joined)


def total_of(rows, key: str) -> int:
    """The sum of a figure over the bureaux that have sent their table."""
    return sum(row.value(key) or 0 for row in rows)


class Line(NamedTuple):
    """One figure over all bureaux."""

    label: str
    values: list[int | None]
    total: int


def lines_of(rows) -> list[Line]:
    return [
        Line(
            f"{count.label}（{count.unit}）",
            [row.value(key) for row in rows],
            total_of(rows, key),
        )
        for key, count in COUNTS.items()
    ]
