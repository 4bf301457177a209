"""到期提醒: what was said to whom around the last day of a problem, and the rule for it."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from inspections.models.findings import Finding


class RectificationRuleQuerySet(ScopedQuerySet):
    def on(self, bureau, day: date) -> "RectificationRule":
        """The rule of a bureau on a day; what this system proposes before its first."""
        own = self.filter(bureau=bureau, valid_from__lte=day).order_by("-valid_from").first()
        return own or RectificationRule(source="本系统建议，机关可以另行设定")


class RectificationRule(ScopedModel):
    """整改规则: how early is reminded, and which rungs of the ladder none may skip, from a day on.

    No law sets them; what is set holds until the next rule.
    """

    bureau = models.ForeignKey(Bureau, models.PROTECT, editable=False, verbose_name="机关")
    valid_from = models.DateField("启用日期")
    remind_before = models.PositiveSmallIntegerField(
        "到期前几个工作日提醒",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
    )
    talk_first = models.BooleanField("函询以前应当约谈", default=True)
    inquiry_first = models.BooleanField("工作通报以前应当函询", default=True)
    circular_first = models.BooleanField("转为线索以前应当工作通报", default=True)
    source = models.CharField("来源", max_length=200)

    scope = Scope(bureau="bureau")
    objects = RectificationRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "整改规则"
        default_permissions = ()
        permissions = [("set_rectification_rule", "设定整改规则")]
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "valid_from"],
                name="rectification_rule_one_a_day",
                violation_error_message="这一天已经有一条整改规则启用，请改选启用日期。",
            )
        ]

    def __str__(self):
        return f"到期前 {self.remind_before} 个工作日提醒"


class Reminder(ScopedModel):
    """One person was reminded of one problem at one stage of one last day: never twice."""

    class Stage(models.TextChoices):
        BEFORE = "before", "到期前"
        DUE = "due", "到期"
        AFTER = "after", "逾期"

    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="reminders", verbose_name="问题"
    )
    stage = models.CharField("时点", max_length=10, choices=Stage)
    due_on = models.DateField("整改期限")  # more time brings another day and its own reminders
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="收件人"
    )
    to_unit = models.BooleanField("发给单位")  # else to the team
    sent_on = models.DateField("提醒日期")

    scope = Scope(bureau="finding__inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "整改提醒"
        default_permissions = ()
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "stage", "due_on", "recipient"],
                name="reminder_once_per_stage_and_person",
            )
        ]

    def __str__(self):
        return f"{self.finding} {self.get_stage_display()}提醒"
