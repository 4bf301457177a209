"""Lines of the contents list, made of a paper or of a file."""

from typing import NamedTuple

from archives_enforcement.archiving.registry import Material, Place
from archives_enforcement.documents.models import Document


class Line(NamedTuple):
    """One line of the contents list (卷内目录), as it is frozen."""

    part: str
    place: str
    title: str
    number: str
    issuer: str
    made_on: str  # ISO date
    source: str  # document or file
    key: int
    name: str
    media_type: str
    sha256: str
    sm3: str
    size: int
    note: str = ""


def line_of_paper(place: Place, paper: Document) -> Line:
    rendition = getattr(paper, "rendition", None)
    return Line(
        part=place.part,
        place=place.title,
        title=paper.title,
        number=paper.number,
        issuer=paper.bureau.name,
        made_on=paper.issued_on.isoformat(),
        source="document",
        key=paper.pk,
        name=f"{paper.number}.pdf",
        media_type="application/pdf",
        sha256=rendition.sha256 if rendition else "",
        sm3=rendition.sm3 if rendition else "",
        size=rendition.size if rendition else 0,
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
        source="file",
        key=file.pk,
        name=file.name,
        media_type=file.media_type,
        sha256=file.sha256,
        sm3=file.sm3,
        size=file.size,
    )
