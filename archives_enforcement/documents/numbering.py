"""发文字号: gapless numbers, one sequence for each bureau, kind and year."""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused

YEAR_IN_BRACKETS = re.compile(r"[\[(【〔](\d{4})[\])】〕]")
WHOLE = re.compile(r"(?P<word>.*)〔(?P<year>\d{4})〕第?(?P<serial>\d{1,6})号")


class Number(NamedTuple):
    year: int
    serial: int
    text: str  # 东丽档反〔2024〕41号


def locked(bureau, kind: str, year: int) -> NumberSequence:
    """The counter of one series, locked until the transaction of the caller ends."""
    series = {"bureau": bureau, "kind": kind, "year": year}
    return NumberSequence.objects.select_for_update().get_or_create(**series)[0]


def take(bureau, kind: str, on: date) -> Number:
    """The next number, for a paper issued `on`; call it in the transaction that issues it.

    The counter row stays locked until that transaction ends, so a number is used or never given.
    Raises Refused for a day before that of the last number: numbers rise with their dates.
    """
    serial = next_serial(bureau, kind, on)
    return Number(on.year, serial, text(bureau, kind, on.year, serial))


def last_day(sequence: NumberSequence) -> date | None:
    """To which day the numbers of a series have come: its papers, and 设定起始号 if there was one.

    Those up to the start were given on paper by the day on which it was set.
    """
    series = {"bureau": sequence.bureau, "kind": sequence.kind, "year": sequence.year}
    issued = Document.objects.filter(**series).aggregate(last=Max("issued_on"))["last"]
    starts = AuditEntry.objects.about(sequence).filter(action="set_start") if sequence.start else ()
    return max(filter(None, (issued, *(entry.on for entry in starts))), default=None)


def next_serial(bureau, kind: str, on: date, *, reached: date | None = None) -> int:
    """The next number of any series, also of one that numbers no documents; locked like `take`.

    `reached` is the day to which such a series has come, asked for under the lock (`locked`).
    """
    sequence = locked(bureau, kind, on.year)
    last = max(filter(None, (last_day(sequence), reached)), default=None)
    if last and on < last:
        on_paper = (
            "；当时已经用纸质签发的，请用“补录纸质文书”登记原来的字号"
            if kind in kinds.KINDS
            else ""
        )
        raise Refused(
            f"{word(bureau, kind)}〔{on.year}〕的字号已经编到{cn_date(last)}，"
            f"新编的字号日期不能早于这一天。请用今天的日期办理{on_paper}。"
        )
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
