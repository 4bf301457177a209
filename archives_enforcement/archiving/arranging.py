"""The papers and files of a record in the order of its case file, and what is still missing."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

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
from archives_enforcement.archiving.traces import Trace, Traces
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import DeliveryAttempt, Document
from archives_enforcement.documents.models.delivery import Method
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_about

RECEIPT = "delivery_receipt"
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


class Arrangement(NamedTuple):
    lines: list[Line]
    missing: list[Missing]
    unready: list[Document]  # issued, and the worker has not made their PDF yet
    unissued: list[Document]  # drafts: they never come into the file
    traces: dict[tuple[str, int], Trace]  # what the record sheets are made of, by place and key

    def trace_of(self, line: Line) -> Trace | None:
        return self.traces.get((line.place, line.key)) if line.source == RECORD else None

    def at(self, place: str) -> list[Line]:
        return [line for line in self.lines if line.place == place]


def arrange(about: str, record) -> Arrangement:
    """The order as it stands now: every issued paper and every file has exactly one place.

    What was done online and lies there on no paper has a record sheet (线上办理记录).
    """
    return _Arranger(about, record).result()


class _Arranger:
    def __init__(self, about, record):
        self.sort, self.record = SORTS[about], record
        self.bureau = record.owning_bureau().name
        self.route = self.sort.route(record)
        papers = [row for row in self.sort.papers(record) if row.state != Document.State.VOID]
        self.unissued = [row for row in papers if row.state != Document.State.ISSUED]
        self.papers = sorted(
            (row for row in papers if row.state == Document.State.ISSUED),
            key=lambda row: (row.issued_on, row.pk),
        )
        self.materials = [*self.sort.materials(record), *_added(record)]
        self.proofs = _proofs(self.papers)
        self.receipts = [row for row in self.papers if row.kind == RECEIPT]
        self.online = Traces(record, self.route.places, self.papers)
        self.lines, self.placed, self.filled, self.traces = [], set(), set(), {}

    def result(self) -> Arrangement:
        for place in self.route.places:
            self._fill(place)
        for place, outward in zip(REST, (True, False), strict=True):
            self._rest(place, outward)
        unready = [row for row in self.papers if not hasattr(row, "rendition")]
        missing = [*self._empty_places(), *self._undelivered()]
        return Arrangement(self.lines, missing, unready, self.unissued, self.traces)

    def _fill(self, place: Place) -> None:
        for kind in place.kinds:
            for paper in self.papers:
                if paper.kind == kind:
                    self._add_paper(place, paper)
                    self.filled.add(place.title)
        if trace := self.online.at(place):
            self._add_acts(place, trace)
            self.filled.add(place.title)
        for material in self.materials:
            if material.key in (*place.materials, place.title):
                self._add_material(place, material)
            if material.key == place.title:
                self.filled.add(place.title)

    def _rest(self, place: Place, outward: bool) -> None:
        """What no place of the order names; what is not plainly outward stays inside."""
        for paper in self.papers:
            if paper.outward == outward:
                self._add_paper(place, paper)
        for material in self.materials if not outward else ():
            self._add_material(place, material)

    def _add_paper(self, place: Place, paper: Document) -> None:
        """A paper, then what proves its delivery."""
        if not self._first(paper):
            return
        self.lines.append(line_of_paper(place, paper))
        if trace := self.online.receipt(paper):
            self._add_acts(place, trace)
        for proof in self.proofs[paper.pk]:
            self._add_material(place, proof)
        for receipt in self.receipts:
            if paper.number in str(receipt.fields.get("papers", "")):
                self._add_paper(place, receipt)

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
        kinds_held = {row.kind for row in self.papers}
        conditions = self.sort.conditions(self.record, kinds_held) | {ALWAYS}
        for place in self.route.places:
            if place.needed in conditions and place.title not in self.filled:
                kind = place.kinds[0] if place.kinds else ""
                yield Missing(place.title, place.basis, kind=kind, part=place.part)

    def _undelivered(self):
        named = " ".join(str(row.fields.get("papers", "")) for row in self.receipts)
        for paper in self.papers:
            if not kinds.KINDS[paper.kind].outward:
                continue
            for delivery in paper.deliveries.all():
                if delivery.delivered_on is None and delivery.acknowledged_on is None:
                    yield Missing(f"{paper}的送达", DELIVERY_LAW, document=paper)
                elif not self._proved(paper, delivery, named):
                    yield Missing(f"{paper}的送达回证", DELIVERY_LAW, document=paper)

    def _proved(self, paper, delivery, named: str) -> bool:
        online = delivery.method in ("", *PROVED_ONLINE)
        return online or bool(self.proofs[paper.pk]) or paper.number in named


def _proofs(papers) -> dict[int, list[Material]]:
    """What was kept of each delivery, by the key of the paper."""
    found = {paper.pk: [] for paper in papers}
    by_key = {paper.pk: paper for paper in papers}
    attempts = DeliveryAttempt.objects.filter(delivery__document__in=found)
    for attempt, file in files_about(attempts.select_related("delivery").order_by("pk")):
        paper = by_key[attempt.delivery.document_id]
        title = f"{paper.get_kind_display()}送达证明（{attempt.get_method_display()}）"
        day = (
            attempt.made_on
        )  # what was published or signed then; a term that runs is no date of it
        found[paper.pk].append(Material("", file, title, paper.bureau.name, day))
    return found


def _added(record) -> list[Material]:
    """Files that were put straight into a place of the case file."""
    kind = ContentType.objects.get_for_model
    case_file = CaseFile.objects.filter(content_type=kind(record), object_id=record.pk)
    rows = StoredFile.objects.filter(
        content_type=kind(CaseFile), object_id__in=case_file.values("pk")
    )
    bureau = record.owning_bureau().name
    return [
        Material(row.purpose, row, f"{row.purpose}（{_bare(row.name)}）", bureau, _day(row))
        for row in rows.order_by("pk")
    ]


def _bare(name: str) -> str:
    return name.rsplit(".", 1)[0]


def _day(row: StoredFile) -> date:
    return timezone.localdate(row.uploaded_at)
