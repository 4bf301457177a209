"""Time limits as data: what the law fixes, and what a bureau has set where the law leaves room."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.legislation.models import Mark
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.consequences import OUR_READING, Consequence

LONGEST = 100  # in any unit; the longest statutory term is 60 days or 30 years


def check_month_day(value: str) -> None:
    """Accept a day that every year has, written 03-31."""
    try:
        valid = date.fromisoformat(f"2023-{value}").strftime("%m-%d") == value
    except ValueError:
        valid = False
    if not valid:
        raise ValidationError("固定日期应写成每年都有的“月-日”，如 03-31。")


def in_words(unit: str, length: int | None, fixed_on: str = "") -> str:
    """A term as people say it: 5个工作日, 每年3月31日前, or 非日期."""
    if unit == Unit.NONE:
        return Unit.NONE.label
    if unit == Unit.FIXED_DATE:
        month, day = fixed_on.split("-")
        return f"每年{int(month)}月{int(day)}日前"
    measure = "个" if unit in (Unit.WORKDAY, Unit.MONTH) else ""
    return f"{length}{measure}{Unit(unit).label}"


class Bound(models.TextChoices):
    """Who must act, or loses a right, when the time is up."""

    BUREAU = "bureau", "机关"
    OFFICER = "officer", "执法人员"
    HEAD = "head", "机关负责人"
    PARTY = "party", "当事人"
    UNIT = "unit", "单位"
    COURT = "court", "人民法院"
    POLICE = "police", "公安机关"
    REVIEW_BODY = "review_body", "行政复议机关"
    NOBODY = "nobody", "无"


class TimeLimit(models.Model):
    """A time limit by its code; the starting day is never counted into its length.

    A row with `until` is what an earlier text of the law said: it applies to what began on that
    day or before and was entered later (补录).
    """

    class Direction(models.TextChoices):
        AFTER = "after", "之后"
        BEFORE = "before", "之前"

    class Expiry(models.TextChoices):
        BLOCK = "block", "禁止继续办理"
        ESCALATE = "escalate", "报告负责人"
        WARN = "warn", "提醒"
        AUTO = "auto", "自动产生后果"
        LAPSE = "lapse", "权利消灭"
        NONE = "none", "无"

    code = models.CharField("期限代码", max_length=12)
    until = models.DateField(
        "适用至", null=True, blank=True, help_text="以前的规定所适用的最后一个起算日；现行的留空"
    )
    name = models.CharField("名称", max_length=60)
    trigger = models.CharField("起算事由", max_length=60)
    direction = models.CharField("方向", max_length=6, choices=Direction, default=Direction.AFTER)
    length = models.PositiveSmallIntegerField("长度", null=True, blank=True)
    unit = models.CharField("单位", max_length=12, choices=Unit)
    fixed_on = models.CharField(
        "固定日期（月-日）", max_length=5, blank=True, validators=[check_month_day]
    )
    unit_basis = models.CharField(
        "按工作日计算的依据", max_length=60, blank=True, help_text="法律写“日”而按工作日计算时填写"
    )
    law = models.CharField("依据", max_length=100, blank=True)
    article = models.CharField("条款", max_length=60, blank=True)
    bound = models.CharField("义务人", max_length=12, choices=Bound)
    on_expiry = models.CharField("届满处理", max_length=10, choices=Expiry)
    expiry_text = models.CharField("届满后果", max_length=120, blank=True)
    consequence = models.CharField(
        "后果", max_length=10, choices=Consequence, default=Consequence.REMIND
    )
    consequence_source = models.CharField(
        "后果归类的依据", max_length=120, default=OUR_READING,
        help_text="改动归类的，写明依据，如本机关法律顾问意见的文号",
    )  # fmt: skip
    consequence_mark = models.CharField(
        "后果归类的核对程度", max_length=10, choices=Mark, default=Mark.DESIGN
    )
    mark = models.CharField("核对程度", max_length=10, choices=Mark)
    configurable = models.BooleanField("允许本机关调整", default=False)
    ceiling = models.PositiveSmallIntegerField(
        "调整上限", null=True, blank=True, help_text="本机关可以缩短，不得超过"
    )
    extendable = models.BooleanField("可以延长", default=False)
    extension = models.PositiveSmallIntegerField(
        "最多延长", null=True, blank=True, help_text="与期限同一单位；依据未定长度的留空"
    )
    source = models.CharField("数据来源", max_length=120)
    note = models.CharField("说明", max_length=300, blank=True)
    edited = models.BooleanField("管理员已修改", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "期限规则"
        ordering = ["code", models.F("until").desc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(until=None),
                name="time_limit_one_in_force",
                violation_error_message="这个期限代码已有现行规则。",
            ),
            models.UniqueConstraint(
                fields=["code", "until"],
                name="time_limit_one_a_period",
                violation_error_message="这个期限代码在同一时期已有规则。",
            ),
        ]

    def __str__(self):
        earlier = f"（{cn_date(self.until)}以前）" if self.until else ""
        return f"{self.code} {self.name}{earlier}"

    @property
    def basis(self) -> str:
        """Law and article in words, e.g. 行政处罚法第六十四条第一项; "" when nothing is cited."""
        return f"{self.law}{self.article}"

    @property
    def term_in_words(self) -> str:
        return in_words(self.unit, self.length, self.fixed_on)


class LocalTerm(ScopedModel):
    """本机关期限设定: from a day on, a bureau's own length for a limit that leaves it room."""

    bureau = models.ForeignKey("accounts.Bureau", models.PROTECT, verbose_name="档案主管部门")
    code = models.CharField("期限代码", max_length=12)
    length = models.PositiveSmallIntegerField(
        "长度",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
    )
    unit = models.CharField("单位", max_length=12, choices=Unit)
    fixed_on = models.CharField(
        "固定日期（月-日）", max_length=5, blank=True, validators=[check_month_day]
    )
    effective_from = models.DateField("自何日起适用")
    source = models.CharField(
        "依据", max_length=200, help_text="作出设定的文件，如本机关制度的文号"
    )

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "本机关期限设定"
        ordering = ["code", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "code", "effective_from"],
                name="local_term_one_a_day",
                violation_error_message="本机关当日已对该期限作过设定，请直接修改原设定。",
            )
        ]

    def __str__(self):
        return f"{self.bureau} {self.code} {self.term_in_words}"

    @property
    def term_in_words(self) -> str:
        return in_words(self.unit, self.length, self.fixed_on)

    def save(self, *args, **kwargs):
        """Save only what the law leaves to the bureau, whichever way the row was made."""
        self.full_clean()
        super().save(*args, **kwargs)

    def clean(self):
        limit = TimeLimit.objects.filter(code=self.code, until=None).first()
        if limit is None:
            raise ValidationError({"code": f"没有代码为“{self.code}”的期限，请从期限规则中选择。"})
        if problem := self._conflict_with(limit) or self._incomplete():
            raise ValidationError(problem)

    def _conflict_with(self, limit) -> str:
        if limit.unit == Unit.NONE:
            return f"{limit}不是日期期限，不能设定天数。{limit.note}"
        if not limit.configurable:
            return f"{limit}由{limit.basis or '法律'}规定，本机关不得自行调整。"
        if limit.ceiling is None:
            return ""
        in_days = self.unit in (Unit.CALENDAR_DAY, Unit.WORKDAY)
        if in_days and (self.length or 0) <= limit.ceiling:
            return ""
        most = in_words(limit.unit, limit.ceiling)
        return f"{limit}依{limit.basis}最长为{most}，本机关只能缩短，不得延长。"

    def _incomplete(self) -> str:
        if self.unit == Unit.NONE:
            return "请选择期限的单位。"
        if self.unit == Unit.FIXED_DATE:
            return "" if self.fixed_on else "按固定日期设定的，请填写月和日，如 03-31。"
        return "" if self.length else "请填写期限的长度。"
