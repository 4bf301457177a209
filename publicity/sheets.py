"""Public records as files: Excel both ways, and the same lines as open data in JSON."""

import json
from datetime import date

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from archives_enforcement.files.workbook import XLSX, NotAWorkbook, read_sheets, workbook
from archives_enforcement.workflow import Refused
from publicity.list_kinds import KINDS, MOST_LINES
from publicity.models import PublicList


def starred(kind: str) -> list[tuple[str, int]]:
    """The columns of a kind of list; a star marks what must be filled."""
    columns = KINDS[kind].columns
    return [(f"{each.head}*" if each.needed else each.head, each.width) for each in columns]


def list_workbook(row: PublicList) -> bytes:
    return workbook(row.about.label, starred(row.kind), row.rows)


def rows_from(kind: str, content: bytes) -> list[list[str]]:
    """The lines under the heads of the first sheet; Refused when it is not such a file."""
    try:
        sheets = read_sheets(content, lines=MOST_LINES + 2, columns=len(KINDS[kind].columns))
    except NotAWorkbook as fault:
        raise Refused(str(fault)) from fault
    heads, *lines = next(iter(sheets.values()), []) or [[]]
    wanted = KINDS[kind].heads
    if [str(head or "").rstrip("*").strip() for head in heads] != wanted:
        raise Refused(
            f"第一行应当依次是 {'、'.join(wanted)}。请先导出这份清单，在导出的文件里修改后再导入。"
        )
    return [["" if cell is None else str(cell) for cell in line] for line in lines]


def excel(content: bytes, name: str) -> HttpResponse:
    """An Excel file to be saved under a Chinese name."""
    return _attached(HttpResponse(content, content_type=XLSX), f"{name}.xlsx")


def open_data(record: dict, name: str) -> HttpResponse:
    """A record as JSON; days are written as ISO 8601 writes them."""
    text = json.dumps(record, ensure_ascii=False, indent=1, default=_plain)
    return _attached(HttpResponse(text, content_type="application/json"), f"{name}.json")


def _plain(value) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _attached(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
