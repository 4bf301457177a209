"""一家单位的全部材料: what a unit was told and what it said, as files with a page that lists them.

Everything is read as the unit's person may read it, so nothing gets in that his pages do not show.
"""

import zipfile
from pathlib import PurePath
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from django.template.loader import render_to_string

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.bundles import UNSAFE
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from inspections.models import Finding
from inspections.queries import rectification

INDEX = "目录.html"
LONGEST = 80  # signs of a name; some systems open no longer ones


class Part(NamedTuple):
    """One file of the package: its place in it, what the index calls it, its bytes."""

    place: str
    title: str
    sha256: str
    day: object
    note: str = ""


def package(party: Party, user, today) -> IO[bytes]:
    """The zip, as an open file at its beginning."""
    letters, files = _letters(party, user), _files(party, user)
    index = {
        "party": party,
        "today": today,
        "letters": letters,
        "visits": _visits(party, user),
        "files": files,
    }
    out = TemporaryFile()  # noqa: SIM115 - closed with the response
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(INDEX, render_to_string("reports/portal_package.html", index))
        for part in (*letters, *files):
            if part.sha256:
                archive.write(store.path_of(part.sha256), part.place)
    out.seek(0)
    return out


def _letters(party: Party, user) -> list[Part]:
    rows = Document.objects.visible_to(user).filter(party=party).select_related("rendition")
    receipts = {
        row.document_id: row.received_how
        for row in Delivery.objects.visible_to(user).filter(party=party)
    }
    found = []
    for number, paper in enumerate(rows.order_by("issued_on", "pk"), start=1):
        made = getattr(paper, "rendition", None)
        ending = PurePath(made.name).suffix if made else ""
        found.append(
            Part(
                f"文书/{_safe(f'{number:03d} {paper}')}{ending}",
                str(paper),
                made.sha256 if made else "",
                paper.issued_on,
                receipts.get(paper.pk, "") if paper.holds else paper.get_state_display(),
            )
        )
    return found


def _files(party: Party, user) -> list[Part]:
    rows = StoredFile.objects.visible_to(user).filter(party=party)
    found = []
    for number, file in enumerate(rows.order_by("uploaded_at", "pk"), start=1):
        name = PurePath(file.name)
        place = f"材料/{_safe(f'{number:03d} {name.stem}')}{_safe(name.suffix)}"
        found.append(Part(place, file.name, file.sha256, file.uploaded_at, file.purpose))
    return found


def _visits(party: Party, user) -> list[tuple[object, list[Finding]]]:
    """Each visit with its problems, and these with what was said of them and asked."""
    rows = Finding.objects.visible_to(user).filter(inspection__unit__party=party)
    rows = rows.select_related("inspection__unit__party", "item", "spot_fix")
    visits = {}
    for finding in rows.order_by("inspection__inspected_on", "inspection", "position"):
        finding.said = rectification.replies_of(finding, user)[::-1]
        finding.asked = rectification.questions_on(finding, user)[::-1]
        visits.setdefault(finding.inspection, []).append(finding)
    return list(visits.items())


def _safe(name: str) -> str:
    return UNSAFE.sub("_", name)[:LONGEST].rstrip()
