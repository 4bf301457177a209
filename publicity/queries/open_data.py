"""Published decisions as open data: the same columns in Excel and in JSON."""

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
