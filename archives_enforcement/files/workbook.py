"""Excel files that pages take in, beside what writes them: one line a record."""

import struct
import zipfile
import zlib
from io import BytesIO

from openpyxl import load_workbook

from archives_enforcement.workbook import XLSX, Sheet, workbook, workbook_of

__all__ = ["XLSX", "NotAWorkbook", "Sheet", "read_sheets", "workbook", "workbook_of"]
UNPACKED_LIMIT = 50 * 1024 * 1024
# What openpyxl and those beneath it raise on what is no workbook, or one made to break them.
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, OSError, EOFError, RuntimeError,
)  # fmt: skip


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
    except UNREADABLE as fault:
        if isinstance(fault, NotAWorkbook):
            raise
        raise NotAWorkbook("不是可以读取的 Excel（xlsx）文件，请另存为 xlsx 后再导入。") from fault
