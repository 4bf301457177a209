"""检查 = 笔录 = 反馈意见书 = 平台填报: what must agree about one visit, and what is missing."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from inspections.models import Inspection
from inspections.queries import progress, recording, site_record


class Part(NamedTuple):
    """One of the four, the day it was done, and the clock it runs under."""

    label: str
    done_on: date | None
    missing: str  # what is still to be done; empty when it is there
    clock: Deadline | None = None


def reconciled(inspection: Inspection, documents) -> list[Part]:
    """The parts of a visit that has ended; neither a look-back nor what was not
    approved afterwards has a letter of its own.
    """
    if inspection.state not in recording.HELD:
        return []
    clocks = {row.code: row for row in deadlines.for_subject(inspection)}
    parts = [
        Part("检查", inspection.inspected_on, ""),
        _paper("笔录", documents, site_record.KIND, "现场检查笔录还没有定稿"),
    ]
    if not (inspection.is_look_back or inspection.refused_on):
        letter = _paper("反馈意见书", documents, progress.LETTER, "反馈意见书还没有签发")
        parts.append(letter._replace(clock=clocks.get("D-I06")))
    told = "" if inspection.reported_on else "还没有填报执法监督平台"
    return [*parts, Part("平台填报", inspection.reported_on, told, clocks.get("D-I05"))]


def _paper(label: str, documents, kind: str, missing: str) -> Part:
    paper = progress.latest(documents, kind)
    issued = paper.issued_on if paper and paper.state == Document.State.ISSUED else None
    return Part(label, issued, "" if issued else missing)
