"""What was done online (线上办理) at each place of a file, read from the trail in one query."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.archiving import blocks
from archives_enforcement.archiving.registry import Online, Place
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date, cn_datetime


class Trace(NamedTuple):
    """The acts on one record sheet, oldest first, and the records on which they were done."""

    title: str
    online: Online
    records: list
    entries: list[AuditEntry]


def signed_for(papers: list[Document]) -> list[dict]:
    """Who of the receiver signed for a paper online, and when it was opened first."""
    [paper] = papers
    found = []
    for row in paper.deliveries.select_related("acknowledged_by", "opened_by", "party"):
        opened = f"{row.opener}　{cn_datetime(row.opened_at)}" if row.opened_at else ""
        signed = f"{row.acknowledger}　{cn_date(row.acknowledged_on)}"
        found.append(
            blocks.fields(
                ("文书", paper.title),
                ("文号", paper.number),
                ("受送达人", row.party.name),
                ("首次打开", opened),
                ("签收", signed if row.acknowledged_on else ""),
            )
        )
    return found


def answered(papers: list[Document]) -> list[dict]:
    """What the receiver wrote back to a letter that asks, word for word."""
    [paper] = papers
    return [
        blocks.fields(
            ("来函", f"{paper.title}（{paper.number}）"),
            ("答复", row.text),
            (
                "答复人",
                f"{row.answered_by}　{cn_date(row.answered_on)}"
                f"（{'代录' if row.on_behalf else '在线填写'}）",
            ),
        )
        for row in paper.written_answers.select_related("answered_by")
    ]


# Acts on a paper itself; no place names them, they lie behind it wherever it lies.
RECEIPT = Online("网上签收", ("acknowledge",), lambda record: (), signed_for)
ANSWER = Online("书面答复", ("answer_letter", "enter_letter_answer"), lambda record: (), answered)
ON_PAPERS = (RECEIPT, ANSWER)


class Traces:
    """The acts on the records that the places of an order name, and on the papers of the file."""

    def __init__(self, record, places: Iterable[Place], papers: list[Document]):
        self.papers, self.entries = papers, defaultdict(list)
        onlines = [place.online for place in places if place.online]
        self.records = {source: list(source(record)) for source in {o.records for o in onlines}}
        concerned = [row for rows in self.records.values() for row in rows]
        actions = {name for o in (*onlines, *ON_PAPERS) for name in (*o.decisive, *o.around)}
        entries = AuditEntry.objects.about(*concerned, *papers).filter(action__in=actions)
        for entry in entries.order_by("sequence"):
            self.entries[entry.content_type_id, entry.object_id].append(entry)

    def at(self, place: Place) -> Trace | None:
        """What was done online at a place and lies there on no paper."""
        online = place.online
        if online is None:
            return None
        papers = [row for row in self.papers if row.kind in place.kinds and row.holds]
        records = [
            row
            for row in self.records[online.records]
            if self._proved(row, online) and (online.beside_papers or not _on_paper(row, papers))
        ]
        return self._trace(online.title, online, records)

    def of_paper(self, paper: Document, online: Online) -> Trace | None:
        """The receiver's signature for a paper given online, or what he wrote back to it."""
        records = [paper] if self._proved(paper, online) else []
        return self._trace(f"{paper.title}{online.title}", online, records)

    def _trace(self, title: str, online: Online, records: list) -> Trace | None:
        found = [entry for row in records for entry in self._acts(row, online)]
        found.sort(key=lambda entry: entry.sequence)
        return Trace(title, online, records, found) if found else None

    def _proved(self, row, online: Online) -> bool:
        return any(entry.action in online.decisive for entry in self.entries[_key(row)])

    def _acts(self, row, online: Online) -> list[AuditEntry]:
        wanted = {*online.decisive, *online.around}
        return [entry for entry in self.entries[_key(row)] if entry.action in wanted]


def _key(row) -> tuple[int, int]:
    return ContentType.objects.get_for_model(row).pk, row.pk


def _on_paper(row, papers: list[Document]) -> bool:
    """Whether a paper is about the record: drafted on it, or on what it belongs to."""
    kind, key = _key(row)
    return any(paper.content_type_id != kind or paper.object_id == key for paper in papers)
