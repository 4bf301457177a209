"""Excel files that pages hand out: one sheet, one line a record."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from archives_enforcement.files.checks import OFFICE

XLSX = OFFICE + "spreadsheetml.sheet"


def workbook(title: str, columns: Sequence[tuple[str, int]], lines: Iterable[Sequence]) -> bytes:
    """The lines as xlsx under their heads; `columns` are (head, width in characters).

    Text is written as text, never as a formula; dates stay dates.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append([head for head, _ in columns])
    for number, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for place, line in enumerate(lines, start=2):
        for column, value in enumerate(line, start=1):
            _write(sheet.cell(place, column), value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write(cell, value) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
