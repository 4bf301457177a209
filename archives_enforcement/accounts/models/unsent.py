"""自动保存: what somebody has typed into a form and not sent yet."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel


class Unsent(ScopedModel):
    """The fields of the form at one address as one person left them; gone once it is sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="填写人")
    place = models.CharField("表单地址", max_length=200)
    fields = models.JSONField("填写的内容")
    saved_at = models.DateTimeField("保存时间")

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "没有提交的内容"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "place"], name="unsent_once_per_form")
        ]

    def __str__(self):
        return self.place
