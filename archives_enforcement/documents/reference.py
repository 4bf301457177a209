"""The first wording of every kind of document, from the files beside this module."""

from datetime import date
from pathlib import Path

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Wording

FOLDER = Path(__file__).parent / "data" / "wordings"
FIRST_DAY = date(2021, 1, 1)  # 档案法 as revised in 2020
REVISED_LAW, REVISED_ON = "《中华人民共和国行政处罚法》第", date(2021, 7, 15)


def load() -> dict[str, int]:
    """Create version 1 where a kind has no wording yet; what an administrator wrote stays."""
    made = 0
    for kind in kinds.KINDS:
        text = read(kind)
        _, created = Wording.objects.get_or_create(
            kind=kind, version=1, defaults={"effective_from": first_day(text), "text": text}
        )
        made += created
    return {"文书样式": made}


def read(kind: str) -> str:
    return (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")


def first_day(text: str) -> date:
    """No wording is offered before the articles that it cites are in force."""
    return REVISED_ON if REVISED_LAW in text else FIRST_DAY
