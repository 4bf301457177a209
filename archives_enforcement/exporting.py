"""导出: a list as Excel, with the rows that its page shows and filtered as the page is."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import islice

from django.db.models import QuerySet
from django.http import FileResponse
from django.utils import timezone

from archives_enforcement.workbook import XLSX, workbook

CHUNK = 2000  # rows read at a time


class Exported:
    """A list view that answers `?export=xlsx` with a file, to whoever may see the page."""

    sheet_title = ""
    sheet_columns: Sequence[tuple[str, int]] = ()  # head, width

    def sheet_rows(self, rows: Sequence) -> Iterable:
        """A chunk of the rows as `sheet_line` takes them: with what the page reads beside them."""
        return rows

    def sheet_line(self, row) -> Sequence:
        """The cells of one row; text stays text and days stay days."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") != "xlsx":
            return super().get(request, *args, **kwargs)
        chunks = _chunks(self.get_queryset())
        lines = (self.sheet_line(row) for chunk in chunks for row in self.sheet_rows(chunk))
        content = workbook(self.sheet_title, self.sheet_columns, lines)
        name = f"{self.sheet_title}（{timezone.localdate():%Y%m%d}）.xlsx"
        return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=XLSX)


def _chunks(rows) -> Iterable[list]:
    source = rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else iter(rows)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def moment(value: datetime | None) -> datetime | None:
    """A moment as a cell takes it: in Shanghai time, to the minute, without a zone."""
    return value and timezone.localtime(value).replace(second=0, microsecond=0, tzinfo=None)
