"""Messages to people inside the product."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel


class Message(ScopedModel):
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="收件人"
    )
    text = models.CharField("内容", max_length=300)
    url = models.CharField("链接", max_length=200, blank=True)
    created_at = models.DateTimeField("时间", auto_now_add=True)
    read_at = models.DateTimeField("阅读时间", null=True)
    reminded_at = models.DateTimeField("系统外提醒的时间", null=True, editable=False)

    scope = Scope(person="recipient")

    class Meta:
        verbose_name = verbose_name_plural = "消息"
        default_permissions = ("view",)
        indexes = [models.Index(fields=["recipient", "read_at", "-id"])]

    def __str__(self):
        return self.text
