"""裁量权基准 as an Excel file, out and in: what goes out comes back as the same content."""

from penalties.spreadsheet.reading import Fault, content_of
from penalties.spreadsheet.writing import as_workbook

__all__ = ["Fault", "as_workbook", "content_of"]
