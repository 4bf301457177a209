"""覆盖规则: whom a bureau checks how often, with date of effect and source."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.legislation.models import Mark

USER = settings.AUTH_USER_MODEL
SHARE = [MinValueValidator(1), MaxValueValidator(100)]
TIMES = [MinValueValidator(1), MaxValueValidator(12)]


class RuleQuerySet(ScopedQuerySet):
    def in_force(self, day):
        return self.filter(effective_from__lte=day).filter(
            models.Q(ended_on=None) | models.Q(ended_on__gte=day)
        )


class CoverageRule(ScopedModel):
    """覆盖规则: from a day on, whom the bureau checks how often, by share and by unit and year.

    A rule is never changed: it ends, and another one begins.
    """

    is_setting = True

    class Kind(models.TextChoices):
        ANY = "any", "各类检查"
        DAILY = "daily", "日常检查"
        SPECIAL = "special", "专项检查"
        RANDOM = "random", "随机抽取的检查"

    class Population(models.TextChoices):
        ALL = "all", "全部在册单位"
        OTHER = "other", "企业以外的单位"
        ENTERPRISE = "enterprise", "企业"
        KEY = "key", "重点监控单位"
        BACKUP = "backup", "列入登记备份名册的单位"
        URGENT = "urgent", "有线索或者重大隐患的单位"

    POPULATIONS = (*Population.choices, *Party.Kind.choices)
    MARKS = (Mark.LOCAL, Mark.VERIFIED, Mark.SECONDARY)
    NUMBERS = ("min_share", "max_share", "unit_min", "unit_max")

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    title = models.CharField("名称", max_length=40)
    kind = models.CharField("计入的检查", max_length=10, choices=Kind, default=Kind.ANY)
    population = models.CharField(
        "范围", max_length=30, choices=POPULATIONS, default=Population.ALL
    )
    min_share = models.PositiveSmallIntegerField(
        "比例下限（%）", null=True, blank=True, validators=SHARE
    )
    max_share = models.PositiveSmallIntegerField(
        "比例上限（%）", null=True, blank=True, validators=SHARE
    )
    unit_min = models.PositiveSmallIntegerField(
        "每单位每年不少于（次）", null=True, blank=True, validators=TIMES
    )
    unit_max = models.PositiveSmallIntegerField(
        "每单位每年不超过（次）", null=True, blank=True, validators=TIMES
    )
    effective_from = models.DateField("自何日起适用")
    ended_on = models.DateField("适用至", null=True, editable=False)
    source = models.CharField("依据", max_length=200)
    mark = models.CharField(
        "性质", max_length=10, choices=[(mark.value, mark.label) for mark in MARKS]
    )
    is_sample = models.BooleanField("取自示例规则", default=False, editable=False)
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="设定人")

    scope = Scope(bureau="bureau")
    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "覆盖规则"
        default_permissions = ()
        permissions = [("set_coverage", "设定覆盖规则和检查时间")]
        ordering = ["effective_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(min_share__isnull=False)
                | models.Q(max_share__isnull=False)
                | models.Q(unit_min__isnull=False)
                | models.Q(unit_max__isnull=False),
                name="coverage_rule_says_something",
                violation_error_message="请至少填写一个比例或者次数。",
            ),
            models.CheckConstraint(
                condition=models.Q(min_share=None)
                | models.Q(max_share=None)
                | models.Q(min_share__lte=models.F("max_share")),
                name="coverage_rule_shares_in_order",
                violation_error_message="比例下限不能高于比例上限。",
            ),
            models.CheckConstraint(
                condition=models.Q(unit_min=None)
                | models.Q(unit_max=None)
                | models.Q(unit_min__lte=models.F("unit_max")),
                name="coverage_rule_numbers_in_order",
                violation_error_message="每单位的次数下限不能高于上限。",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="random") | models.Q(unit_min=None, unit_max=None),
                name="coverage_rule_no_number_for_draws",
                violation_error_message="抽中谁由随机抽取决定，只能规定比例，不能规定每单位的次数。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("inspections:plan-coverage")

    @property
    def is_law(self) -> bool:
        """Laid down by law or a normative document; else local practice (地方做法)."""
        return self.mark != Mark.LOCAL

    @property
    def in_words(self) -> str:
        """What it asks: 6%至10%；每单位不少于1次."""
        low, high = self.min_share, self.max_share
        share = f"{low}%至{high}%" if low and high else f"不少于{low}%" if low else f"不超过{high}%"
        numbers = (
            share if low or high else "",
            f"每单位每年不少于{self.unit_min}次" if self.unit_min else "",
            f"每单位每年不超过{self.unit_max}次" if self.unit_max else "",
        )
        return "；".join(filter(None, numbers))
