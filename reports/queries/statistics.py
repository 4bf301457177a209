"""六张统计表: permits, penalties, coercion, levies, requisitions and checks of a year.

国办发〔2018〕118号 asks for the yearly data, not for a form; provinces publish these six tables.
Decisions made from 1 January to 31 December are counted, those later revoked among them,
and 0 is written where nothing happened or where the bureau has no such power.
"""

from collections.abc import Callable
from typing import NamedTuple

from archives_enforcement.accounts.models import Party
from inspections.models import Inspection
from penalties.models import Decision
from penalties.queries.papers import DECISIONS
from reports.queries.year import Year

TITLE = "行政执法统计表"
HEAD = ["统计表", "项目", "数量", "单位"]
WIDTHS = [32, 72, 28, 24]  # mm
NOTES = {  # what stands behind a zero
    "行政许可": "本系统不办理行政许可。",
    "行政强制": "档案法律法规没有授予行政强制措施权。",
    "行政征收": "没有此项职权。",
    "行政征用": "没有此项职权；报请征购档案不是征用。",
}
WARNING, FINE, GAINS = "警告", "罚款", "没收违法所得"


class Row(NamedTuple):
    label: str
    value: int
    unit: str


class Table(NamedTuple):
    """One of the six; `note` says what it stands for where zeros alone would not."""

    title: str
    rows: list[Row]
    note: str = ""


def tables(records: Year) -> list[Table]:
    """All six, in the order in which they are published."""
    return [make(records) for make in MAKERS]


def _permits(records: Year) -> Table:
    labels = ("申请", "受理", "准予许可", "不予许可", "撤销许可")
    return Table("行政许可", [Row(label, 0, "件") for label in labels], NOTES["行政许可"])


def _penalties(records: Year) -> Table:
    decided = [row.assessment for row in decisions(records)]
    spot = records.papers("summary_decision")
    return Table("行政处罚", [
        Row("处罚决定", len(decided), "件"),
        Row("其中：简易程序（当场处罚）", len(spot), "件"),
        Row(WARNING, sum(WARNING in row.snapshot["kinds"] for row in decided), "件"),
        Row(FINE, sum(row.fine > 0 for row in decided), "件"),
        Row(GAINS, sum(row.gains > 0 for row in decided), "件"),
        Row("罚没金额（按决定时）", sum(row.fine + row.gains for row in decided), "元"),
    ])  # fmt: skip


def decisions(records: Year) -> list[Decision]:
    """The decisions whose papers were issued in the year, whatever became of them."""
    keys = [paper.pk for paper in records.papers(*DECISIONS)]
    rows = Decision.objects.filter(document__in=keys).select_related("assessment")
    return list(rows.order_by("pk"))


def _coercion(records: Year) -> Table:
    return Table("行政强制", [
        Row("行政强制措施（查封、扣押等）", 0, "件"),
        Row("加处罚款", len(records.papers("surcharge_decision")), "件"),
        Row("申请人民法院强制执行", len(records.papers("enforcement_application")), "件"),
    ], NOTES["行政强制"])  # fmt: skip


def _levies(records: Year) -> Table:
    return Table("行政征收", [Row("征收", 0, "次"), Row("征收金额", 0, "元")], NOTES["行政征收"])


def _requisitions(records: Year) -> Table:
    return Table("行政征用", [Row("征用", 0, "次")], NOTES["行政征用"])


def _checks(records: Year) -> Table:
    checks = records.all_checks()
    firms = [row for row in checks if row.unit.party.kind in Party.ENTERPRISES]
    return Table("行政检查", [
        Row("检查", len(checks), "次"),
        Row("其中：对企业的检查", len(firms), "次"),
        Row("检查单位", len({row.unit_id for row in checks}), "个"),
        Row("回头看", _look_backs(records), "次"),
        Row("发现问题", len(records.findings()) + len(records.past_findings()), "项"),
        Row("责令改正（限期整改）通知书", len(records.papers("correction_order")), "份"),
    ])  # fmt: skip


def _look_backs(records: Year) -> int:
    visits = [*records.visits(), *records.past_visits()]
    return sum(row.kind == Inspection.Kind.LOOK_BACK for row in visits)


MAKERS: tuple[Callable[[Year], Table], ...] = (
    _permits, _penalties, _coercion, _levies, _requisitions, _checks,
)  # fmt: skip


def as_attachment(found: list[Table], year: int) -> dict:
    """The six as one table behind the report."""
    rows = [
        [f"{place}．{table.title}" if first else "", row.label, str(row.value), row.unit]
        for place, table in enumerate(found, start=1)
        for row, first in _marked(table.rows)
    ]
    return {"title": f"{year}年{TITLE}", "head": HEAD, "rows": rows, "widths": WIDTHS}


def _marked(rows: list[Row]):
    return ((row, place == 0) for place, row in enumerate(rows))


def from_attachments(attachments: list[dict]) -> list[Table]:
    """The six as they stand behind a report; none behind one that was issued before they did."""
    found: list[Table] = []
    for attached in attachments:
        if attached.get("head") != HEAD:
            continue
        for title, label, value, unit in attached["rows"]:
            if title:
                found.append(Table(title.partition("．")[2], [], NOTES.get(title[2:], "")))
            found[-1].rows.append(Row(label, int(value), unit))
    return found
