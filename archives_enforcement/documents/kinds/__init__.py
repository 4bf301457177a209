"""文书种类: one table of what the bureau issues; the wording is data (`Wording`).

Seizure (查封、扣押) is not in it: no archives law grants the measure (行政强制法第十条、第十一条);
the page `documents:seizure` says so, and what may be done instead.
Receipts for fines are printed by the treasury (行政处罚法第七十条) and only entered by number.
"""

from archives_enforcement.documents.kinds import (
    cases,
    enforcing,
    leads,
    oversight,
    rectifying,
    visits,
)
from archives_enforcement.documents.kinds.kind import Kind

RENDER = "render_document"  # the job that makes the PDF of an issued document

KINDS: dict[str, Kind] = {
    **visits.KINDS,
    **rectifying.KINDS,
    **leads.KINDS,
    **cases.KINDS,
    **enforcing.KINDS,
    **oversight.KINDS,
}
PHASES = {
    "监督检查": visits.KINDS,
    "整改": rectifying.KINDS,
    "线索": leads.KINDS,
    "行政处罚": cases.KINDS,
    "执行与移送": enforcing.KINDS,
    "监督与公开": oversight.KINDS,
}

OTHER_SERIES: dict[str, str] = {}  # 代字 → what else is numbered (案件); its app names it here


def label_of(series: str) -> str:
    """What a series numbers, in Chinese: a kind of document, or what its app has named."""
    return KINDS[series].label if series in KINDS else OTHER_SERIES[series]


def choices(*, outward: bool = False):
    """For a model field: code and Chinese name; of those alone that go out, if so asked."""
    return [(code, kind.label) for code, kind in KINDS.items() if kind.outward or not outward]


def drafted_on(about: str) -> dict[str, Kind]:
    """The kinds that may be drafted on one sort of record through the common page."""
    return {code: kind for code, kind in KINDS.items() if about in kind.about}
