"""Reading a list of units from Excel or CSV: rows as text, with the place each came from."""

import csv
import io
import zipfile
from typing import NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from archives_enforcement.workflow import Refused

ROW_LIMIT = 5000
UNPACKED_LIMIT = 50 * 1024 * 1024
# Column heading → name; the first is the official heading, all are accepted.
COLUMNS = {
    "name": ("单位名称", "名称"),
    "credit_code": ("统一社会信用代码", "信用代码"),
    "kind": ("性质", "单位性质"),
    "legal_representative": ("负责人", "法定代表人或负责人", "法定代表人"),
    "address": ("地址",),
    "short_name": ("简称",),
    "system": ("所属系统",),
    "parent": ("主管单位",),
    "is_key_monitored": ("重点监控",),
    "is_backup_registered": ("登记备份",),
    "archivist": ("档案工作联系人", "联系人"),
    "phone": ("联系电话", "电话"),
}
REQUIRED = ("name", "kind")
HEADINGS = {heading: name for name, headings in COLUMNS.items() for heading in headings}


class Row(NamedTuple):
    number: int  # as the spreadsheet counts: the heading is row 1
    cells: dict[str, str]


def heading(name: str) -> str:
    return COLUMNS[name][0]


def read(name: str, content: bytes) -> list[Row]:
    """The filled rows of the first sheet; Refused when the file is not such a list."""
    lines = _csv(content) if name.lower().endswith(".csv") else _excel(name, content)
    if not lines:
        raise Refused("文件里没有内容。请使用“下载模板”得到的表格填写。")
    names = [HEADINGS.get(text) for text in lines[0]]
    absent = [heading(column) for column in REQUIRED if column not in names]
    if absent:
        raise Refused(f"第 1 行没有“{'”“'.join(absent)}”列。请使用模板的表头，不要改动列名。")
    if len(lines) - 1 > ROW_LIMIT:
        raise Refused(f"一次最多导入 {ROW_LIMIT} 行，这个文件有 {len(lines) - 1} 行，请分开导入。")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = {column: text for column, text in zip(names, line, strict=False) if column and text}
        if cells:
            rows.append(Row(number, cells))
    if not rows:
        raise Refused("表头下面没有单位。请填写后再导入。")
    return rows


def _csv(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(text))]
    raise Refused("CSV 文件的文字编码不能识别，请另存为 UTF-8 或 Excel 后再导入。")


def _excel(name: str, content: bytes) -> list[list[str]]:
    refusal = Refused(f"“{name}”不是可以读取的 Excel（xlsx）文件，请另存为 xlsx 后再导入。")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > UNPACKED_LIMIT:
                raise Refused("文件展开后过大，没有读取。请删除多余的格式和空白行后再导入。")
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        lines = [
            [_text(cell) for cell in line]
            for line in sheet.iter_rows(values_only=True, max_row=ROW_LIMIT + 2, max_col=40)
        ]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError) as fault:
        raise refusal from fault
    return lines


def _text(cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def template() -> bytes:
    """An empty list with the official headings, and one line that shows how to fill it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "单位"
    sheet.append([headings[0] for headings in COLUMNS.values()])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 20
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
