"""签字扫描件: which papers want one, which have none, and whether the kept ones are the same."""

from collections.abc import Iterator

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document, SignedScan
from archives_enforcement.files import store
from archives_enforcement.files.queries import files_about, files_by_record


def why_none(document: Document, actor) -> str | None:
    """Why this person adds no signed pages to the paper; None when he may."""
    kind = kinds.KINDS[document.kind]
    if document.is_entered or not kind.signed_by_hand:
        return f"{kind.label}没有要另行扫描的签字页，不用上传。"
    if not document.holds:
        return "文书定稿或者签发以后才有签字页；已作废的不再上传。"
    if not actor.has_perm(kind.drafter):
        return f"{kind.label}不由您的岗位制作，请由制作人上传。"
    return None


def of_document(document: Document, user) -> list[SignedScan]:
    """The uploads of a paper, oldest first, each with its files (`pages`) as `user` sees them."""
    rows = SignedScan.objects.visible_to(user).filter(document=document)
    scans = list(rows.select_related("added_by"))
    files = files_by_record(scans, user)
    for scan in scans:
        scan.pages = files[scan.pk]
    return scans


def lacking(papers) -> list[Document]:
    """Those of `papers` that hold, want signed pages and have none."""
    wanting = [
        paper
        for paper in papers
        if paper.holds and not paper.is_entered and kinds.KINDS[paper.kind].signed_by_hand
    ]
    rows = SignedScan.objects.filter(document__in=wanting)
    have = set(rows.values_list("document", flat=True))
    return [paper for paper in wanting if paper.pk not in have]


def files_of(papers) -> dict[int, list[tuple[SignedScan, object]]]:
    """Every signed page of `papers` with its upload, by the key of the paper.

    For work done on behalf of the bureau as a whole: no one's scope is asked.
    """
    found = {paper.pk: [] for paper in papers}
    for scan, file in files_about(SignedScan.objects.filter(document__in=found)):
        found[scan.document_id].append((scan, file))
    return found


def faults(document: Document) -> Iterator[str]:
    """What of the signed pages is not as it was uploaded, held against the trail."""
    kept = [file for _, file in files_of([document])[document.pk]]
    entries = AuditEntry.objects.about(document).filter(action="add_signed_scan")
    told = [each for entry in entries for each in entry.details["sha256"]]
    if sorted(file.sha256 for file in kept) != sorted(told):
        yield "签字扫描件与上传时的记录不符"
    for file in kept:
        if why := store.problem(file.sha256):
            yield f"签字扫描件{why}"
        elif store.sm3(store.get(file.sha256)) != file.sm3:
            yield "签字扫描件与登记的 SM3 摘要不符"
