"""Reads around merged lists: what may be merged, what stands in two lists, who is answered."""

from typing import NamedTuple

from inspections.models import Checklist, ChecklistItem, Inspection
from inspections.queries import scoring


def lists_to_merge(user):
    """The adopted lists of the bureau that are not merged themselves, the newest on top."""
    rows = Checklist.objects.adopted_for(user.bureau).filter(parts=None)
    return rows.order_by("-valid_from", "-pk")


class Twin(NamedTuple):
    """A number that stands in several of the chosen lists, with what it says in each."""

    code: str
    items: list[ChecklistItem]

    @property
    def is_alike(self) -> bool:
        return len({item.text for item in self.items}) == 1


def twins(parts) -> list[Twin]:
    """What stands in two or more of the lists, by its number."""
    rows = ChecklistItem.objects.filter(checklist__in=parts).select_related("checklist")
    found: dict[str, list[ChecklistItem]] = {}
    for row in rows.order_by("code", "checklist"):
        found.setdefault(row.code, []).append(row)
    return [Twin(code, items) for code, items in found.items() if len(items) > 1]


class Part(NamedTuple):
    """What a visit says of one of the lists that were merged into its own."""

    checklist: Checklist
    score: scoring.Score


def parts_of(inspection: Inspection) -> list[Part]:
    """Each merged list with the score of the items that answer it."""
    parts = list(inspection.checklist.parts.order_by("pk"))
    if not parts:
        return []
    results = list(
        inspection.results.select_related("item")
        .prefetch_related("item__sources")
        .order_by("item__position")
    )
    found = []
    for checklist in parts:
        own = [
            row
            for row in results
            if any(source.checklist_id == checklist.pk for source in row.item.sources.all())
        ]
        if own and (score := scoring.score(inspection, own)):
            found.append(Part(checklist, score))
    return found
