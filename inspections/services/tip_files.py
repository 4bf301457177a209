"""Files of strangers: few, renamed, and of the anonymous ones nothing that tells who took them."""

from pathlib import PurePath

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.services import public_sender
from archives_enforcement.files import arrival, checks
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused
from inspections.models import Tip

MOST, MOST_BYTES = 5, 50 * checks.MEGABYTE  # of one tip
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}


def check(uploads) -> None:
    """Raises Refused for too many, too much in all, and for each that may not be uploaded."""
    if len(uploads) > MOST:
        raise Refused(f"一次最多 {MOST} 个文件，请挑选最要紧的。")
    if sum(upload.size for upload in uploads) > MOST_BYTES:
        raise Refused(f"全部文件不能超过 {MOST_BYTES // checks.MEGABYTE} MB，请压缩或者减少。")


def take(tip: Tip, uploads, *, anonymous: bool) -> None:
    """Keep them with the tip under names that say nothing."""
    named = [_renamed(upload, place, anonymous) for place, upload in enumerate(uploads, 1)]
    attach(tip, named, purpose="举报投诉材料", actor=public_sender(), bureau=tip.bureau)


def _renamed(upload, place: int, anonymous: bool):
    kind = checks.upload_type(upload)
    suffix = SUFFIXES.get(kind, PurePath(upload.name).suffix[-6:])
    if anonymous and kind in arrival.PICTURES:
        try:
            content, kind = arrival.without_traces(upload.read())
        except ValueError as error:
            raise Refused(f"“{upload.name}”不能作为图片打开，没有保存。请重新选择。") from error
        return SimpleUploadedFile(f"材料{place}{SUFFIXES[kind]}", content, kind)
    upload.name = f"材料{place}{suffix}"
    return upload
