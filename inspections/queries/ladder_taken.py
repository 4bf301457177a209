"""逐级督促: which rungs were taken on a check, by which paper, about which problems."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils import timezone

from archives_enforcement.documents import written_answers
from inspections.models import Escalation, Finding, Inspection, Interview

PLACES = Prefetch("findings", Finding.objects.only("position"))
MEASURES = (
    Prefetch("interviews", Interview.objects.prefetch_related(PLACES)),
    Prefetch(
        "escalations",
        Escalation.objects.select_related("document", "lead").prefetch_related(PLACES),
    ),
)


class Taken(NamedTuple):
    """One measure as a page lists it."""

    label: str
    on: date
    state: str
    url: str
    positions: str


def taken(inspection: Inspection, user, finding: Finding | None = None) -> list[Taken]:
    """Talks and later rungs of a visit, or of one of its problems, in order."""
    talks = Interview.objects.visible_to(user).filter(inspection=inspection)
    rungs = Escalation.objects.visible_to(user).filter(inspection=inspection)
    if finding is not None:
        talks, rungs = talks.filter(findings=finding), rungs.filter(findings=finding)
    talks = talks.prefetch_related(PLACES)
    return _listed(talks, rungs.select_related("document", "lead").prefetch_related(PLACES))


def taken_on(inspection: Inspection, user) -> list[Taken]:
    """The same of a visit that was read with its `MEASURES`; its own bureau sees them all."""
    if inspection.bureau_id != user.bureau_id:
        return taken(inspection, user)
    return _listed(inspection.interviews.all(), inspection.escalations.all())


def _listed(talks: Iterable[Interview], rungs: Iterable[Escalation]) -> list[Taken]:
    found = [
        Taken(
            row.get_kind_display(),
            row.held_on or row.scheduled_on,
            row.get_state_display(),
            row.get_absolute_url(),
            _positions(row),
        )
        for row in talks
    ]
    rungs, today = list(rungs), timezone.localdate()
    due = written_answers.due_days(row.document for row in rungs if row.document)
    for row in rungs:
        target = row.document or row.lead
        asked = row.document_id in due and written_answers.in_words(due[row.document_id], today)
        found.append(
            Taken(
                row.get_step_display(),
                row.taken_on,
                asked or target.get_state_display(),
                target.get_absolute_url(),
                _positions(row),
            )
        )
    return sorted(found, key=lambda row: row.on)


def _positions(row) -> str:
    return "、".join(str(finding.position) for finding in row.findings.all())
