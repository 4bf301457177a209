"""Which version of each wording is in force, which comes next, and what changes between two."""

from datetime import date
from difflib import ndiff
from typing import NamedTuple

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.wording_rules import is_laid_out_elsewhere


class Standing(NamedTuple):
    """One kind in the list of wordings."""

    code: str
    label: str
    signed_by: str  # the posts that sign it
    current: Wording | None
    coming: Wording | None  # the next that has a day already
    writable: bool


def by_phase(on: date) -> list[tuple[str, list[Standing]]]:
    """Every kind with its versions, phase by phase; one query."""
    versions = {}
    for row in Wording.objects.defer("text", "note"):
        versions.setdefault(row.kind, []).append(row)
    return [
        (title, [standing_of(code, versions.get(code, ()), on) for code in table])
        for title, table in kinds.PHASES.items()
    ]


def standing_of(code: str, rows, on: date) -> Standing:
    """How one kind stands on that day; `rows` are its versions in any order."""
    rows = sorted(rows, key=lambda row: row.version)
    begun = [row for row in rows if row.effective_from <= on]
    coming = [row for row in rows if row.effective_from > on]
    return Standing(
        code,
        kinds.KINDS[code].label,
        kinds.KINDS[code].signed_by,
        begun[-1] if begun else None,
        coming[0] if coming else None,
        not is_laid_out_elsewhere(code),
    )


def last_of(kind: str) -> Wording:
    return Wording.objects.filter(kind=kind).order_by("-version")[0]


def before(wording: Wording) -> Wording | None:
    rows = Wording.objects.filter(kind=wording.kind, version__lt=wording.version)
    return rows.order_by("-version").first()


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """Line by line what was taken out (删), put in (增) or left as it was (an empty sign)."""
    signs = {"- ": "删", "+ ": "增", "  ": ""}
    lines = ndiff(old.splitlines(), new.splitlines())
    return [(signs[line[:2]], line[2:]) for line in lines if line[:2] in signs]
