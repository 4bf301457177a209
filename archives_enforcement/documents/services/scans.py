"""上传签字扫描件: the signed pages of a record, kept behind what the system printed."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import drafting, scanning
from archives_enforcement.documents.models import Document, SignedScan
from archives_enforcement.documents.models.scans import PURPOSE
from archives_enforcement.files import checks
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

LABEL = f"上传{PURPOSE}"


@act
def add_signed_scan(document: Document, *, files: list, actor, on: date) -> SignedScan:
    """Keep `files` (uploaded PDFs or pictures) as the signed pages of a record that holds.

    It may be done again and takes nothing back. Raises Refused for papers that nobody signs by
    hand, before the record is complete, and for a file that is no scan.
    """
    document = lock(document, actor)
    check_permission(actor, drafting.KEEP, LABEL)
    if why := scanning.why_none(document, actor):
        raise Refused(why)
    backfilled = check_date(actor, on)
    if on < document.issued_on:
        raise Refused(f"上传日期不能早于定稿日期（{cn_date(document.issued_on)}）。")
    _check(files)
    scan = SignedScan.objects.create(document=document, added_by=actor, added_on=on)
    kept = attach(scan, files, purpose=PURPOSE, actor=actor, bureau=document.bureau)
    details = {"sha256": [file.sha256 for file in kept]}
    trail.record(
        document, "add_signed_scan", LABEL, actor=actor, on=on, backfilled=backfilled,
        details=details,
    )  # fmt: skip
    return scan


def _check(files: list) -> None:
    if not files:
        raise Refused("请选择签字页的扫描件。")
    for file in files:
        checks.scan_type(file.name, file.read())
        file.seek(0)
