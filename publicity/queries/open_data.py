"""Published decisions as open data: the same columns in Excel and in JSON (docs/open-data.md)."""

from collections.abc import Iterable

from archives_enforcement.files.workbook import workbook
from publicity.models import Notice

COLUMNS = (  # head in Excel, name in JSON, width
    ("文号", "number", 26),
    ("案件名称", "title", 44),
    ("当事人", "party_name", 30),
    ("违法事实", "facts", 60),
    ("依据", "basis", 44),
    ("决定", "outcome", 44),
    ("决定机关", "issuer", 30),
    ("决定日期", "decided_on", 14),
    ("公布日期", "published_on", 14),
    ("停止公示日期", "expires_on", 14),
)


RESULTS = (
    ("文号", "number", 26),
    ("被检查单位", "party_name", 36),
    ("检查类型", "get_check_kind_display", 14),
    ("检查日期", "checked_on", 14),
    ("执法证件编号", "certificates", 30),
    ("依据", "basis", 44),
    ("检查结果", "facts", 50),
    ("整改情况", "outcome", 50),
    ("应整改问题（项）", "found", 16),
    ("已整改（项）", "fixed", 14),
    ("单位撤销终结（项）", "ended", 18),
    ("检查机关", "issuer", 30),
    ("反馈日期", "decided_on", 14),
    ("公布日期", "published_on", 14),
    ("停止公示日期", "expires_on", 14),
)
RESULT_NAMES = {"get_check_kind_display": "check_kind", "facts": "result", "outcome": "progress"}


def results(notices: Iterable[Notice]) -> list[dict]:
    """Each result of a check by the names of the columns."""
    return [
        {RESULT_NAMES.get(name, name): _read(notice, name) for _, name, _ in RESULTS}
        for notice in notices
    ]


def workbook_of_results(notices: Iterable[Notice]) -> bytes:
    heads = [(head, width) for head, _, width in RESULTS]
    lines = ([_read(notice, name) for _, name, _ in RESULTS] for notice in notices)
    return workbook("检查结果公示", heads, lines)


def _read(notice: Notice, name: str):
    value = getattr(notice, name)
    return value() if callable(value) else value


def records(notices: Iterable[Notice]) -> list[dict]:
    """Each decision by the names of the columns, the kind of paper beside it."""
    return [
        {"kind": notice.document.get_kind_display()}
        | {name: getattr(notice, name) for _, name, _ in COLUMNS}
        for notice in notices
    ]


def workbook_of(notices: Iterable[Notice]) -> bytes:
    heads = [(head, width) for head, _, width in COLUMNS]
    lines = ([getattr(notice, name) for _, name, _ in COLUMNS] for notice in notices)
    return workbook("行政执法公示", heads, lines)
