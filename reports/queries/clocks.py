"""督办: the open clocks of a bureau, whose they are and how far off, in every app."""

from datetime import date, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case as Either
from django.db.models import Count, IntegerField, Q, Value, When

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.consequences import ORDER, Consequence
from archives_enforcement.workdays.deadlines import open_deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.workflow import OURS
from inspections.models import Finding, Inspection, Lead, TeamMember, Tip
from inspections.queries.search import party_like
from penalties.models import Case
from publicity.models import Notice
from reports.models import AnnualReport

SOON = 7  # days ahead that the board shows
APPS = (
    ("inspections", "监督检查"), ("penalties", "行政处罚"), ("documents", "其他文书"),
    ("publicity", "执法公示"), ("archiving", "案卷"), ("reports", "报告"),
)  # fmt: skip


class Kind(NamedTuple):
    """Where a kind of record says whom it concerns and who handles it."""

    model: type
    party: str  # path to the party; empty where it concerns nobody
    handlers: tuple[str, ...]  # paths to the people
    condition: Q = Q()  # which of the rows joined by those paths count


KINDS = (
    Kind(Case, "party", ("officers__user",), Q(officers__left_on=None)),
    Kind(Lead, "party", ("case__officers__user",), Q(case__officers__left_on=None)),
    Kind(Tip, "", ("handler",)),
    Kind(Inspection, "unit__party", ("team__user",), Q(team__part__in=TeamMember.ENFORCING)),
    Kind(
        Finding, "inspection__unit__party", ("inspection__team__user",),
        Q(inspection__team__part__in=TeamMember.ENFORCING),
    ),
    Kind(Document, "party", ("drafted_by",)),
    Kind(Notice, "document__party", ("drafted_by",)),
    Kind(AnnualReport, "", ("drafted_by",)),
)  # fmt: skip


def watched(user):
    """The open clocks of the user's own bureau, the heaviest consequence first."""
    rank = Either(
        *(When(consequence=value, then=Value(place)) for value, place in ORDER.items()),
        output_field=IntegerField(),
    )
    rows = open_deadlines(user).filter(bureau=user.bureau_id)
    return rows.alias(rank=rank).order_by("rank", "due_on", "pk")


def when(rows, chosen: str, today: date):
    """Overdue ones, those due soon, both, or all."""
    soon = today + timedelta(days=SOON)
    return {
        "late": rows.filter(due_on__lt=today),
        "soon": rows.filter(due_on__range=(today, soon)),
        "all": rows,
    }.get(chosen, rows.filter(due_on__lte=soon))


def ours(rows, chosen: str):
    """Whose term: the bureau's own, another's, or everybody's."""
    condition = Q(bound__in=OURS)
    return {"others": rows.exclude(condition), "all": rows}.get(chosen, rows.filter(condition))


def in_app(rows, app: str):
    """Of one field of work; a paper belongs to the field of the record it is about."""
    paper = ContentType.objects.get_for_model(Document)
    papers = Document.objects.filter(content_type__app_label=app).values("pk")
    mine = Q(content_type=paper, object_id__in=papers)
    if app == "documents":
        elsewhere = Document.objects.filter(content_type__app_label__in=[name for name, _ in APPS])
        return rows.filter(content_type=paper).exclude(object_id__in=elsewhere.values("pk"))
    return rows.filter(mine | Q(content_type__app_label=app))


def of_party(rows, text: str):
    """About a party whose name, initials or code is like `text`."""
    found = Q(party__in=_parties(text))
    for kind in KINDS:
        if kind.party:
            records = kind.model.objects.filter(**{f"{kind.party}__in": _parties(text)})
            found |= _on(kind, records)
    return rows.filter(found)


def _parties(text: str):
    return Deadline._meta.get_field("party").related_model.objects.filter(party_like(text))


def of_officer(rows, officer):
    """On records this person handles."""
    found = Q()
    for kind in KINDS:
        whose = Q()
        for path in kind.handlers:
            whose |= Q(**{path: officer})
        found |= _on(kind, kind.model.objects.filter(whose, kind.condition))
    return rows.filter(found)


def _on(kind: Kind, records) -> Q:
    return Q(
        content_type=ContentType.objects.get_for_model(kind.model),
        object_id__in=records.values("pk"),
    )


class Tally(NamedTuple):
    """How many clocks of one consequence are overdue and due soon."""

    consequence: str
    label: str
    late: int
    soon: int


def tallies(rows, today: date) -> list[Tally]:
    """One tally for each consequence, in one query."""
    soon = today + timedelta(days=SOON)
    counts = {
        row["consequence"]: row
        for row in rows.order_by()
        .values("consequence")
        .annotate(
            late=Count("pk", filter=Q(due_on__lt=today)),
            soon=Count("pk", filter=Q(due_on__range=(today, soon))),
        )
    }
    nothing = {"late": 0, "soon": 0}
    return [
        Tally(value, label, counts.get(value, nothing)["late"], counts.get(value, nothing)["soon"])
        for value, label in Consequence.choices
    ]
