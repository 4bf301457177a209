"""签字扫描件: what a record looks like with the signatures of those who were there."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models.papers import Document

PURPOSE = "签字扫描件"


class SignedScan(ScopedModel):
    """One upload of signed pages; the database refuses to change or delete it (see migration).

    The files are evidence of this row, each with its digests. What was forgotten is added as
    another row.
    """

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="scans", verbose_name="文书"
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人"
    )
    added_on = models.DateField("上传日期")

    scope = Scope(bureau="document__bureau")
    files_need = "documents.view_document"

    class Meta:
        verbose_name = verbose_name_plural = PURPOSE
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.document}的{PURPOSE}"

    def get_absolute_url(self):
        return self.document.get_absolute_url()
