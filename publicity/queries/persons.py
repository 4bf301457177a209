"""Whom the record behind a paper names: what of them must not stand in a published text.

Officers and other staff of the bureau are no such persons: who enforces is made known beforehand
with his certificate. A party and its legal representative are looked for in `redaction`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.accounts.models import User
from archives_enforcement.documents.models import DeliveryAttempt, Document
from inspections.models import Inspection, Tip
from inspections.services import reporters
from penalties.models import Case
from publicity import names
from units.models import ContactPerson

REPORTER = "不应公开的人员"  # never called what he is: that he told it is sealed
PAPERS = {  # fields of papers that say who it was
    "questioning_record": ("person", "被询问人"),
    "examination_record": ("witness", "见证人"),
    "handling_proposal": ("person", "责任人员"),
}


class Person(NamedTuple):
    name: str
    what: str  # as what the record names him


def in_text(document: Document, text: str) -> list[str]:
    """Whom of the record `text` names, in words; a reporter without saying that he is one."""
    if document.party:
        text = text.replace(document.party.name, "")  # a firm may bear the name of its owner
    found = [f"{who.name}（{who.what}）" for who in of_record(document) if who.name in text]
    return [*found, *([REPORTER] if _tells_reporter(document, text) else [])]


def of_record(document: Document) -> list[Person]:
    """Everybody but staff whom check, case, papers and deliveries name, each once."""
    staff = set(User.objects.filter(bureau=document.bureau_id).values_list("name", flat=True))
    found: dict[str, str] = {}
    for words, what in _named(document):
        for name in names.in_field(words):
            if name not in staff:
                found.setdefault(name, what)
    return [Person(name, what) for name, what in found.items()]


def _named(document: Document) -> Iterator[tuple[str, str]]:
    subject = document.subject
    records = [subject]
    if isinstance(subject, Case):
        records.append(subject.lead)
    if isinstance(subject, Inspection):
        yield from _on_site(subject)
    for paper in _papers_about(records):
        field, what = PAPERS.get(paper.kind, ("", ""))
        yield paper.fields.get(field, ""), what
    yield from _received(_papers_about(records))
    yield from _of_unit(document.party)


def _papers_about(records) -> list[Document]:
    found = []
    for record in filter(None, records):
        kind = ContentType.objects.get_for_model(record)
        found += Document.objects.filter(content_type=kind, object_id=record.pk)
    return found


def _on_site(visit: Inspection) -> Iterator[tuple[str, str]]:
    yield from ((row.name, "在场人员") for row in visit.people.all())
    yield visit.met, "在场人员"
    yield visit.signed_by, "签字人"
    yield visit.witness, "见证人"
    yield from ((row.owner, "责任人") for row in visit.findings.all())


def _received(papers: list[Document]) -> Iterator[tuple[str, str]]:
    tries = DeliveryAttempt.objects.filter(delivery__document__in=papers)
    for row in tries.select_related("delivery"):
        yield row.received_by, "签收人"
        yield row.refused_by, "拒收人"
        yield row.witnesses, "送达见证人"
        yield row.delivery.acknowledged_name, "签收人"


def _of_unit(party) -> Iterator[tuple[str, str]]:
    """Who acts for the party here, and whom to call there."""
    if party is None:
        return
    users = User.objects.filter(grants__party=party).values_list("name", flat=True)
    people = ContactPerson.objects.filter(unit__party=party).values_list("name", flat=True)
    yield from ((name, "单位经办人") for name in users)
    yield from ((name, "单位联系人") for name in people)


def _tells_reporter(document: Document, text: str) -> bool:
    subject = document.subject
    lead = getattr(subject, "lead", None)
    tips = Tip.objects.filter(lead=lead) if lead else Tip.objects.none()
    return any(reporters.is_told_in(tip, text) for tip in tips)
