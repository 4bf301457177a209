"""The case file of a check as it stands: what is in it, what is missing, what its sheets say."""

import json

from django.utils import timezone

from archives_enforcement.archiving import arranging, sheets
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from inspections.models import Inspection
from tests.documents.every_kind import two_of


def today():
    return timezone.localdate()


def found(visit):
    return arranging.arrange("inspection", visit)


def missing(visit):
    return [row.what for row in found(visit).missing]


def issue(visit, kind, officer, head):
    """A paper on a check or a talk."""
    who = {"actor": officer, "on": today()}
    facts = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
    if KINDS[kind].two_officers:
        facts["officers"] = two_of(visit.bureau)
    paper = documents.draft(
        visit, kind, bureau=visit.bureau, party=visit.unit.party, title=KINDS[kind].label,
        fields=facts, **who,
    )  # fmt: skip
    if KINDS[kind].by_officers:
        return documents.complete(paper, **who)
    documents.submit(paper, **who)
    return documents.sign(paper, actor=head, on=today())


def online(visit) -> dict:
    """The record sheets of the file as it stands now, by their place."""
    return {line.place: line for line in found(visit).lines if line.source == "record"}


def sheet_of(visit, place) -> str:
    """All that the sheet of a place would say, were the file compiled now."""
    arranged = found(visit)
    line = next(row for row in arranged.lines if row.place == place and row.source == "record")
    return json.dumps(sheets.frozen(line, arranged.trace_of(line)), ensure_ascii=False)


def rectifying(visit):
    Inspection.objects.filter(pk=visit.pk).update(state="rectifying")
    return Inspection.objects.get(pk=visit.pk)
