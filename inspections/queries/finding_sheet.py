"""整改台账: the list of problems as a workbook."""

from datetime import date

from archives_enforcement.files import workbook as workbooks
from inspections.models import Finding
from inspections.queries.rectification import AWAITS_UNIT

COLUMNS = (
    ("单位", 24), ("检查日期", 12), ("检查类型", 12), ("序号", 6), ("问题", 44), ("整改要求", 44),
    ("依据", 34), ("严重程度", 12), ("整改期限", 12), ("状态", 10), ("逾期天数", 10),
    ("最近回复", 14), ("回复日期", 12), ("销号日期", 12),
)  # fmt: skip


def workbook(rows, today: date) -> bytes:
    """The rows as xlsx, one line each."""
    return workbooks.workbook("问题整改", COLUMNS, (_line(row, today) for row in rows))


def _line(row: Finding, today: date) -> list:
    visit, replies = row.inspection, list(row.replies.all())
    late = row.state in AWAITS_UNIT and row.due_on is not None and row.due_on < today
    last = replies[-1] if replies else None
    return [
        str(visit.unit),
        visit.day,
        visit.get_kind_display(),
        row.position,
        row.text,
        row.requirement,
        row.basis,
        f"{row.severity} {row.get_severity_display()}",
        row.due_on,
        row.get_state_display(),
        (today - row.due_on).days if late else None,
        last.get_kind_display() if last else None,
        last.replied_on if last else None,
        row.accepted_on,
    ]
