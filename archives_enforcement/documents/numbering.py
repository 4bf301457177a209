"""发文字号: gapless numbers, one sequence for each bureau, kind and year."""

import re
import unicodedata
from typing import NamedTuple

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import NumberSequence

YEAR_IN_BRACKETS = re.compile(r"[\[(【〔](\d{4})[\])】〕]")
WHOLE = re.compile(r"(?P<word>.*)〔(?P<year>\d{4})〕第?(?P<serial>\d{1,6})号")


class Number(NamedTuple):
    year: int
    serial: int
    text: str  # 东丽档反〔2024〕41号


def locked(bureau, kind: str, year: int) -> NumberSequence:
    """The counter of one series, locked until the transaction of the caller ends."""
    series = {"bureau": bureau, "kind": kind, "year": year}
    NumberSequence.objects.get_or_create(**series)
    return NumberSequence.objects.select_for_update().get(**series)


def take(bureau, kind: str, year: int) -> Number:
    """The next number; call it in the transaction that issues the document.

    The counter row stays locked until that transaction ends, so a number is used or never given.
    """
    serial = next_serial(bureau, kind, year)
    return Number(year, serial, text(bureau, kind, year, serial))


def next_serial(bureau, kind: str, year: int) -> int:
    """The next number of any series, also of one that numbers no documents; locked like `take`."""
    sequence = locked(bureau, kind, year)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return sequence.last


def text(bureau, kind: str, year: int, serial: int) -> str:
    return f"{word(bureau, kind)}〔{year}〕{serial}号"


def word(bureau, kind: str) -> str:
    """What stands before the year: 机关代字 and 文书代字."""
    return f"{bureau.document_word}{kinds.KINDS[kind].series if kind in kinds.KINDS else kind}"


def expected(bureau, kind: str, year: int) -> str:
    """The number the next document would get now; shown before signing, promised to nobody."""
    row = NumberSequence.objects.filter(bureau=bureau, kind=kind, year=year).first()
    return text(bureau, kind, year, (row.last if row else 0) + 1)


def normal(number: str) -> str:
    """东丽档反[2024] 41号, however it was typed, as it stands on the paper."""
    return YEAR_IN_BRACKETS.sub(r"〔\1〕", "".join(unicodedata.normalize("NFKC", number).split()))


def recognised(bureau, number: str) -> tuple[str, Number] | None:
    """The kind in whose series a typed number belongs, and its place there; None in no series."""
    found = WHOLE.fullmatch(normal(number))
    codes = (code for code in kinds.KINDS if found and word(bureau, code) == found["word"])
    if (kind := next(codes, None)) is None:
        return None
    year, serial = int(found["year"]), int(found["serial"])
    return kind, Number(year, serial, text(bureau, kind, year, serial))
