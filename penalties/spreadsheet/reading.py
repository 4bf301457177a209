"""A benchmark's content from Excel: everything that is wrong is told by sheet, line and column."""

import copy
from collections.abc import Iterable
from typing import NamedTuple

from archives_enforcement.files.workbook import NotAWorkbook, read_sheets
from penalties.spreadsheet.cells import read_cell
from penalties.spreadsheet.columns import (
    BASES,
    GENERAL,
    LINES,
    SHEETS,
    Column,
)


class Fault(NamedTuple):
    """One cell that cannot be taken."""

    place: str
    why: str


class Reader:
    """Reads the sheets one after the other and gathers the faults."""

    def __init__(self, content: bytes, laws: dict[str, str]):
        self.laws = laws
        self.faults: list[Fault] = []
        try:
            self.sheets = read_sheets(content)
        except NotAWorkbook as fault:
            self.sheets = {}
            self.faults.append(Fault("文件", str(fault)))

    def lines(self, title: str) -> Iterable[tuple[int, dict]]:
        """The filled lines of a sheet with their numbers, each value read by its column."""
        rows = self.sheets.get(title)
        if rows is None:
            self.faults.append(Fault(f"工作表“{title}”", "没有这个工作表，请使用导出的文件修改"))
            return
        heads = [str(cell).strip() if cell is not None else "" for cell in (rows or [[]])[0]]
        columns = {column.head: column for column in SHEETS[title]}
        if missing := [head for head in columns if head not in heads]:
            self.faults.append(Fault(f"工作表“{title}”第 1 行", f"没有“{'”“'.join(missing)}”列"))
            return
        for number, cells in enumerate(rows[1:], start=2):
            named = dict(zip(heads, cells, strict=False))
            if any(named.get(head) not in (None, "") for head in columns):
                place = f"工作表“{title}”第 {number} 行"
                line = {
                    column.field: self.value(named.get(head), column, f"{place}“{head}”")
                    for head, column in columns.items()
                }
                yield number, {name: value for name, value in line.items() if value is not None}

    def value(self, cell, column: Column, place: str):
        """A cell as the value of its column; None for an empty one."""
        text = "" if cell is None else str(cell).strip()
        if not text:
            if column.needed:
                self.faults.append(Fault(place, "没有填写"))
            return [] if column.kind in (LINES, BASES) else None
        try:
            return read_cell(text, column, self.laws)
        except ValueError as fault:
            self.faults.append(Fault(place, str(fault)))
            return None


def content_of(file: bytes, before: dict, laws: dict[str, str]) -> tuple[dict, list[Fault]]:
    """The content a file makes of the one `before`, and every fault; with faults, do not use it.

    What Excel does not show (marks, sources of single entries) is kept from before, by code.
    `laws` gives the code of a law by its title.
    """
    reader = Reader(file, laws)
    if reader.faults:
        return before, reader.faults
    made = {name: part for name, part in copy.deepcopy(before).items() if part is not None}
    _general(reader, made)
    made["rule_set"]["rounding"] = [line for _, line in reader.lines("取整")]
    _repeat(reader, made)
    made["ranges"] = _ranges(reader, before)
    for name, title in (("tiers", "档次"), ("rows", "条目"), ("factors", "情节")):
        made[name] = _entries(reader, title, before.get(name, []))
    _weights(reader, made)
    return made, reader.faults


def _general(reader: Reader, made: dict) -> None:
    said = {line.get("item"): line.get("value") for _, line in _loose(reader)}
    for column, (*way, last) in GENERAL:
        value = reader.value(said.get(column.head), column, f"工作表“通则”的“{column.head}”")
        place = made
        for name in way:
            place = place.setdefault(name, {}) if value is not None else place.get(name) or {}
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value


def _repeat(reader: Reader, made: dict) -> None:
    """The repeat rule; without years and steps there is none."""
    steps = [line for _, line in reader.lines("重复违法")]
    rule = made.setdefault("repeat", {})
    rule["steps"] = steps
    if not steps and "years" not in rule:
        del made["repeat"]


def _loose(reader: Reader):
    """The lines of 通则, where the second column may be empty."""
    for number, cells in enumerate(reader.sheets.get("通则") or [], start=1):
        item, value, *_ = [*cells, None, None]
        yield number, {"item": item, "value": value}


def _entries(reader: Reader, title: str, before: list[dict]) -> list[dict]:
    known = {entry["code"]: entry for entry in before}
    names = [column.field for column in SHEETS[title]]
    found = []
    for _, line in reader.lines(title):
        kept = known.get(line.get("code"), {})
        rest = {name: value for name, value in kept.items() if name not in names}
        found.append(rest | line)
    return found


def _ranges(reader: Reader, before: dict) -> list[dict]:
    """Lines of one code are the bands of one range; all have to say the same of it."""
    found: dict[str, dict] = {}
    own = ("key", "party", "minimum", "maximum", "bases")
    known = {entry.get("key"): entry for entry in before.get("ranges", [])}
    for number, line in reader.lines("幅度"):
        key, place = line.get("key"), f"工作表“幅度”第 {number} 行"
        head = {name: line[name] for name in own if name in line}
        rest = {name: it for name, it in known.get(key, {}).items() if name not in (*own, "bands")}
        if "minimum" not in line and "times" not in rest:
            reader.faults.append(Fault(f"{place}“下限（元）”", "没有填写"))
        entry = found.setdefault(key, {**rest, **head, "bands": []})
        if {name: entry.get(name) for name in own} != {name: line.get(name) for name in own}:
            why = f"“{key}”的对象、上下限、依据与前面的行不一致"
            reader.faults.append(Fault(place, why))
        if band := {name: value for name, value in line.items() if name not in own}:
            entry["bands"].append(band)
    return list(found.values())


def _weights(reader: Reader, made: dict) -> None:
    factors: dict[str, dict] = {}
    for _, line in reader.lines("权重"):
        title, repeated = line.pop("factor", ""), line.pop("repeated", False)
        entry = factors.setdefault(title, {"title": title, "levels": []})
        if repeated:
            entry["repeated"] = True
        entry["levels"].append(line)
    if factors or "weights" in made:
        made.setdefault("weights", {})["factors"] = list(factors.values())
