"""Reads of evidence."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.files.models import StoredFile


def files_of(subject, user):
    """The files of one record that `user` may see, oldest first."""
    kind = ContentType.objects.get_for_model(subject)
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id=subject.pk)
    return rows.order_by("pk")


def files_by_record(records, user) -> dict[int, list[StoredFile]]:
    """The files of several records of one model that `user` may see, by the record's key."""
    found = {record.pk: [] for record in records}
    if not found:
        return found
    kind = ContentType.objects.get_for_model(records[0])
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id__in=found)
    for file in rows.order_by("pk"):
        found[file.object_id].append(file)
    return found
