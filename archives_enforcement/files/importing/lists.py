"""Reading a list from Excel or CSV, and giving it back with what is wrong with each row."""

import csv
import io
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from openpyxl import load_workbook

from archives_enforcement.files.workbook import (
    UNPACKED_LIMIT,
    UNREADABLE,
    Sheet,
    workbook_of,
)
from archives_enforcement.workflow import Refused

MOST_COLUMNS = 40
REASON = "原因"
WHERE = "行"


class Row(NamedTuple):
    number: int  # as the spreadsheet counts: the heading is row 1
    cells: dict[str, str]


@dataclass(frozen=True)
class Rejection:
    row: int
    column: str
    reason: str


class Column(NamedTuple):
    """One column: the headings it may stand under, the official one first, and how it is filled."""

    headings: tuple[str, ...]
    hint: str
    needed: bool = False


@dataclass(frozen=True)
class Shape:
    """What a list of one kind looks like; `noun` is what a row of it is."""

    noun: str
    columns: dict[str, Column]
    limit: int = 20_000  # rows

    def heading(self, name: str) -> str:
        return self.columns[name].headings[0]

    def read(self, name: str, content: bytes) -> list[Row]:
        """The filled rows of the first sheet; Refused when the file is not such a list."""
        heads, *lines = self._lines(name, content)
        names = self._names(heads)
        if len(lines) > self.limit:
            raise Refused(f"一次最多导入 {self.limit} 行，这个文件有 {len(lines)} 行，请分开导入。")
        rows = []
        for number, line in enumerate(lines, 2):
            cells = {
                column: text for column, text in zip(names, line, strict=False) if column and text
            }
            if cells:
                rows.append(Row(number, cells))
        if not rows:
            raise Refused(f"表头下面没有{self.noun}。请填写后再导入。")
        return rows

    def _lines(self, name: str, content: bytes) -> list[list[str]]:
        is_csv = name.lower().endswith(".csv")
        lines = _csv(content) if is_csv else _excel(name, content, self.limit + 2)
        if not lines:
            raise Refused("文件里没有内容。请使用“下载模板”得到的表格填写。")
        return lines

    def _names(self, heads: list[str]) -> list[str | None]:
        """The name of each column of a file, None for one that is not of the list."""
        known = {text: name for name, column in self.columns.items() for text in column.headings}
        names = [known.get(text.rstrip("*").strip()) for text in heads]
        absent = [
            self.heading(name)
            for name, column in self.columns.items()
            if column.needed and name not in names
        ]
        if absent:
            raise Refused(f"第 1 行没有“{'”“'.join(absent)}”列。请使用模板的表头，不要改动列名。")
        return names

    def template(self) -> bytes:
        """An empty list under the official headings, and how each column is filled."""
        heads = [(self.heading(name), 20) for name in self.columns]
        hints = [
            (column.headings[0], "必填" if column.needed else "可以不填", column.hint)
            for column in self.columns.values()
        ]
        explained = (("列", 20), ("是否必填", 12), ("怎样填写", 70))
        return workbook_of([Sheet(self.noun, heads, []), Sheet("填写说明", explained, hints)])

    def returned(self, name: str, content: bytes, rejected: list[Rejection]) -> bytes:
        """The same list with the reasons in a last column; every row keeps its number."""
        heads, *lines = self._lines(name, content)
        used = {place for line in lines for place, text in enumerate(line) if text}
        kept = [
            place for place, head in enumerate(heads) if head != REASON and (head or place in used)
        ]
        why = defaultdict(list)
        for fault in rejected:
            why[fault.row].append(f"{fault.column}：{fault.reason}")
        filled = [
            [*(line[place] if place < len(line) else "" for place in kept), "\n".join(why[number])]
            for number, line in enumerate(lines, 2)
        ]
        columns = [*((heads[place], 20) for place in kept), (REASON, 50)]
        return workbook_of([Sheet(self.noun, columns, filled)])


def _csv(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            return [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(text))]
        except csv.Error as fault:  # a cell of more than 131,072 characters
            raise Refused("CSV 文件里有一格文字过长，没有读取。请检查引号是否成对。") from fault
    raise Refused("CSV 文件的文字编码不能识别，请另存为 UTF-8 或 Excel 后再导入。")


def _excel(name: str, content: bytes, most: int) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > UNPACKED_LIMIT:
                raise Refused("文件展开后过大，没有读取。请删除多余的格式和空白行后再导入。")
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        lines = sheet.iter_rows(values_only=True, max_row=most, max_col=MOST_COLUMNS)
        return [[_text(cell) for cell in line] for line in lines]
    except UNREADABLE as fault:
        if isinstance(fault, Refused):
            raise
        raise Refused(
            f"“{name}”不是可以读取的 Excel（xlsx）文件，请另存为 xlsx 后再导入。"
        ) from fault


def _text(cell) -> str:
    """A cell as it is read: a whole number without its point, a day as 2024-03-05."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
