"""登录码: what a paper's slip carries, so that its receiver opens it online without an account."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.documents.models.delivery import Delivery

USER = settings.AUTH_USER_MODEL


class AccessCodeQuerySet(ScopedQuerySet):
    def unused(self):
        """Those that still open something at this moment."""
        return self.filter(used_at=None, revoked_at=None, expires_at__gt=timezone.now())


class AccessCode(ScopedModel):
    """One code for one receiver of one paper; it opens once, and then for as long as a visit.

    The database has its keyed digests alone: of the whole, which the QR code carries, and of what
    is typed, which counts together with the number of the paper.
    """

    LASTS = timedelta(days=60)  # as long as the unit has to answer a feedback letter, and more
    VISIT = timedelta(hours=2)

    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="access_codes", verbose_name="送达"
    )
    digest = models.CharField("登录码摘要", max_length=64, unique=True)
    typed_digest = models.CharField("输入部分摘要", max_length=64, unique=True)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="制作人")
    made_at = models.DateTimeField("制作时间")
    expires_at = models.DateTimeField("失效时间")
    used_at = models.DateTimeField("使用时间", null=True)
    revoked_at = models.DateTimeField("撤回时间", null=True)
    applicant = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="凭它登记的人"
    )

    scope = Scope(bureau="delivery__document__bureau")
    objects = AccessCodeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "登录码"
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.delivery} 的登录码"

    @property
    def is_unused(self) -> bool:
        unused = self.used_at is None and self.revoked_at is None
        return unused and timezone.now() < self.expires_at

    @property
    def is_visited(self) -> bool:
        """Whether what it opened may still be read by who opened it."""
        begun = self.used_at is not None and self.revoked_at is None
        return begun and timezone.now() < self.used_at + self.VISIT
