"""裁量权基准: dated, versioned, and labelled when it is only a sample (行政处罚法第三十四条)."""

from django.db import models

from archives_enforcement.legislation.models import Mark
from penalties.models.violations import FineClause


class BenchmarkQuerySet(models.QuerySet):
    def in_force(self, day):
        """Versions in force on `day`; both ends of the validity count."""
        begun = self.filter(valid_from__lte=day)
        return begun.filter(models.Q(valid_to=None) | models.Q(valid_to__gte=day))


class Benchmark(models.Model):
    """One version of a benchmark; cases keep a frozen copy of what they used."""

    code = models.SlugField("代码", max_length=60, unique=True)
    title = models.CharField("名称", max_length=100)
    version = models.CharField("版本", max_length=40)
    is_sample = models.BooleanField("示例数据")
    label = models.CharField("标注", max_length=200, blank=True)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)
    valid_from = models.DateField("施行日期")
    valid_to = models.DateField("失效前最后一日", null=True, blank=True)
    rule_set = models.JSONField("分档和取整规则")
    rules = models.JSONField("通则")

    objects = BenchmarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "裁量权基准"
        ordering = ["-valid_from", "pk"]

    def __str__(self):
        return f"{self.title}{self.version}"


class Tier(models.Model):
    """裁量档次: what must be shown for it and what it leads to."""

    benchmark = models.ForeignKey(
        Benchmark, models.PROTECT, related_name="tiers", verbose_name="裁量权基准"
    )
    code = models.CharField("代码", max_length=10)
    title = models.CharField("档次", max_length=40)
    outcome = models.CharField("结果", max_length=20)
    criteria = models.JSONField("标准")
    requires = models.JSONField("程序要求")
    floor_percent = models.PositiveSmallIntegerField("减轻的底线（%）", null=True, blank=True)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    class Meta:
        verbose_name = verbose_name_plural = "裁量档次"
        ordering = ["benchmark", "code"]
        constraints = [
            models.UniqueConstraint(fields=["benchmark", "code"], name="tier_one_per_code")
        ]

    def __str__(self):
        return f"{self.code} {self.title}"


class Factor(models.Model):
    """裁量情节: what lightens, aggravates or excludes a penalty, with its article."""

    class Effect(models.TextChoices):
        NO_PENALTY = "no_penalty", "不予处罚"
        TIME_BARRED = "time_barred", "不再处罚"
        LIGHTEN = "mitigate_or_lighten", "从轻或者减轻"
        AGGRAVATE = "aggravate", "从重"

    class Duty(models.TextChoices):
        SHALL = "shall", "应当"
        MAY = "may", "可以"

    benchmark = models.ForeignKey(
        Benchmark, models.PROTECT, related_name="factors", verbose_name="裁量权基准"
    )
    code = models.CharField("代码", max_length=10)
    title = models.CharField("情节", max_length=60)
    effect = models.CharField("效果", max_length=20, choices=Effect)
    duty = models.CharField("应当或者可以", max_length=10, choices=Duty)
    bases = models.JSONField("依据")
    condition = models.CharField("条件", max_length=120, blank=True)
    note = models.CharField("说明", max_length=120, blank=True)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    class Meta:
        verbose_name = verbose_name_plural = "裁量情节"
        ordering = ["benchmark", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["benchmark", "code"], name="factor_one_per_code")
        ]

    def __str__(self):
        return f"{self.title}（{self.get_duty_display()}{self.get_effect_display()}）"


class BenchmarkRow(models.Model):
    """One line of a benchmark: it grades one statutory range and can never leave it."""

    benchmark = models.ForeignKey(
        Benchmark, models.PROTECT, related_name="rows", verbose_name="裁量权基准"
    )
    code = models.CharField("代码", max_length=10)
    title = models.CharField("违法行为", max_length=120)
    clause = models.ForeignKey(FineClause, models.PROTECT, verbose_name="法定罚款幅度")
    legal_review = models.CharField("法制审核", max_length=10)
    hearing_notice = models.BooleanField("告知听证")
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "裁量权基准条目"
        ordering = ["benchmark", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["benchmark", "code"], name="row_one_per_code"),
            models.UniqueConstraint(fields=["benchmark", "clause"], name="row_one_per_clause"),
        ]

    def __str__(self):
        return f"{self.code} {self.title}"
