"""导出: a list as Excel, with the rows that its page shows and filtered as the page is."""

from collections.abc import Sequence
from io import BytesIO

from django.http import FileResponse
from django.utils import timezone

from archives_enforcement.files.workbook import XLSX, workbook

CHUNK = 2000  # rows read at a time


class Exported:
    """A list view that answers `?export=xlsx` with a file, to whoever may see the page."""

    sheet_title = ""
    sheet_columns: Sequence[tuple[str, int]] = ()  # head, width

    def sheet_line(self, row) -> Sequence:
        """The cells of one row; text stays text and days stay days."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") != "xlsx":
            return super().get(request, *args, **kwargs)
        rows = self.get_queryset().iterator(chunk_size=CHUNK)
        content = workbook(self.sheet_title, self.sheet_columns, map(self.sheet_line, rows))
        name = f"{self.sheet_title}（{timezone.localdate():%Y%m%d}）.xlsx"
        return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=XLSX)
