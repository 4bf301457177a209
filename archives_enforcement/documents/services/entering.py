"""补录: a paper that was issued on paper before the bureau worked with this system.

Entering it is bookkeeping and sets nothing going: no clock starts, nobody is told, no PDF is made
and no check or case goes on because of it, whether its delivery is known or not.
"""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.documents import composing, drafting, kinds, numbering
from archives_enforcement.documents import entering_guards as guards
from archives_enforcement.documents.models import Delivery, Document, Rendition
from archives_enforcement.files import checks, store
from archives_enforcement.workflow import BACKFILL, Refused, act, check_permission

LABEL = "补录纸质文书"


@act
def enter(
    kind: str, *, party: Party | None, scan, actor, delivered_on: date | None = None, **facts
) -> Document:
    """Enter an old paper as it stands, with its `scan` (an uploaded PDF or picture).

    `facts` are number, title, issued_on and signer, as they stand on the paper. A number of a
    series of this bureau takes its place there, at most at the start; any other is kept as it was
    printed. Raises Refused, PermissionDenied without either permission, and Party.DoesNotExist
    for a receiver of another bureau.
    """
    check_permission(actor, drafting.ENTER, LABEL)
    check_permission(actor, BACKFILL, LABEL)
    if party is not None:
        party = Party.objects.open_to(actor).get(pk=party.pk)
    paper = _as_printed(kind, party, actor, **facts)
    _check(paper, delivered_on)
    _take_place(paper)
    media_type, content = _read(scan)
    digest = store.put(content)
    paper.content = composing.of_scan(paper, digest)
    _save(paper)
    kept = Rendition.objects.create(
        document=paper, media_type=media_type, sha256=digest, sm3=store.sm3(content),
        size=len(content), made_at=timezone.now(),
    )  # fmt: skip
    if delivered_on:
        Delivery.objects.create(
            document=paper, party=party, sent_on=paper.issued_on, delivered_on=delivered_on
        )
    details = composing.digests(paper) | {"sha256": kept.sha256, "sm3": kept.sm3}
    trail.record(
        paper, "enter", LABEL, actor=actor, on=paper.drafted_on, after=paper.state,
        backfilled=True, details=details,
    )  # fmt: skip
    return paper


def _as_printed(kind: str, party, actor, *, number, title, issued_on, signer) -> Document:
    """The paper with what stands on it, unsaved; its year is that of its number in its series."""
    return Document(
        bureau=actor.bureau,
        party=party,
        kind=kind,
        outward=kinds.KINDS[kind].outward,
        title=title.strip(),
        state=Document.State.ISSUED,
        origin=Document.Origin.PAPER,
        subject=drafting.record_of(party, actor.bureau),
        year=issued_on.year,
        number=numbering.normal(number),
        drafted_by=actor,
        drafted_on=timezone.localdate(),
        signer_name=signer.strip(),
        issued_on=issued_on,
    )


def _check(paper: Document, delivered_on: date | None) -> None:
    why = (
        guards.incomplete(paper)
        or guards.not_of_the_past(paper)
        or guards.without_receiver(paper)
        or guards.delivered_wrongly(paper, delivered_on)
    )
    if why:
        raise Refused(why)


def _take_place(paper: Document) -> None:
    """Give the number its place in its series, under the lock of the counter."""
    place = numbering.recognised(paper.bureau, paper.number)
    if why := guards.of_another_kind(paper, place):
        raise Refused(why)
    if place is None:
        return
    paper.year, paper.serial, paper.number = place[1]
    sequence = numbering.locked(paper.bureau, paper.kind, paper.year)
    if why := guards.out_of_place(paper, sequence):
        raise Refused(why)


def _read(scan) -> tuple[str, bytes]:
    content = scan.read()
    return checks.scan_type(scan.name, content), content


def _save(paper: Document) -> None:
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError as taken:
        raise Refused(f"{paper.number}已经登记过，请在文书列表里查找，或者核对字号。") from taken
