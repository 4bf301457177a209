"""Taking files in, and marking what was taken back."""

from pathlib import PurePath

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.files import arrival, checks, store
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
        said = arrival.taken(upload, media_type)
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
                **said._asdict(),
                uploaded_by=actor,
                uploaded_at=timezone.now(),
                shown_to_party=shown_to_party,
            )
        )
    return [_entered(file, actor) for file in StoredFile.objects.bulk_create(kept)]


def _entered(file: StoredFile, actor) -> StoredFile:
    """The first entry of the file's chain of custody: who brought it in, and its digest."""
    details = {"sha256": file.sha256, "sm3": file.sm3, "size": file.size, "purpose": file.purpose}
    trail.record(file, "store_file", "存入", actor=actor, on=trail.today(), details=details)
    return file


def withdraw(file: StoredFile, *, actor, on, reason: str) -> None:
    """Mark a file as taken back, in the caller's act; its bytes and its trail stay."""
    file.withdrawn_at, file.withdrawn_by, file.withdrawn_because = timezone.now(), actor, reason
    file.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    details = {"sha256": file.sha256}
    trail.record(file, "withdraw_file", "撤回", actor=actor, on=on, note=reason, details=details)
