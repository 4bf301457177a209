"""Excel files that pages hand out and take in: one line a record."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from archives_enforcement.files.checks import OFFICE

XLSX = OFFICE + "spreadsheetml.sheet"
UNPACKED_LIMIT = 50 * 1024 * 1024


class Sheet(NamedTuple):
    """One sheet: its name, its columns as (head, width in characters), and its lines."""

    title: str
    columns: Sequence[tuple[str, int]]
    lines: Iterable[Sequence]


def workbook(title: str, columns: Sequence[tuple[str, int]], lines: Iterable[Sequence]) -> bytes:
    """The lines as xlsx under their heads, on one sheet."""
    return workbook_of([Sheet(title, columns, lines)])


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Several sheets as xlsx. Text is written as text, never as a formula; dates stay dates."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page, sheet: Sheet) -> None:
    page.append([head for head, _ in sheet.columns])
    for number, (_, width) in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    for place, line in enumerate(sheet.lines, start=2):
        for column, value in enumerate(line, start=1):
            _write(page.cell(place, column), value)


def _write(cell, value) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


class NotAWorkbook(ValueError):
    """The file cannot be read as xlsx; the message is a Chinese sentence."""


def read_sheets(content: bytes, *, lines: int = 2000, columns: int = 40) -> dict[str, list[list]]:
    """The cells of every sheet by its name, as text or numbers, up to so many lines and columns.

    Raises NotAWorkbook, also for a file that unpacks beyond all measure.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > UNPACKED_LIMIT:
                raise NotAWorkbook("文件展开后过大，没有读取。请删除多余的格式和空白行后再导入。")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        return {
            sheet.title: [
                list(line)
                for line in sheet.iter_rows(values_only=True, max_row=lines, max_col=columns)
            ]
            for sheet in book.worksheets
        }
    except (zipfile.BadZipFile, KeyError, OSError, IndexError, TypeError) as fault:
        raise NotAWorkbook("不是可以读取的 Excel（xlsx）文件，请另存为 xlsx 后再导入。") from fault
