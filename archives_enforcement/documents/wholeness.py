"""Whether every issued paper is as it was issued, with its file."""

from collections.abc import Iterator

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, scanning, series, verification
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import render_job
from archives_enforcement.files import store
from archives_enforcement.jobs.models import Job


def problems() -> tuple[int, list[str]]:
    """How many papers have been issued, and every one that is not as it was issued."""
    return Document.objects.filter(number__isnull=False).count(), [*faults(), *series.gaps()]


def faults() -> Iterator[str]:
    """What is wrong with the issued papers, one after another; gaps in their numbers aside."""
    issued = Document.objects.filter(number__isnull=False).select_related("rendition")
    for document in issued.order_by("pk").iterator():
        yield from (f"{document.number}：{why}" for why in _faults(document))


def _faults(document):
    kept = _kept(document)
    yield from _faults_of_file(document, kept)
    if kept.get("content_sha256") != composing.fingerprint(document.content):
        yield "定稿内容与签发时的记录不符"
    if kept.get("facts_sha256") not in (None, composing.facts_fingerprint(document)):
        yield "登记事项（字号、日期、主送、签发人等）与签发时的记录不符"
    if why := verification.fault(document):
        yield why
    yield from scanning.faults(document)
    if document.holds == kept["void"]:
        yield "效力（现行或者作废）与作废、更正的记录不符"


def _faults_of_file(document, kept: dict):
    rendition = getattr(document, "rendition", None)
    if rendition is None:
        if "sha256" in kept or not _is_awaited(document):
            yield "没有版式文件（PDF）"
        return
    file = store.kept(rendition.sha256)
    if file is None:
        yield "版式文件不存在"
    elif file.sha256 != rendition.sha256:
        yield "版式文件内容已被改动"
    elif file.sm3 != rendition.sm3:
        yield "版式文件与登记的 SM3 摘要不符"
    elif kept.get("sha256") not in (None, rendition.sha256):
        yield "登记的版式文件不是为这份文书生成的"


def _is_awaited(document) -> bool:
    """Whether the worker has still to make its file."""
    job = render_job(document)
    return job is not None and job.state in (Job.State.WAITING, Job.State.RUNNING)


def _kept(document) -> dict:
    """What the trail keeps of a paper: digests of content, facts and file, and whether it is void.

    Papers from before the trail kept facts and file have the digest of their content alone.
    """
    entries = AuditEntry.objects.about(document)
    kept = {}
    steps = ("sign", "complete", "enter", "render")
    for entry in entries.filter(action__in=steps).order_by("sequence"):
        kept |= entry.details
    return kept | {"void": entries.filter(action__in=("void_issued", "replace")).exists()}
