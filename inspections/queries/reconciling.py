"""检查 = 笔录 = 反馈意见书 = 平台填报: what must agree about one visit, and what is missing."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Q, Subquery

from archives_enforcement.documents.models import Document
from archives_enforcement.files import workbook as workbooks
from archives_enforcement.workdays.clocks import Clocks
from archives_enforcement.workdays.models import Deadline
from inspections.models import Inspection
from inspections.queries import progress, recording, site_record, standing

NO_RECORD, NO_LETTER = "现场检查笔录还没有定稿", "反馈意见书还没有签发"
NO_REPORT = "还没有填报执法监督平台"
LETTER_CLOCK, REPORT_CLOCK = "D-I06", "D-I05"
COLUMNS = (
    ("单位", 30), ("检查日期", 12), ("检查类型", 12), ("状态", 10), ("笔录", 12),
    ("反馈意见书", 12), ("反馈期限", 12), ("平台填报", 12), ("填报期限", 12), ("缺少", 40),
)  # fmt: skip


class Part(NamedTuple):
    """One of the four, the day it was done, and the clock it runs under."""

    label: str
    done_on: date | None
    missing: str  # what is still to be done; empty when it is there
    clock: Deadline | None = None


def reconciled(inspection: Inspection, documents, clocks: Clocks) -> list[Part]:
    """The parts of a visit that has ended; neither a look-back nor what was not
    approved afterwards has a letter of its own.
    """
    if inspection.state not in recording.HELD:
        return []
    record = _paper("笔录", documents, site_record.KIND, NO_RECORD)
    asked = record.done_on or not inspection.is_look_back
    parts = [Part("检查", inspection.inspected_on, ""), *([record] if asked else ())]
    if not (inspection.is_look_back or inspection.refused_on):
        letter = _paper("反馈意见书", documents, progress.LETTER, NO_LETTER)
        parts.append(letter._replace(clock=clocks.find(inspection, LETTER_CLOCK)))
    told = "" if inspection.reported_on else NO_REPORT
    clock = clocks.find(inspection, REPORT_CLOCK)
    return [*parts, Part("平台填报", inspection.reported_on, told, clock)]


def _paper(label: str, documents, kind: str, missing: str) -> Part:
    paper = progress.latest(documents, kind)
    issued = paper.issued_on if paper and paper.state == Document.State.ISSUED else None
    return Part(label, issued, "" if issued else missing)


LACKS = {
    "record": Q(recorded_on=None) & ~Q(kind=Inspection.Kind.LOOK_BACK),
    "letter": Q(told_on=None, refused_on=None) & ~Q(kind=Inspection.Kind.LOOK_BACK),
    "report": Q(reported_on=None),
}


def unreconciled(rows):
    """Those of `rows` that took place and lack one of the four, the longest ago first."""
    rows = with_papers(rows.filter(state__in=recording.HELD))
    rows = rows.filter(LACKS["record"] | LACKS["letter"] | LACKS["report"])
    return rows.select_related("unit__party").order_by("inspected_on", "pk")


def with_papers(rows):
    """Each row with the days of its 笔录 (`recorded_on`) and of its letter (`told_on`)."""
    return rows.annotate(recorded_on=_last(standing.RECORD), told_on=_last(standing.LETTER))


def _last(kind: str) -> Subquery:
    papers = standing.papers(kind).filter(object_id=OuterRef("pk"))
    return Subquery(papers.order_by("-pk").values("issued_on")[:1])


def lines(rows: Iterable[Inspection]) -> list[tuple[Inspection, list[Part]]]:
    """The rows of `unreconciled` with their parts: the clocks of all are read at once."""
    rows = list(rows)
    clocks = Clocks(rows)
    return [(row, _parts(row, clocks)) for row in rows]


def _parts(row: Inspection, clocks: Clocks) -> list[Part]:
    """笔录, 反馈意见书 and 平台填报; a look-back is asked for the last alone."""
    own = not row.is_look_back
    told = own and row.refused_on is None
    return [
        Part("笔录", row.recorded_on, NO_RECORD if own and not row.recorded_on else ""),
        Part(
            "反馈意见书",
            row.told_on,
            NO_LETTER if told and not row.told_on else "",
            clocks.find(row, LETTER_CLOCK),
        ),
        Part(
            "平台填报",
            row.reported_on,
            "" if row.reported_on else NO_REPORT,
            clocks.find(row, REPORT_CLOCK),
        ),
    ]


def workbook(rows: Iterable[Inspection]) -> bytes:
    """The list as xlsx, one visit a line, what is missing named in words."""
    return workbooks.workbook("没有核对一致的检查", COLUMNS, map(_line, lines(rows)))


def _line(line: tuple[Inspection, list[Part]]) -> list:
    visit, (record, letter, report) = line
    return [
        str(visit.unit),
        visit.inspected_on,
        visit.get_kind_display(),
        visit.get_state_display(),
        record.done_on,
        letter.done_on,
        letter.clock and letter.clock.due_on,
        report.done_on,
        report.clock and report.clock.due_on,
        "；".join(part.missing for part in (record, letter, report) if part.missing),
    ]
