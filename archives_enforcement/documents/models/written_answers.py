"""书面答复: what the receiver of a letter that asks (函询函) wrote back."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models.papers import Document

USER = settings.AUTH_USER_MODEL


class WrittenAnswer(ScopedModel):
    """One answer in the receiver's words, never changed; what was left out is added as another."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="written_answers", verbose_name="文书"
    )
    text = models.TextField("答复")
    answered_on = models.DateField("答复日期")
    answered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="录入人")
    on_behalf = models.BooleanField("代录", default=False)

    scope = Scope(
        bureau="document__bureau",
        party="document__party",
        shown_to_party=models.Q(document__number__isnull=False, document__outward=True),
    )

    class Meta:
        verbose_name = verbose_name_plural = "书面答复"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.document}的书面答复"

    def get_absolute_url(self):
        return self.document.get_absolute_url()
