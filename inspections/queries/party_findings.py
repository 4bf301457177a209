"""Reads of 整改 for the unit: its problems and the letters that told it."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Prefetch
from django.db.models.functions import Coalesce

from archives_enforcement.documents import written_answers
from archives_enforcement.documents.models import Delivery, Document
from inspections.models import Finding, Inspection, Question, Reply
from inspections.queries.rectification import AWAITS_UNIT


class PartyFindings(NamedTuple):
    """The problems of the units a person acts for, by whose turn it is."""

    to_answer: list[Finding]
    in_review: list[Finding]
    fixed: list[Finding]
    past: list[Finding]  # nobody is left to answer: the unit ended without an heir

    @property
    def total(self) -> int:
        return sum(map(len, self))

    @property
    def first_due(self) -> date | None:
        """The nearest last day among those still to answer."""
        return min((row.due_on for row in self.to_answer if row.due_on), default=None)


def findings_for_party(user):
    """The problems told to the units `user` acts for, on visits that are not closed yet."""
    rows = Finding.objects.visible_to(user).filter(inspection__state__in=Inspection.ANSWERABLE)
    return _with_answers(rows, user).order_by(
        F("due_on").asc(nulls_last=True), "inspection", "position"
    )


def findings_of_visit(inspection: Inspection, user):
    """The problems of one visit as its unit may read them."""
    rows = Finding.objects.visible_to(user).filter(inspection=inspection)
    return _with_answers(rows, user).order_by("position")


def _with_answers(rows, user):
    """With unit and bureau, each row's `replies`, the newest first, and its `questions`."""
    rows = rows.select_related("inspection__unit__party__bureau", "item", "spot_fix", "termination")
    return rows.prefetch_related(
        Prefetch("replies", Reply.objects.visible_to(user).order_by("-pk")),
        Prefetch("questions", Question.objects.visible_to(user).order_by("pk")),
    )


def party_findings(rows) -> PartyFindings:
    """Sort `rows` (from `findings_for_party`, or alike) by whose turn it is."""
    rows = list(rows)
    return PartyFindings(
        [row for row in rows if row.state in AWAITS_UNIT and not row.is_past],
        [row for row in rows if row.state == Finding.State.REPLIED],
        [row for row in rows if row.state == Finding.State.ACCEPTED],
        [row for row in rows if row.is_past],
    )


def letters_for_party(user):
    """The papers sent to the units `user` acts for, those not signed for yet first."""
    rows = Delivery.objects.visible_to(user).filter(document__state=Document.State.ISSUED)
    return rows.select_related("document", "party").order_by(
        Coalesce("acknowledged_on", "delivered_on").desc(nulls_first=True), "-sent_on", "-pk"
    )


def with_answer_days(deliveries, today: date) -> list[Delivery]:
    """The same as a list, each with `asked`: by when its letter is to be answered, in words.

    What the receiver has still to sign for comes first, then what he has to answer.
    """
    rows = list(deliveries)
    due = written_answers.due_days(row.document for row in rows)
    for row in rows:
        day = due.get(row.document_id)
        row.asked = written_answers.in_words(day, today) if day else ""
    return sorted(rows, key=lambda row: (row.received_on is not None, not row.asked))


def letters_on_visit(inspection: Inspection, user):
    """The papers on one visit that were sent to its unit."""
    kind = ContentType.objects.get_for_model(Inspection)
    return letters_for_party(user).filter(
        document__content_type=kind, document__object_id=inspection.pk
    )
