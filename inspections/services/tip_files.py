"""Files that come with a tip or complaint: under names that say nothing of who told it.

A file is often called after whoever wrote it. Pictures of the anonymous lose what tells who took
them; of strangers few files are taken.
"""

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.accounts.services import public_sender
from archives_enforcement.files import arrival, checks, recordings
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused
from inspections.models import Tip

MOST, MOST_BYTES = 5, 50 * checks.MEGABYTE  # of one tip
SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/ofd": ".ofd",
    checks.OFFICE + "wordprocessingml.document": ".docx",
    checks.OFFICE + "spreadsheetml.sheet": ".xlsx",
    recordings.VIDEO: ".mp4",
    recordings.MOV: ".mov",
    recordings.MOBILE: ".3gp",
    recordings.SOUND: ".m4a",
    recordings.MP3: ".mp3",
    recordings.WAV: ".wav",
}


def check(uploads) -> None:
    """Raises Refused for too many, too much in all, and for each that may not be uploaded."""
    if len(uploads) > MOST:
        raise Refused(f"一次最多 {MOST} 个文件，请挑选最要紧的。")
    if sum(upload.size for upload in uploads) > MOST_BYTES:
        raise Refused(f"全部文件不能超过 {MOST_BYTES // checks.MEGABYTE} MB，请压缩或者减少。")


def take(tip: Tip, uploads, *, anonymous: bool) -> None:
    """Keep what a stranger sent with the tip."""
    named = renamed(uploads, anonymous=anonymous)
    attach(tip, named, purpose="举报投诉材料", actor=public_sender(), bureau=tip.bureau)


def renamed(uploads, *, anonymous: bool, may_be_recording: bool = False) -> list:
    """材料1.pdf, 材料2.jpg…; the name ends as the content says, for an ending may name too."""
    return [
        _renamed(upload, f"材料{place}", anonymous, may_be_recording)
        for place, upload in enumerate(uploads, 1)
    ]


def _renamed(upload, name: str, anonymous: bool, may_be_recording: bool):
    kind = checks.upload_type(upload, may_be_recording=may_be_recording)
    if anonymous and kind in arrival.PICTURES:
        try:
            content, kind = arrival.without_traces(upload.read())
        except ValueError as error:
            raise Refused(f"“{upload.name}”不能作为图片打开，没有保存。请重新选择。") from error
        return SimpleUploadedFile(name + SUFFIXES[kind], content, kind)
    upload.name = name + SUFFIXES[kind]
    return upload
