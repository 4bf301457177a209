"""线索: a tip, transfer or observation that something may be unlawful (档案法第四十六条)."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau, Party


class Lead(ScopedModel):
    class Source(models.TextChoices):
        INSPECTION = "inspection", "检查发现"
        TIP = "tip", "投诉举报"
        TRANSFER = "transfer", "其他机关移送"
        SUPERIOR = "superior", "上级交办"
        HALL = "hall", "档案馆报告"
        MEDIA = "media", "媒体反映"
        VISIT = "visit", "领导调研发现"

    class State(models.TextChoices):
        OPEN = "open", "待核查"
        CASE_FILED = "case_filed", "已立案"
        INSPECTED = "inspected", "已转检查"
        DROPPED = "dropped", "不予立案"
        SETTLED = "settled", "已办结"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    party = models.ForeignKey(Party, models.PROTECT, verbose_name="涉及的当事人")
    source = models.CharField("来源", max_length=12, choices=Source)
    text = models.TextField("线索内容")
    received_on = models.DateField("收到日期")
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )

    scope = Scope(bureau="bureau")

    files_need = "inspections.view_lead"

    class Meta:
        verbose_name = verbose_name_plural = "线索"
        default_permissions = ("view",)
        permissions = [("register_lead", "登记线索")]

    def __str__(self):
        return f"{self.party} {self.get_source_display()}线索"

    def get_absolute_url(self):
        return reverse("penalties:lead-detail", args=[self.pk])
