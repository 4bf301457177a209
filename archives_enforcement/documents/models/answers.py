"""登记办结 of what a paper asked for: what came or was done, with its proof."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models.papers import Document


class Answer(ScopedModel):
    """One answer to a paper, or one handing over; the database refuses to change or delete it.

    The receipt, or the answer itself, is kept as files of this row. `receiver` and `listed` say
    who took over what, where a paper hands something over.
    """

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="answers", verbose_name="文书"
    )
    code = models.CharField("办结的期限", max_length=10)
    name = models.CharField("事项", max_length=60)
    note = models.CharField("收到了什么、办了什么", max_length=200)
    receiver = models.CharField("接收机关和接收人", max_length=100, blank=True)
    listed = models.TextField("移交清单", blank=True)
    answered_on = models.DateField("日期")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="document__bureau")
    files_need = "documents.view_document"

    class Meta:
        verbose_name = verbose_name_plural = "文书的办结"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.document}：{self.name}"

    def get_absolute_url(self):
        return self.document.get_absolute_url()
