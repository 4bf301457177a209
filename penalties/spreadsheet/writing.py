"""A benchmark's content to Excel."""

from collections.abc import Callable, Iterator

from archives_enforcement.files.workbook import Sheet, workbook_of
from penalties.spreadsheet.columns import BASES, FLAG, GENERAL, LABEL, LINES, SHEETS, Column

Cite = Callable[[list[dict]], str]


def as_workbook(content: dict, cite: Cite) -> bytes:
    """Every part of the benchmark, one sheet each; `cite` writes articles in words."""
    lines = {
        "通则": _general(content),
        "取整": content["rule_set"].get("rounding", []),
        "重复违法": (content.get("repeat") or {}).get("steps", []),
        "幅度": list(_bands(content)),
        "档次": content["tiers"],
        "条目": content["rows"],
        "情节": content["factors"],
        "权重": list(_levels(content)),
    }
    return workbook_of(
        Sheet(
            title,
            [(column.head, column.width) for column in columns],
            [[_cell(line.get(column.field), column, cite) for column in columns] for line in rows],
        )
        for title, columns in SHEETS.items()
        for rows in [lines[title]]
    )


def _general(content: dict) -> list[dict]:
    found = []
    for column, way in GENERAL:
        value = content
        for name in way:
            value = (value or {}).get(name)
        found.append({"item": column.head, "value": _cell(value, column, str)})
    return found


def _bands(content: dict) -> Iterator[dict]:
    """A line for each band; a range without bands has one line of its own."""
    for entry in content["ranges"]:
        for band in entry.get("bands") or [{}]:
            yield {**entry, **band}


def _levels(content: dict) -> Iterator[dict]:
    for factor in (content.get("weights") or {}).get("factors", []):
        for level in factor["levels"]:
            more = {"factor": factor["title"], "repeated": factor.get("repeated", False)}
            yield {**level, **more}


def _cell(value, column: Column, cite: Cite):
    if value is None:
        return None
    if column.kind == FLAG:
        return "是" if value else "否"
    if column.kind == LINES:
        return "\n".join(value)
    if column.kind == BASES:
        return cite(value) if value else None
    if column.kind == LABEL:
        return column.labels.get(value, value)
    return value
