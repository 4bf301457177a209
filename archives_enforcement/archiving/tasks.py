"""Work of the queue on case files: bind a part, then pack the whole; safe to run twice."""

import io
import json
import tempfile
from collections.abc import Iterable
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from archives_enforcement.archiving import package, sheets, volumes
from archives_enforcement.archiving.lines import RECORD
from archives_enforcement.archiving.models import Bound, CaseFile, RecordSheet
from archives_enforcement.archiving.workflow import BIND, PACK
from archives_enforcement.documents.typesetting.child import TypesettingFailed, in_child
from archives_enforcement.files import store
from archives_enforcement.jobs import queue

CHUNK = 1 << 20  # bytes


def bind_part(part: str, case_file_id: int) -> None:
    """Make the PDF of one part of the present edition, unless it is there."""
    case_file = CaseFile.objects.select_related("bureau", "compiled_by", "checked_by").get(
        pk=case_file_id
    )
    if Bound.objects.filter(case_file=case_file, edition=case_file.edition, part=part).exists():
        return
    try:
        set_sheets(case_file, part)
        made = in_child(volumes.make, volumes.plan(case_file, part))
    except TypesettingFailed as failure:
        label = Bound.Part(part).label
        raise queue.WorkRefused(f"{case_file}的{label}不能生成：{failure}") from failure
    pages, _, pdf = made.partition(b"\n")
    keep(case_file, part, [pdf], json.loads(pages))
    if case_file.number and set(volumes_of(case_file)) == set(case_file.parts):
        queue.enqueue(PACK, case_file.pk, bureau=case_file.bureau)


def set_sheets(case_file: CaseFile, part: str) -> None:
    """Make the PDF of each record sheet of a part, unless it is there: all of them in one child."""
    made = set(case_file.sheets.values_list("content", flat=True))
    lines = [line for line in case_file.lines(part) if line["source"] == RECORD]
    wanted = [line for line in lines if sheets.digest(line["sheet"]) not in made]
    if not wanted:
        return
    lengths, _, body = in_child(sheets.typeset, wanted).partition(b"\n")
    bodies = io.BytesIO(body)
    for line, length in zip(wanted, json.loads(lengths), strict=True):
        _keep_sheet(case_file, sheets.digest(line["sheet"]), bodies.read(length))


def _keep_sheet(case_file: CaseFile, content: str, pdf: bytes) -> None:
    try:
        with transaction.atomic():
            RecordSheet.objects.create(
                case_file=case_file,
                content=content,
                **store.keep([pdf])._asdict(),
                made_at=timezone.now(),
            )
    except IntegrityError:
        return  # another worker was first with the same bytes


def pack(case_file_id: int) -> None:
    """Make the package of an archived case file, unless it is there."""
    case_file = CaseFile.objects.select_related("bureau", "compiled_by", "checked_by").get(
        pk=case_file_id
    )
    made = volumes_of(case_file)
    if Bound.Part.PACKAGE in made:
        return
    with tempfile.TemporaryFile() as file:
        package.write(case_file, made, file)
        file.seek(0)
        keep(case_file, Bound.Part.PACKAGE, iter(partial(file.read, CHUNK), b""))


def volumes_of(case_file: CaseFile) -> dict[str, Bound]:
    """What has been made of the present edition, by its part."""
    return {row.part: row for row in case_file.bound.filter(edition=case_file.edition)}


def keep(case_file: CaseFile, part: str, chunks: Iterable[bytes], pages=()) -> None:
    """Keep what was made, piece by piece."""
    kept = store.keep(chunks)
    try:
        with transaction.atomic():
            Bound.objects.create(
                case_file=case_file,
                edition=case_file.edition,
                part=part,
                pages=list(pages),
                **kept._asdict(),
                made_at=timezone.now(),
            )
    except IntegrityError:
        return  # another worker was first with the same bytes


for part, kind in BIND.items():
    queue.register(kind, partial(bind_part, part))
queue.register(PACK, pack)
