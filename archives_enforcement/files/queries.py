"""Reads of evidence."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.files.models import StoredFile


def files_of(subject, user):
    """The files of one record that `user` may see, oldest first."""
    kind = ContentType.objects.get_for_model(subject)
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id=subject.pk)
    return rows.order_by("pk")
