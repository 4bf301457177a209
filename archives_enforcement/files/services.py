"""Taking files in."""

from pathlib import PurePath

from django.utils import timezone

from archives_enforcement.files import checks, store
from archives_enforcement.files.models import StoredFile


def attach(
    subject,
    uploads,
    *,
    purpose: str,
    actor,
    bureau,
    party=None,
    shown_to_party=False,
    may_be_recording=False,
) -> list[StoredFile]:
    """Keep `uploads` (Django uploaded files) as evidence of `subject`, in the caller's act.

    All or nothing: one unacceptable file refuses the whole act (workflow.Refused). Recordings
    (录音录像) are taken where the caller says that the law knows them there.
    """
    kept = []
    for upload in uploads:
        media_type = checks.upload_type(upload, may_be_recording=may_be_recording)
        stored = store.keep(upload.chunks())
        kept.append(
            StoredFile(
                subject=subject,
                bureau=bureau,
                party=party,
                purpose=purpose,
                name=PurePath(upload.name).name[-200:],
                media_type=media_type,
                **stored._asdict(),
                uploaded_by=actor,
                uploaded_at=timezone.now(),
                shown_to_party=shown_to_party,
            )
        )
    return StoredFile.objects.bulk_create(kept)
