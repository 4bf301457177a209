"""Lines of the contents list, made of a paper, of a file or of acts that were done online."""

from typing import NamedTuple

from archives_enforcement.archiving.registry import Material, Place
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document

DOCUMENT, FILE, RECORD = "document", "file", "record"
PDF = "application/pdf"
SHOWN = 4  # numbers of the trail that fit into the note of a line


class Line(NamedTuple):
    """One line of the contents list (卷内目录), as it is frozen."""

    part: str
    place: str
    title: str
    number: str
    issuer: str
    made_on: str  # ISO date
    source: str  # DOCUMENT, FILE or RECORD
    key: int  # of the paper or the file; of a record sheet the number of its last act in the trail
    name: str
    media_type: str
    sha256: str
    sm3: str
    size: int
    note: str = ""
    acts: tuple[tuple[int, str], ...] = ()  # number and digest of each act on a record sheet


def line_of_paper(place: Place, paper: Document, note: str) -> Line:
    rendition = getattr(paper, "rendition", None)
    return Line(
        part=place.part,
        place=place.title,
        title=paper.title,
        number=paper.number,
        issuer=paper.bureau.name,
        made_on=paper.issued_on.isoformat(),
        source=DOCUMENT,
        key=paper.pk,
        name=f"{paper.number}.pdf",
        media_type=PDF,
        sha256=rendition.sha256 if rendition else "",
        sm3=rendition.sm3 if rendition else "",
        size=rendition.size if rendition else 0,
        note=note,
    )


def line_of_file(place: Place, material: Material) -> Line:
    file = material.file
    return Line(
        part=place.part,
        place=place.title,
        title=material.title,
        number="",
        issuer=material.issuer,
        made_on=material.made_on.isoformat(),
        source=FILE,
        key=file.pk,
        name=file.name,
        media_type=file.media_type,
        sha256=file.sha256,
        sm3=file.sm3,
        size=file.size,
    )


def line_of_acts(place: Place, title: str, issuer: str, entries: list[AuditEntry]) -> Line:
    """A record sheet; what is said on it, and so its digest, is there once the order is fixed."""
    last = entries[-1]
    return Line(
        part=place.part,
        place=place.title,
        title=f"{title}（线上办理记录）",
        number="",
        issuer=issuer,
        made_on=last.on.isoformat(),
        source=RECORD,
        key=last.sequence,
        name=f"{title}.pdf",
        media_type=PDF,
        sha256="",
        sm3="",
        size=0,
        note=f"线上办理，记录{_numbers(entries)}",
        acts=tuple((entry.sequence, entry.digest) for entry in entries),
    )


def _numbers(entries: list[AuditEntry]) -> str:
    """Their numbers in the trail, as far as a contents list has room for them."""
    if len(entries) <= SHOWN:
        return f"第{'、'.join(str(entry.sequence) for entry in entries)}号"
    return f"第{entries[0].sequence}至{entries[-1].sequence}号中的{len(entries)}条"
