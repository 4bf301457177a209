"""Files that come into a case file beside its papers.

Signed pages, proof of delivery, and what was put in.
"""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import Material
from archives_enforcement.documents import answers_of_others, scanning
from archives_enforcement.documents.models import DeliveryAttempt, WrittenAnswer
from archives_enforcement.documents.models.scans import PURPOSE
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_about


def proofs(papers) -> dict[int, list[Material]]:
    """What was kept of each delivery, by the key of the paper."""
    found = {paper.pk: [] for paper in papers}
    by_key = {paper.pk: paper for paper in papers}
    attempts = DeliveryAttempt.objects.filter(delivery__document__in=found)
    for attempt, file in files_about(attempts.select_related("delivery").order_by("pk")):
        paper = by_key[attempt.delivery.document_id]
        title = f"{paper.get_kind_display()}送达证明（{attempt.get_method_display()}）"
        day = attempt.made_on  # published or signed then; a term that runs is no date of it
        found[paper.pk].append(Material("", file, title, paper.bureau.name, day))
    return found


def signed(papers) -> dict[int, list[Material]]:
    """The signed pages of each record (签字扫描件), by the key of the paper."""
    pages = scanning.files_of(papers)
    return {
        paper.pk: [
            Material("", file, f"{paper.get_kind_display()}{PURPOSE}", paper.bureau.name,
                     scan.added_on)
            for scan, file in pages[paper.pk]
        ]
        for paper in papers
    }  # fmt: skip


def answers(papers) -> dict[int, list[Material]]:
    """What came for each paper, or its receiver signed for, by the key of the paper."""
    return {
        key: [
            Material("", file, f"{answer.name}（{answer.document.get_kind_display()}）",
                     answer.document.bureau.name, answer.answered_on)
            for answer, file in rows
        ]
        for key, rows in answers_of_others.files_of(papers).items()
    }  # fmt: skip


def written_answers(papers) -> dict[int, list[Material]]:
    """What the receiver sent with his answers (书面答复) to each paper, by the key of the paper."""
    found = {paper.pk: [] for paper in papers}
    rows = WrittenAnswer.objects.filter(document__in=found).select_related("document__party")
    for row, file in files_about(rows.order_by("pk")):
        title, sender = f"{row.document.number}的答复材料", row.document.party.name
        found[row.document_id].append(Material("", file, title, sender, row.answered_on))
    return found


def added(record) -> list[Material]:
    """Files that were put straight into a place of the case file."""
    kind = ContentType.objects.get_for_model
    case_file = CaseFile.objects.filter(content_type=kind(record), object_id=record.pk)
    rows = StoredFile.objects.filter(
        content_type=kind(CaseFile), object_id__in=case_file.values("pk")
    )
    bureau = record.owning_bureau().name
    return [
        Material(row.purpose, row, f"{row.purpose}（{_bare(row.name)}）", bureau, _day(row))
        for row in rows.order_by("pk")
    ]


def _bare(name: str) -> str:
    return name.rsplit(".", 1)[0]


def _day(row: StoredFile) -> date:
    return timezone.localdate(row.uploaded_at)
