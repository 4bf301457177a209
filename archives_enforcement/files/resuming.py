"""分段上传: a large file comes in parts over a weak line and goes on where it stopped.

What has come lies beside the store, never in the database; how much of it there is, the file itself
says. It is no evidence yet: it becomes a file like any other when its form is sent, by the checks
that a file sent at once goes through (`services.attach`).
"""

import fcntl
import hashlib
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.files import checks
from archives_enforcement.files.checks import MEGABYTE
from archives_enforcement.files.models import Upload
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused

PART = MEGABYTE  # bytes sent at a time
MOST_OPEN = 25  # uploads of one person; the one begun first gives way
KEPT = timedelta(hours=24)  # after the last part
FORGET = "forget_upload"
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Displaced(Exception):
    """A part does not begin where the last one ended; `offset` is where it does."""

    def __init__(self, offset: int):
        super().__init__("已收到的部分到此为止")
        self.offset = offset


def path_of(upload: Upload) -> Path:
    return Path(settings.MEDIA_ROOT) / "incoming" / str(upload.pk)


def offset_of(upload: Upload) -> int:
    """How many bytes have come."""
    path = path_of(upload)
    return path.stat().st_size if path.exists() else 0


def begin(*, actor, place: str, name: str, size: int, sha256: str) -> Upload:
    """Open an upload for the form at `place`, or find the one begun of the same file there.

    Raises Refused for an empty or too large file and without the SHA-256 of the whole.
    """
    if not size:
        raise Refused(f"“{name}”是空文件，没有上传。请重新选择。")
    if not 0 < size <= settings.RECORDING_LIMIT_MB * MEGABYTE:
        limit = settings.RECORDING_LIMIT_MB
        raise Refused(f"“{name}”超过 {limit} MB，没有上传。请压缩或拆分后再上传。")
    if not DIGEST.fullmatch(sha256):
        raise Refused("没有文件的摘要，不能分段上传。请刷新页面后重新选择文件。")
    with transaction.atomic():
        User.objects.select_for_update().get(pk=actor.pk)  # one at a time for a person
        mine = Upload.objects.filter(user=actor).order_by("pk")
        if known := mine.filter(place=place, size=size, sha256=sha256).first():
            return known
        for old in mine[: max(mine.count() - MOST_OPEN + 1, 0)]:
            forget(old)
        upload = Upload.objects.create(
            user=actor,
            place=place,
            name=PurePath(name).name[-200:],
            size=size,
            sha256=sha256,
            begun_at=timezone.now(),
        )
        queue.enqueue(FORGET, upload.pk, due_at=timezone.now() + KEPT)
    return upload


def append(upload: Upload, offset: int, content: bytes) -> int:
    """Add the part that begins at `offset`; returns how many bytes have come.

    Raises Displaced when it begins elsewhere, also when the whole is not what was announced: then
    all of it is thrown away and the next part begins at 0.
    """
    path = path_of(upload)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        here = os.fstat(file.fileno()).st_size
        if offset != here:
            raise Displaced(here)
        if here + len(content) > upload.size:
            raise Refused("收到的比文件还多，没有保存。请刷新页面后重新选择文件。")
        file.write(content)
        file.flush()
        if here + len(content) == upload.size and _digest(path) != upload.sha256:
            file.truncate(0)
            raise Displaced(0)
    return here + len(content)


def keep(file: UploadedFile, *, actor, place: str) -> Upload:
    """A file that came whole with a form which could not be sent: it waits like one in parts."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    upload = begin(actor=actor, place=place, name=file.name, size=file.size, sha256=digest)
    path = path_of(upload)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    return upload


def check(upload: Upload, *, may_be_recording: bool) -> None:
    """Say at once of a whole file that no form will take it, and forget it; Refused with why."""
    try:
        with arrived(upload) as file:
            checks.upload_type(file, may_be_recording=may_be_recording)
    except Refused:
        forget(upload)
        raise


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def arrived(upload: Upload) -> UploadedFile:
    """The whole file as a form takes it; Refused while a part is missing or when it differs."""
    if offset_of(upload) != upload.size or _digest(path_of(upload)) != upload.sha256:
        raise Refused(f"“{upload.name}”还没有传完，没有保存。请等它传完再提交。")
    return UploadedFile(path_of(upload).open("rb"), upload.name, size=upload.size)


def forget(upload: Upload) -> None:
    """What was taken into the store, or was left lying."""
    path_of(upload).unlink(missing_ok=True)
    upload.delete()


def forget_idle(upload_id: int) -> None:
    """Sweep an upload that nobody went on with; one that still grows is looked at again later."""
    upload = Upload.objects.filter(pk=upload_id).first()
    if upload is None:
        return
    path, last = path_of(upload), upload.begun_at
    if path.exists():
        last = max(last, datetime.fromtimestamp(path.stat().st_mtime, UTC))
    if timezone.now() < last + KEPT:
        queue.enqueue(FORGET, upload.pk, due_at=last + KEPT)
    else:
        forget(upload)
