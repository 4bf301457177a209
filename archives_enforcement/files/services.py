"""Taking files in."""

from pathlib import PurePath

from django.utils import timezone

from archives_enforcement.files import checks, store
from archives_enforcement.files.models import StoredFile


def attach(
    subject, uploads, *, purpose: str, actor, bureau, party=None, shown_to_party=False
) -> list[StoredFile]:
    """Keep `uploads` (Django uploaded files) as evidence of `subject`, in the caller's act.

    All or nothing: one unacceptable file refuses the whole act (workflow.Refused).
    """
    kept = []
    for upload in uploads:
        content = upload.read()
        name = PurePath(upload.name).name[-200:]
        kept.append(
            StoredFile(
                subject=subject,
                bureau=bureau,
                party=party,
                purpose=purpose,
                name=name,
                media_type=checks.media_type(name, content),
                size=len(content),
                sha256=store.put(content),
                sm3=store.sm3(content),
                uploaded_by=actor,
                uploaded_at=timezone.now(),
                shown_to_party=shown_to_party,
            )
        )
    return StoredFile.objects.bulk_create(kept)
