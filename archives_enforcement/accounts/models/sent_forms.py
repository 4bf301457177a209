"""办过的表单: which form, as it was filled in, has been done already."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel


class SentForm(ScopedModel):
    """One showing of a form with what was typed into it, as a digest; written by its act alone."""

    key = models.CharField("摘要", max_length=64, primary_key=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, editable=False, verbose_name="提交人"
    )
    result = models.CharField("办成以后的页面", max_length=500, blank=True, editable=False)
    sent_at = models.DateTimeField("提交时间", editable=False)

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "办过的表单"
        default_permissions = ()

    def __str__(self):
        return self.key
