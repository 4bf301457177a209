"""反馈意见整改优秀典型单位: nominated from accepted rectifications, decided by the head."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class Exemplary(ScopedModel):
    class State(models.TextChoices):
        NOMINATED = "nominated", "已推荐"
        DECIDED = "decided", "已确定"
        DECLINED = "declined", "未采纳"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    inspection = models.OneToOneField(Inspection, models.PROTECT, verbose_name="检查")
    reason = models.TextField("推荐理由")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.NOMINATED, editable=False
    )
    nominated_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="推荐人")
    nominated_on = models.DateField("推荐日期")
    decided_on = models.DateField("决定日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "整改优秀典型"
        default_permissions = ("view",)
        permissions = [
            ("nominate_exemplary", "推荐整改典型"),
            ("decide_exemplary", "确定整改典型"),
        ]

    def __str__(self):
        return f"{self.inspection.unit} 整改优秀典型"

    def get_absolute_url(self):
        return reverse("inspections:exemplary-detail", args=[self.pk])
