"""发文登记簿: every number that was given out, in its series, and what became of the paper."""

from django.db.models import F
from django.db.models.fields.json import KT

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.files.workbook import workbook

COLUMNS = (
    ("发文字号", 24), ("文书", 26), ("标题", 40), ("主送", 30), ("起草人", 12), ("审核人", 12),
    ("签发人", 12), ("签发日期", 12), ("送达方式", 12), ("送达日期", 12), ("保管期限", 10),
    ("公开", 8), ("效力", 10), ("被更正为", 24), ("来源", 10),
)  # fmt: skip


# Old papers under another scheme have no place in the series: they come before it.
IN_SERIES = ("kind", "year", F("serial").asc(nulls_first=True), "issued_on", "number")


def in_order(documents):
    """The numbered papers among `documents`, series by series, with all that the register says."""
    rows = documents.filter(number__isnull=False).defer("content", "fields")
    rows = rows.annotate(deputation=F("content__deputation"), receiver=KT("fields__receiver"))
    rows = rows.select_related("party", "drafted_by", "reviewed_by", "issued_by")
    return rows.prefetch_related("deliveries", "replaced_by").order_by(*IN_SERIES)


def sheet(documents) -> bytes:
    return workbook("发文登记簿", COLUMNS, (_line(row) for row in documents))


def _line(document: Document) -> list:
    kind = kinds.KINDS[document.kind]
    delivered = next((row for row in document.deliveries.all() if row.delivered_on), None)
    newer = [row.number for row in document.replaced_by.all() if row.number]
    return [
        document.number,
        kind.label,
        document.title,
        document.receiver or (document.party.name if document.party else ""),
        "" if document.is_entered else str(document.drafted_by),
        str(document.reviewed_by or ""),
        "\n".join(filter(None, (document.signer, document.deputation))),
        document.issued_on,
        delivered.get_method_display() if delivered else "",
        delivered.delivered_on if delivered else None,
        kind.retention,
        "公开" if kind.public else "",
        "有效" if document.holds else "已更正" if newer else "已作废",
        "、".join(newer),
        document.get_origin_display(),
    ]
