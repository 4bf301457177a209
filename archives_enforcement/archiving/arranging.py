"""The papers and files of a record in the order of its case file, and what is still missing."""

from typing import NamedTuple

from archives_enforcement.archiving import gathering
from archives_enforcement.archiving.lines import (
    RECORD,
    Line,
    line_of_acts,
    line_of_file,
    line_of_paper,
)
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import (
    ALWAYS,
    INNER,
    MAIN,
    SORTS,
    Material,
    Place,
)
from archives_enforcement.archiving.traces import ANSWER, RECEIPT, Trace, Traces
from archives_enforcement.documents import kinds, scanning
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.models.delivery import Method

DELIVERY_RECEIPT = "delivery_receipt"
PROVED_ONLINE = (Method.ONLINE, Method.ELECTRONIC)
DELIVERY_LAW = "《中华人民共和国行政处罚法》第六十一条"
REST = (Place("其他材料"), Place("其他内部材料", part=INNER))


class Missing(NamedTuple):
    """What the law asks for and the file does not hold."""

    what: str
    basis: str
    kind: str = ""  # the paper that would fill the gap
    document: Document | None = None  # the paper that waits for its delivery
    part: str = MAIN
    waivable: bool = True


class Arrangement(NamedTuple):
    lines: list[Line]
    missing: list[Missing]
    unready: list[Document]  # issued, and the worker has not made their PDF yet
    unsigned: list[Document]  # records without a scan of their signed pages: remarked, not refused
    unissued: list[Document]  # drafts: they never come into the file
    traces: dict[tuple[str, int], Trace]  # what the record sheets are made of, by place and key

    def trace_of(self, line: Line) -> Trace | None:
        return self.traces.get((line.place, line.key)) if line.source == RECORD else None

    def at(self, place: str) -> list[Line]:
        return [line for line in self.lines if line.place == place]


def arrange(about: str, record) -> Arrangement:
    """The order as it stands now: every issued paper and every file has exactly one place.

    A paper that was corrected or made void since stays with the proof of its delivery, and says
    so; it no longer fills the place. What was done online and lies there on no paper has a record
    sheet (线上办理记录).
    """
    return _Arranger(about, record).result()


def arrangement_of(case_file: CaseFile) -> Arrangement:
    """The order of the record of a case file, made once for each time the row is read."""
    if not hasattr(case_file, "arrangement"):
        case_file.arrangement = arrange(case_file.about, case_file.subject)
    return case_file.arrangement


