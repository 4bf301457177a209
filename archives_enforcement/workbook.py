"""Excel files that pages hand out: one line a record."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


class Sheet(NamedTuple):
    """One sheet: its name, its columns as (head, width in characters), and its lines."""

    title: str
    columns: Sequence[tuple[str, int]]
    lines: Iterable[Sequence]


def workbook(title: str, columns: Sequence[tuple[str, int]], lines: Iterable[Sequence]) -> bytes:
    """The lines as xlsx under their heads, on one sheet."""
    return workbook_of([Sheet(title, columns, lines)])


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Several sheets as xlsx. Text is written as text, never as a formula; dates stay dates.

    The lines go to disk as they come, so that a long list is never whole in memory.
    """
    book = Workbook(write_only=True)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page, sheet: Sheet) -> None:
    for number, (_, width) in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = "A2"
    heads, cells = Cells(page, font=BOLD), Cells(page, alignment=WRAPPED)
    page.append([heads.of(head) for head, _ in sheet.columns])
    for line in sheet.lines:
        page.append([cells.of(value) for value in line])


class Cells:
    """Cells of one look. What a kind of value looks like is worked out once: it is what costs."""

    def __init__(self, page, **style):
        self.page, self.style, self.known = page, style, {}

    def of(self, value) -> Cell | None:
        if value is None:
            return None  # stays empty
        cell, kind = WriteOnlyCell(self.page, value), type(value)
        if isinstance(value, str):
            cell.data_type = "s"
        if kind not in self.known:
            for name, part in self.style.items():
                setattr(cell, name, part)
            self.known[kind] = cell._style  # openpyxl has no public name for it
        cell._style = self.known[kind]
        return cell
