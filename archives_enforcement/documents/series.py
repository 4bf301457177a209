"""发文字号 series by series: what was given out on paper, what by the system, what is missing.

A number once given out stays used, whatever became of the paper: void papers count like others.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from archives_enforcement.documents import kinds, numbering
from archives_enforcement.documents.models import Document, NumberSequence


class Line(NamedTuple):
    """One series of one year as the page shows it."""

    kind: str
    label: str
    word: str  # what stands before the year
    start: int
    last: int
    used: int  # numbers given out by the system
    entered: int  # papers from before, entered later
    next: str

    @property
    def is_unused(self) -> bool:
        """Whether the system has not given out a number yet, so that the start is still open."""
        return self.last == self.start


def of_year(bureau, year: int) -> list[tuple[str, list[Line]]]:
    """Every series of one bureau in one year, phase by phase, then what is no document."""
    rows = NumberSequence.objects.filter(bureau=bureau, year=year)
    sequences = {row.kind: row for row in rows}
    taken = _numbers_taken(bureau=bureau, year=year)

    def line(kind: str) -> Line:
        sequence = sequences.get(kind) or NumberSequence(bureau=bureau, kind=kind, year=year)
        return _line(sequence, taken[bureau.pk, kind, year])

    phases = {**kinds.PHASES, "其他编号": kinds.OTHER_SERIES}
    return [(title, [line(kind) for kind in table]) for title, table in phases.items()]


def _line(row: NumberSequence, taken: dict[int, str]) -> Line:
    return Line(
        row.kind,
        kinds.label_of(row.kind),
        numbering.word(row.bureau, row.kind),
        row.start,
        row.last,
        row.last - row.start,
        sum(serial <= row.start for serial in taken),
        numbering.text(row.bureau, row.kind, row.year, row.last + 1),
    )


def gaps() -> list[str]:
    """Every series in which a number the system gave out has no paper, or a paper no number."""
    taken = _numbers_taken()
    rows = NumberSequence.objects.filter(kind__in=kinds.KINDS).select_related("bureau")
    found = []
    for row in rows.order_by("bureau__name", "kind", "year"):
        numbers = taken.pop((row.bureau_id, row.kind, row.year), {})
        found += [f"{row.bureau}{row}：{fault}" for fault in _faults(row, numbers)]
    labels = dict(kinds.choices())
    return found + [
        f"{labels.get(kind, kind)} {year} 年的文书没有字号序列" for _, kind, year in sorted(taken)
    ]


def _faults(row: NumberSequence, taken: dict[int, str]) -> Iterator[str]:
    if absent := sorted(set(range(row.start + 1, row.last + 1)) - taken.keys()):
        yield f"第 {_listed(absent)} 号没有文书，有漏号"
    if beyond := sorted(serial for serial in taken if serial > row.last):
        yield f"末号是 {row.last}，却有第 {_listed(beyond)} 号文书"
    entered = Document.Origin.PAPER
    if odd := sorted(
        at for at, origin in taken.items() if (at <= row.start) != (origin == entered)
    ):
        yield f"起始号是 {row.start}，第 {_listed(odd)} 号的来源与此不符"


def _listed(numbers: list[int]) -> str:
    return "、".join(map(str, numbers))


def _numbers_taken(**where) -> dict[tuple[int, str, int], dict[int, str]]:
    """(bureau, kind, year) → the serials of its papers, in whatever state, with their origin."""
    found = defaultdict(dict)
    rows = Document.objects.filter(serial__isnull=False, **where)
    for *series, serial, origin in rows.values_list("bureau", "kind", "year", "serial", "origin"):
        found[tuple(series)][serial] = origin
    return found
