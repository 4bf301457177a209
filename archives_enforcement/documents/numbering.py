"""发文字号: gapless numbers, one sequence for each bureau, kind and year."""

from typing import NamedTuple

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import NumberSequence


class Number(NamedTuple):
    year: int
    serial: int
    text: str  # 东丽档反〔2024〕41号


def take(bureau, kind: str, year: int) -> Number:
    """The next number; call it in the transaction that issues the document.

    The counter row stays locked until that transaction ends, so a number is used or never given.
    """
    NumberSequence.objects.get_or_create(bureau=bureau, kind=kind, year=year)
    sequence = NumberSequence.objects.select_for_update().get(bureau=bureau, kind=kind, year=year)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return Number(year, sequence.last, text(bureau, kind, year, sequence.last))


def text(bureau, kind: str, year: int, serial: int) -> str:
    return f"{bureau.document_word}{kinds.KINDS[kind].series}〔{year}〕{serial}号"


def expected(bureau, kind: str, year: int) -> str:
    """The number the next document would get now; shown before signing, promised to nobody."""
    row = NumberSequence.objects.filter(bureau=bureau, kind=kind, year=year).first()
    return text(bureau, kind, year, (row.last if row else 0) + 1)