class _Arranger:
    def __init__(self, about, record):
        self.sort, self.record = SORTS[about], record
        self.bureau = record.owning_bureau().name
        self.route = self.sort.route(record)
        papers = list(self.sort.papers(record))
        self.unissued = [row for row in papers if row.is_open]
        self.papers = sorted(
            (row for row in papers if row.number), key=lambda row: (row.issued_on, row.pk)
        )
        self.newer = {row.replaces_id: row for row in self.papers if row.replaces_id}
        self.materials = [*self.sort.materials(record), *gathering.added(record)]
        self.proofs = gathering.proofs(self.papers)
        self.signed = gathering.signed(self.papers)
        self.answers = gathering.answers(self.papers)
        self.written = gathering.written_answers(self.papers)
        self.receipts = [row for row in self.papers if row.kind == DELIVERY_RECEIPT]
        self.online = Traces(record, self.route.places, self.papers)
        self.lines, self.placed, self.filled, self.traces = [], set(), set(), {}

    def result(self) -> Arrangement:
        for place in self.route.places:
            self._fill(place)
        for place, outward in zip(REST, (True, False), strict=True):
            self._rest(place, outward)
        unready = [row for row in self.papers if not hasattr(row, "rendition")]
        missing = [*self._empty_places(), *self._undelivered()]
        unsigned = scanning.lacking(self.papers)
        return Arrangement(self.lines, missing, unready, unsigned, self.unissued, self.traces)

    def _fill(self, place: Place) -> None:
        papers = [row for kind in place.kinds for row in self.papers if row.kind == kind]
        for paper in papers:
            self._add_paper(place, paper)
        trace = self.online.at(place)
        if trace:
            self._add_acts(place, trace)
        for material in self.materials:
            if material.key in (*place.materials, place.title):
                self._add_material(place, material)
        put_in = (row.key == place.title for row in self.materials)
        if trace or any(paper.holds for paper in papers) or any(put_in):
            self.filled.add(place.title)

    def _rest(self, place: Place, outward: bool) -> None:
        """What no place of the order names; what is not plainly outward stays inside."""
        for paper in self.papers:
            if paper.outward == outward:
                self._add_paper(place, paper)
        for material in self.materials if not outward else ():
            self._add_material(place, material)

    def _add_paper(self, place: Place, paper: Document) -> None:
        """A paper and its signed pages, what proves its delivery, the slips put right in it, and
        what was written back to it.
        """
        if not self._first(paper):
            return
        self.lines.append(line_of_paper(place, paper, self._ended(paper)))
        self._add_proofs(place, paper)
        for receipt in self.receipts:
            if paper.number in str(receipt.fields.get("papers", "")):
                self._add_paper(place, receipt)
        for notice in self.papers:
            if notice.fields.get("corrects") == paper.pk:
                self._add_paper(place, notice)
        self._add_written_answers(place, paper)

    def _add_proofs(self, place: Place, paper: Document) -> None:
        """Its signed pages, then what shows that it was delivered."""
        for scan in self.signed[paper.pk]:
            self._add_material(place, scan)
        if trace := self.online.of_paper(paper, RECEIPT):
            self._add_acts(place, trace)
        for proof in (*self.proofs[paper.pk], *self.answers[paper.pk]):
            self._add_material(place, proof)

    def _add_written_answers(self, place: Place, paper: Document) -> None:
        """What its receiver wrote back, word for word, and what he sent with it."""
        if trace := self.online.of_paper(paper, ANSWER):
            self._add_acts(place, trace)
        for material in self.written[paper.pk]:
            self._add_material(place, material)

    def _ended(self, paper: Document) -> str:
        """What became of a paper that no longer holds; empty while it does."""
        if newer := self.newer.get(paper.pk):
            return f"已更正，由{newer.number}代替"
        return "" if paper.holds else "已作废"

    def _add_acts(self, place: Place, trace: Trace) -> None:
        line = line_of_acts(place, trace.title, self.bureau, trace.entries)
        self.lines.append(line)
        self.traces[line.place, line.key] = trace

    def _add_material(self, place: Place, material: Material) -> None:
        if self._first(material.file):
            self.lines.append(line_of_file(place, material))

    def _first(self, row) -> bool:
        fresh = (type(row), row.pk) not in self.placed
        self.placed.add((type(row), row.pk))
        return fresh

    def _empty_places(self):
        """Mandatory places without a paper, a scan of one or an act of theirs done online."""
        kinds_held = {row.kind for row in self.papers if row.holds}
        conditions = self.sort.conditions(self.record, kinds_held) | {ALWAYS}
        for place in self.route.places:
            if place.needed in conditions and place.title not in self.filled:
                kind = place.kinds[0] if place.kinds else ""
                yield Missing(
                    place.title, place.basis, kind, part=place.part, waivable=place.waivable
                )

    def _undelivered(self):
        named = " ".join(str(row.fields.get("papers", "")) for row in self.receipts)
        for paper in self.papers:
            if not kinds.KINDS[paper.kind].outward:
                continue
            owed = {"document": paper, "waivable": not paper.affects_rights}
            for delivery in paper.deliveries.all():
                if delivery.delivered_on is None and delivery.acknowledged_on is None:
                    if paper.holds:
                        yield Missing(f"{paper}的送达", DELIVERY_LAW, **owed)
                elif not self._proved(paper, delivery, named):
                    yield Missing(f"{paper}的送达回证", DELIVERY_LAW, **owed)

    def _proved(self, paper, delivery, named: str) -> bool:
        online = delivery.method in ("", *PROVED_ONLINE)
        return online or bool(self.proofs[paper.pk]) or paper.number in named
