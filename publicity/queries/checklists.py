"""What anyone may read of the lists by which a bureau checks."""

from django.db.models import Q

from archives_enforcement.files.workbook import workbook
from inspections.models import Checklist, ListPublication

COLUMNS = (  # head in Excel, name in JSON, width
    ("编号", "code", 12),
    ("方面", "area", 20),
    ("检查内容", "text", 60),
    ("依据", "basis", 44),
)


def public_checklists():
    """What every bureau made public, the latest first."""
    rows = ListPublication.objects.standing().select_related("bureau", "checklist")
    return rows.order_by("-published_on", "-pk")


def holding(text: str):
    """Lists whose name holds the text, and lists with an item that does."""
    named = Q(name__icontains=text) | Q(items__text__icontains=text)
    return Checklist.objects.filter(named | Q(items__basis__icontains=text)).order_by().values("pk")


def items_of(row: ListPublication):
    return row.checklist.items.order_by("position", "pk")


def record(row: ListPublication) -> dict:
    """One list as open data: whose it is, since when, and every item."""
    return {
        "title": str(row.checklist),
        "bureau": row.bureau.name,
        "bureau_code": row.bureau.code,
        "published_on": row.published_on,
        "valid_from": row.checklist.valid_from,
        "valid_to": row.checklist.valid_to,
        "items": [{name: _read(item, name) for _, name, _ in COLUMNS} for item in items_of(row)],
    }


def workbook_of(row: ListPublication) -> bytes:
    heads = [(head, width) for head, _, width in COLUMNS]
    lines = ([_read(item, name) for _, name, _ in COLUMNS] for item in items_of(row))
    return workbook("检查事项清单", heads, lines)


def _read(item, name: str) -> str:
    return str(getattr(item, name))
