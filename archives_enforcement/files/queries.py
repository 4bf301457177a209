"""Reads of evidence; what was withdrawn is left out."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.files.models import StoredFile


def files_of(subject, user):
    """The files of one record that `user` may see, oldest first."""
    kind = ContentType.objects.get_for_model(subject)
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id=subject.pk)
    return rows.standing().order_by("pk")


def files_about(*records):
    """(record, file) for the files of records of several models, in the order of the records.

    For work that is done on behalf of the bureau as a whole: no one's scope is asked.
    """
    by_key = {}
    condition = Q(pk__in=[])
    for rows in records:
        rows = list(rows)
        if rows:
            kind = ContentType.objects.get_for_model(rows[0])
            condition |= Q(content_type=kind, object_id__in=[row.pk for row in rows])
            by_key |= {(kind.pk, row.pk): row for row in rows}
    found = {key: [] for key in by_key}
    rows = StoredFile.objects.standing().filter(condition).order_by("pk")
    for file in rows if by_key else ():
        found[file.content_type_id, file.object_id].append(file)
    return [(row, file) for key, row in by_key.items() for file in found[key]]


@asks
def attach_files(user, *lists) -> Asking[None]:
    """Give every record of these lists, of whatever models, its files that `user` may see.

    They stand in `attached`, oldest first.
    """
    by_key, wanted = {}, Q()
    for records in filter(None, lists):
        kind = ContentType.objects.get_for_model(records[0])
        wanted |= Q(content_type=kind, object_id__in=[record.pk for record in records])
        by_key |= {(kind.pk, record.pk): record for record in records}
    for record in by_key.values():
        record.attached = []
    if not by_key or not user.has_perm("files.view_storedfile"):
        return
    rows = StoredFile.objects.visible_to(user).filter(wanted).standing().order_by("pk")
    for file in (yield from rows_of(rows)):
        by_key[file.content_type_id, file.object_id].attached.append(file)


def files_by_record(records, user) -> dict[int, list[StoredFile]]:
    """The files of several records of one model that `user` may see, by the record's key."""
    found = {record.pk: [] for record in records}
    if not found:
        return found
    kind = ContentType.objects.get_for_model(records[0])
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id__in=found)
    for file in rows.standing().order_by("pk"):
        found[file.object_id].append(file)
    return found
