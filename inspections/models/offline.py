"""离线: what an officer took along to a visit, and which acts came back from his device."""

import uuid

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class OfflineBundle(ScopedModel):
    """One preparation: one officer, one visit, one device; nobody else may send for it."""

    id = models.UUIDField("编号", primary_key=True, default=uuid.uuid4, editable=False)
    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="offline_bundles", verbose_name="检查"
    )
    user = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="执法人员")
    version = models.CharField("内容摘要", max_length=64)
    issued_at = models.DateTimeField("准备时间")
    valid_until = models.DateTimeField("有效期至")

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "离线资料"
        default_permissions = ()

    def __str__(self):
        return f"{self.user} 的离线资料：{self.inspection}"


class OfflineAct(models.Model):
    """An act that was done when it came; the same one coming again gets the same answer."""

    bundle = models.ForeignKey(
        OfflineBundle, models.CASCADE, related_name="acts", verbose_name="离线资料"
    )
    uuid = models.UUIDField("设备给的编号")
    kind = models.CharField("种类", max_length=20)
    acted_at = models.DateTimeField("设备时间")
    received_at = models.DateTimeField("收到时间")
    answer = models.JSONField("答复", default=dict)

    class Meta:
        verbose_name = verbose_name_plural = "离线办理"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "uuid"], name="offline_act_done_once")
        ]

    def __str__(self):
        return f"{self.kind} {self.uuid}"
