"""到期提醒: what was said to whom around the last day of a problem, and the rule for it."""

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date
from inspections.models.findings import Finding

KINDS = ("A", "B", "C")  # the severities; what only advises has the days of C


class RectificationRuleQuerySet(ScopedQuerySet):
    def on(self, bureau, day: date) -> "RectificationRule":
        """The rule of a bureau on a day; what this system proposes before its first."""
        own = self.filter(bureau=bureau, valid_from__lte=day).order_by("-valid_from").first()
        return own or RectificationRule(source="本系统建议，机关可以另行设定")


def _days(label: str) -> models.PositiveSmallIntegerField:
    """How many working days a unit has for a kind of problem; empty: the term of D-I08."""
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )


class RectificationRule(ScopedModel):
    """整改规则: how long a unit has, how early it is reminded, which rungs of the ladder none may
    skip, from a day on.

    No law sets them; what is set holds until the next rule. A hazard has the days of its order.
    """

    is_setting = True

    bureau = models.ForeignKey(Bureau, models.PROTECT, editable=False, verbose_name="机关")
    valid_from = models.DateField("启用日期")
    remind_before = models.PositiveSmallIntegerField(
        "到期前几个工作日提醒",
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
    )
    days_a = _days("限期整改（A）的问题的整改期限")
    days_b = _days("应当整改（B）的问题的整改期限")
    days_c = _days("改进建议（C、工作要求）的回复期限")
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

    @property
    def terms(self) -> str:
        """The days set for each kind, in words; empty where none are."""
        set_ = [(kind, self.days_for(kind)) for kind in KINDS]
        return "，".join(f"{kind} 类 {days} 个工作日" for kind, days in set_ if days)

    def days_for(self, kind: str) -> int | None:
        """How many working days a problem of one of `KINDS` has; None: the term of D-I08."""
        return getattr(self, f"days_{kind.lower()}") if kind in KINDS else None

    def grounds(self, kind: str) -> str:
        """Why a problem of this kind has its days; empty where the rule sets none."""
        days, since = self.days_for(kind), cn_date(self.valid_from) if self.valid_from else ""
        if days is None:
            return ""
        rule = f"{since}起的本机关整改规则：{kind} 类问题的期限为{days}个工作日"
        return f"{rule}（来源：{self.source}）。"


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
