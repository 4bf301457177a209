"""批量签发: several papers signed with one act, each on its own."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models.papers import Document


class Batch(ScopedModel):
    """What one signer has told to issue together; the worker does it, paper by paper."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="发文机关")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="签发人"
    )
    made_on = models.DateField("签发日期")

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "批量签发"
        default_permissions = ()

    def __str__(self):
        return f"批量签发 {self.pk}"

    def get_absolute_url(self):
        return reverse("documents:batch-detail", args=[self.pk])


class BatchItem(models.Model):
    """One paper of a batch, in the order in which the numbers are given out."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items", verbose_name="批次")
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="batch_items", verbose_name="文书"
    )
    failure = models.CharField("没有签发的原因", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "批量签发的文书"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["batch", "document"], name="batch_item_once")
        ]

    def __str__(self):
        return f"{self.batch}：{self.document}"
