"""培训: the year's plan of courses, talks and drills, who came to each, and for how long."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from inspections.models import Finding
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class Training(ScopedModel):
    """One session, from its place in the plan until it was held or fell."""

    class Kind(models.TextChoices):
        COURSE = "course", "执法人员培训"
        STUDY = "study", "法规学习"
        INTEGRITY = "integrity", "廉政谈话"
        WARNING = "warning", "警示教育"
        DRILL = "drill", "大比武和演练"
        ARCHIVISTS = "archivists", "单位档案人员培训"

    class State(models.TextChoices):
        PLANNED = "planned", "计划"
        HELD = "held", "已开展"
        CANCELLED = "cancelled", "已取消"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    kind = models.CharField("种类", max_length=12, choices=Kind)
    title = models.CharField("名称", max_length=200)
    planned_for = models.DateField("计划日期")
    hours = models.DecimalField(
        "学时", max_digits=4, decimal_places=1, validators=[MinValueValidator(0.5)]
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PLANNED, editable=False
    )
    held_on = models.DateField("开展日期", null=True, editable=False)
    place = models.CharField("地点", max_length=200, blank=True)
    result = models.TextField("内容和效果", blank=True)
    reason = models.CharField("取消的原因", max_length=300, blank=True)
    findings = models.ManyToManyField(
        Finding, related_name="+", blank=True, verbose_name="针对的问题"
    )

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "培训"
        default_permissions = ("view",)
        permissions = [("plan_training", "安排和登记培训")]
        ordering = ["planned_for", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("publicity:training-detail", args=[self.pk])

    @property
    def for_units(self) -> bool:
        return self.kind == self.Kind.ARCHIVISTS

    @property
    def state_tone(self):
        return {"planned": "now", "held": "done"}.get(self.state, "")


class Attendance(ScopedModel):
    """One person who came: an officer or other staff, or somebody of a unit by his name."""

    training = models.ForeignKey(
        Training, models.PROTECT, related_name="attendances", verbose_name="培训"
    )
    user = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="本机关人员"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name="单位")
    name = models.CharField("姓名", max_length=60)
    hours = models.DecimalField("学时", max_digits=4, decimal_places=1)

    scope = Scope(bureau="training__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "参加培训"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "user"],
                condition=models.Q(user__isnull=False),
                name="attendance_once_a_person",
            ),
            models.CheckConstraint(
                condition=models.Q(user=None, unit__isnull=False)
                | models.Q(user__isnull=False, unit=None),
                name="attendance_of_staff_or_of_a_unit",
            ),
        ]

    def __str__(self):
        return self.name
