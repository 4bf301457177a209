"""A benchmark's content from Excel: everything that is wrong is told by sheet, line and column."""

import copy
import re
from collections.abc import Iterable
from typing import NamedTuple

from archives_enforcement.files.workbook import NotAWorkbook, read_sheets
from archives_enforcement.legislation.numerals import from_chinese
from penalties.spreadsheet.columns import (
    BASES,
    FLAG,
    GENERAL,
    LABEL,
    LINES,
    NUMBER,
    SHEETS,
    Column,
)

ARTICLE = re.compile(r"第([一二三四五六七八九十百零]+)条(?:第([一二三四五六七八九十]+)款)?"
                     r"(?:第（([一二三四五六七八九十]+)）项)?")  # fmt: skip
LAW = re.compile(r"《([^》]+)》([^《]*)")
FLAGS = {"是": True, "否": False}


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
            return self._read(text, cell, column)
        except ValueError as fault:
            self.faults.append(Fault(place, str(fault)))
            return None

    def _read(self, text: str, cell, column: Column):
        if column.kind == NUMBER:
            return _number(text)
        if column.kind == FLAG:
            return _one_of(FLAGS, text)
        if column.kind == LABEL:
            return _one_of({words: code for code, words in column.labels.items()}, text)
        if column.kind == LINES:
            return [line.strip() for line in text.splitlines() if line.strip()]
        if column.kind == BASES:
            return self._bases(text)
        return text

    def _bases(self, text: str) -> list[dict]:
        found = []
        for title, articles in LAW.findall(text):
            if title not in self.laws:
                raise ValueError(f"法律法规库中没有《{title}》，请核对名称")
            parts = list(ARTICLE.finditer(articles))
            if not parts:
                raise ValueError(f"《{title}》后面没有写第几条，应当像“第四十八条第（一）项”")
            found += [_basis(self.laws[title], *part.groups()) for part in parts]
        if not found:
            raise ValueError("应当写成《法律名称》第几条第几款第（几）项")
        return found


def _basis(law: str, *parts: str | None) -> dict:
    numbers = [part and from_chinese(part) for part in parts]
    return {"law": law, **dict(zip(("article", "paragraph", "item"), numbers, strict=True))}


def _number(text: str) -> int:
    plain = text.replace(",", "").replace("，", "").removesuffix(".0")
    if not plain.isdecimal():
        raise ValueError(f"应当是整数，不能是“{text}”")
    return int(plain)


def _one_of(known: dict, text: str):
    if text not in known:
        raise ValueError(f"没有“{text}”，应当是 {'、'.join(known)} 之一")
    return known[text]


def content_of(file: bytes, before: dict, laws: dict[str, str]) -> tuple[dict, list[Fault]]:
    """The content a file makes of the one `before`, and every fault; with faults, do not use it.

    What Excel does not show (marks, sources of single entries) is kept from before, by code.
    `laws` gives the code of a law by its title.
    """
    reader = Reader(file, laws)
    if reader.faults:
        return before, reader.faults
    made = copy.deepcopy(before)
    _general(reader, made)
    made["rule_set"]["rounding"] = [line for _, line in reader.lines("取整")]
    steps = [line for _, line in reader.lines("重复违法")]
    if steps or "repeat" in made:
        made.setdefault("repeat", {})["steps"] = steps
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
        found.append(rest | {"outcome": kept["outcome"]} if "outcome" in kept else rest)
        found[-1] = found[-1] | line
    return found


def _ranges(reader: Reader, before: dict) -> list[dict]:
    """Lines of one code are the bands of one range; all have to say the same of it."""
    found: dict[str, dict] = {}
    own = ("key", "party", "minimum", "maximum", "bases")
    times = {entry.get("key"): entry.get("times") for entry in before.get("ranges", [])}
    for number, line in reader.lines("幅度"):
        head = {name: line[name] for name in own if name in line}
        entry = found.setdefault(line.get("key"), {**head, "bands": []})
        if {name: entry.get(name) for name in own} != {name: line.get(name) for name in own}:
            place = f"工作表“幅度”第 {number} 行"
            why = f"“{line.get('key')}”的对象、上下限、依据与前面的行不一致"
            reader.faults.append(Fault(place, why))
        if band := {name: value for name, value in line.items() if name not in own}:
            entry["bands"].append(band)
    for key, entry in found.items():
        if times.get(key):
            entry["times"] = times[key]
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
