"""The first wording of every kind of document, from the files beside this module."""

from datetime import date
from pathlib import Path

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Wording

FOLDER = Path(__file__).parent / "data" / "wordings"
FIRST_DAY = date(2021, 1, 1)


def load() -> dict[str, int]:
    """Create version 1 where a kind has no wording yet; what an administrator wrote stays."""
    made = 0
    for kind in kinds.KINDS:
        text = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
        _, created = Wording.objects.get_or_create(
            kind=kind, version=1, defaults={"effective_from": FIRST_DAY, "text": text}
        )
        made += created
    return {"文书样式": made}
