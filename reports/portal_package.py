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
from archives_enforcement.documents.models import Delivery, Document, WrittenAnswer
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from inspections.models import Consent, Finding, Interview, SelfSubmission
from inspections.queries import assessment, rectification

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
        "written": _written(party, user),
        "visits": _visits(party, user),
        "talks": _talks(party, user),
        "reports": _reports(party, user),
        "results": [pair for pair in assessment.for_party(user) if pair[0].unit.party == party],
        "consents": _consents(party, user),
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


def _written(party: Party, user) -> list[WrittenAnswer]:
    """What was answered in writing to letters that ask."""
    rows = WrittenAnswer.objects.visible_to(user).filter(document__party=party)
    return list(rows.select_related("document", "answered_by").order_by("pk"))


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


def _talks(party: Party, user) -> list[Interview]:
    """Talks with what was promised in them."""
    rows = Interview.objects.visible_to(user).filter(unit__party=party)
    return list(rows.prefetch_related("commitments").order_by("scheduled_on", "pk"))


def _reports(party: Party, user) -> list[SelfSubmission]:
    """Every 自查报告 as it was handed in, those sent back too."""
    rows = SelfSubmission.objects.visible_to(user).filter(report__unit__party=party)
    rows = rows.select_related("report__self_inspection", "report__unit__party", "submitted_by")
    return list(rows.order_by("pk"))


def _consents(party: Party, user) -> list[Consent]:
    """What the unit was asked about standing as a model, and what it answered."""
    rows = Consent.objects.visible_to(user).filter(exemplary__inspection__unit__party=party)
    return list(rows.order_by("asked_on", "pk"))


def _safe(name: str) -> str:
    return UNSAFE.sub("_", name)[:LONGEST].rstrip()
