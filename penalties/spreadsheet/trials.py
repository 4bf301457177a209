"""A trial of a draft benchmark to Excel."""

from collections.abc import Iterable

from archives_enforcement.files.workbook import Sheet, workbook_of

COLUMNS = [
    ("案件", 44), ("决定书文号", 24), ("决定日期", 14), ("原档次", 10), ("原幅度", 26),
    ("决定金额（元）", 16), ("草稿条目", 12), ("草稿档次", 10), ("草稿幅度", 26),
    ("草稿建议金额（元）", 18), ("差额（元）", 14), ("原决定在草稿幅度以内", 20),
    ("不再有的理由", 44), ("新的理由", 44), ("用不上的事实", 36), ("说明", 36),
]  # fmt: skip
INSIDE = {True: "是", False: "否", None: ""}


def as_workbook(lines: Iterable, counts: list[tuple[str, int]]) -> bytes:
    """`lines` are those of `queries.trials`; the counts stand on a sheet of their own."""
    return workbook_of(
        [
            Sheet("试算", COLUMNS, [_cells(row) for row in lines]),
            Sheet("合计", [("项目", 30), ("件数", 10)], counts),
        ]
    )


def _cells(row) -> list:
    decision = row.decision
    return [
        decision.case.name, decision.document.number, decision.decided_on, row.tier, row.band,
        row.fine, row.row, row.new_tier, row.new_band, row.suggestion, row.difference,
        INSIDE[row.inside], "\n".join(row.gone), "\n".join(row.come), "\n".join(row.lost), row.note,
    ]  # fmt: skip
