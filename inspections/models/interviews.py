"""约谈: notice, minutes, commitments."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from inspections.models.findings import Finding
from inspections.models.visits import Inspection
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class Interview(ScopedModel):
    """A talk with a unit's head; statutory only for 档案服务企业 (实施条例第五十一条)."""

    class Kind(models.TextChoices):
        WORK = "work", "工作约谈"
        STATUTORY = "statutory", "法定约谈"

    class State(models.TextChoices):
        DRAFT = "draft", "拟约谈"
        NOTIFIED = "notified", "已通知"
        HELD = "held", "已约谈"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="被约谈单位")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="interviews", verbose_name="检查"
    )
    findings = models.ManyToManyField(Finding, verbose_name="未整改的问题")
    kind = models.CharField("性质", max_length=10, choices=Kind)
    reason = models.TextField("约谈事由")
    scheduled_on = models.DateField("约谈日期")
    scheduled_at = models.TimeField("约谈时间")
    place = models.CharField("约谈地点", max_length=200)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    held_on = models.DateField("实际约谈日期", null=True, editable=False)
    present = models.CharField("参加人员", max_length=300, blank=True)
    minutes = models.TextField("约谈记录", blank=True)
    commitments = models.TextField("单位承诺", blank=True)
    commitment_due = models.DateField("承诺期限", null=True, blank=True)

    scope = Scope(
        bureau="bureau",
        party="unit__party",
        shown_to_party=models.Q(state__in=[State.NOTIFIED, State.HELD]),
    )

    class Meta:
        verbose_name = verbose_name_plural = "约谈"
        default_permissions = ("view",)
        permissions = [("hold_interview", "约谈")]

    def __str__(self):
        return f"{self.unit}　{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("inspections:interview-detail", args=[self.pk])

    @property
    def state_tone(self):
        return {"draft": "", "notified": "now", "held": "done"}[self.state]
