"""Taking files in on a visit: each is numbered in the same act, under the locked visit."""

from django.db.models import F

from archives_enforcement.files import services as files
from archives_enforcement.files.models import StoredFile
from inspections.models import Exhibit, Inspection, ItemResult, LookBackResult


def take_in(
    record: Inspection | ItemResult | LookBackResult,
    uploads,
    *,
    purpose: str,
    actor,
    may_be_recording=False,
) -> list[StoredFile]:
    """Keep `uploads` as exhibits of a visit: of the visit itself, or of what was seen of an item
    or, on a look-back, of a problem.

    Called in the act that brings them in; the visit's row is held until that act ends.
    """
    visit = record if isinstance(record, Inspection) else record.inspection
    kept = files.attach(
        record,
        uploads,
        purpose=purpose,
        actor=actor,
        bureau=visit.bureau,
        may_be_recording=may_be_recording,
    )
    first = _next_numbers(visit, len(kept))
    Exhibit.objects.bulk_create(
        Exhibit(inspection=visit, file=file, number=number)
        for number, file in enumerate(kept, start=first)
    )
    return kept


def _next_numbers(visit: Inspection, count: int) -> int:
    """The first of the next `count` numbers; whoever asks meanwhile waits."""
    counter = Inspection.objects.filter(pk=visit.pk)
    counter.update(last_exhibit=F("last_exhibit") + count)
    return counter.values_list("last_exhibit", flat=True).get() - count + 1
