"""固定检查时间 and 请假: when a bureau inspects, and who cannot go."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date, cn_weekday

USER = settings.AUTH_USER_MODEL


class UsualTime(ScopedModel):
    """固定检查时间: from a day on, the half-days of the week on which the bureau inspects."""

    HALF_DAYS = [
        (f"{weekday}-{session}", f"星期{name}{label}")
        for weekday, name in enumerate("一二三四五")
        for session, label in (("morning", "上午"), ("afternoon", "下午"))
    ]

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    half_days = models.JSONField("固定的半天")
    effective_from = models.DateField("自何日起适用")
    source = models.CharField("依据", max_length=200)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="设定人")

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "固定检查时间"
        default_permissions = ()
        ordering = ["effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "effective_from"],
                name="usual_time_one_a_day",
                violation_error_message="同一天已经设定过固定检查时间，请另选适用日期。",
            )
        ]

    def __str__(self):
        return f"{self.in_words}（{cn_date(self.effective_from)}起）"

    @property
    def in_words(self) -> str:
        labels = dict(self.HALF_DAYS)
        return "、".join(labels[code] for code in self.half_days)


class LeaveQuerySet(ScopedQuerySet):
    def between(self, first, last):
        """Leaves that touch these days and were not called off."""
        return self.filter(first_day__lte=last, last_day__gte=first, cancelled_on=None)


class Leave(ScopedModel):
    """请假、公出: the days on which an officer cannot go."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    officer = models.ForeignKey(
        USER, models.PROTECT, related_name="leaves", verbose_name="执法人员"
    )
    first_day = models.DateField("自")
    last_day = models.DateField("至")
    reason = models.CharField("原因", max_length=100)
    entered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    cancelled_on = models.DateField("撤销日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "请假"
        default_permissions = ()
        permissions = [("keep_leave", "登记请假")]
        ordering = ["-first_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="leave_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            )
        ]

    def __str__(self):
        return f"{self.officer} {cn_date(self.first_day)}至{cn_date(self.last_day)}"

    def get_absolute_url(self):
        return reverse("inspections:calendar-leaves")

    @property
    def in_words(self) -> str:
        if self.first_day == self.last_day:
            return f"{cn_date(self.first_day)}（{cn_weekday(self.first_day)}）"
        return f"{cn_date(self.first_day)}至{cn_date(self.last_day)}"
