"""裁量权基准: dated, versioned, and labelled when it is only a sample (行政处罚法第三十四条)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.legislation.models import Mark
from archives_enforcement.withdrawing import Withdrawable
from inspections.models.checklists import SharedQuerySet
from penalties.models.violations import FineClause

USER = settings.AUTH_USER_MODEL


class BenchmarkQuerySet(SharedQuerySet):
    """A bureau's own versions and the sample, which belongs to nobody."""

    def in_force(self, day):
        """Published versions in force on `day`; both ends of the validity count."""
        begun = self.filter(state=Benchmark.State.PUBLISHED, valid_from__lte=day)
        return begun.filter(Q(valid_to=None) | Q(valid_to__gte=day))


class Benchmark(Withdrawable, ScopedModel):
    """One version of a benchmark, written as one document until it is published.

    From its publication it stays as it is, but for the day on which it ends; its tiers, factors
    and lines become rows then, and cases keep a frozen copy of what they used.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        PUBLISHED = "published", "已公布"
        DISCARDED = "discarded", "已放弃"
        WITHDRAWN = "withdrawn", "已撤回"

    class Level(models.TextChoices):
        DISTRICT = "district", "县级"
        CITY = "city", "设区的市级"
        PROVINCE = "province", "省级"
        MINISTRY = "ministry", "国家级"

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, editable=False, verbose_name="机关"
    )
    code = models.SlugField("代码", max_length=60, unique=True)
    title = models.CharField("名称", max_length=100)
    version = models.CharField("版本", max_length=40)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    is_sample = models.BooleanField("示例数据", default=False, editable=False)
    label = models.CharField("标注", max_length=200, blank=True)
    level = models.CharField("层级", max_length=10, choices=Level, default=Level.DISTRICT)
    issuer = models.CharField("制定机关", max_length=100, blank=True)
    from_above = models.BooleanField("登记的上级基准", default=False)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)
    valid_from = models.DateField("施行日期", null=True)
    valid_to = models.DateField("失效前最后一日", null=True, blank=True)
    content = models.JSONField("内容", default=dict)
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="+", verbose_name="原版本"
    )
    drafted_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="起草人"
    )
    published_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="公布人"
    )
    published_on = models.DateField("公布日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = BenchmarkQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "裁量权基准"
        default_permissions = ("view",)
        permissions = [
            ("draft_benchmark", "起草裁量权基准"),
            ("publish_benchmark", "公布裁量权基准"),
        ]
        ordering = ["-valid_from", "pk"]

    def __str__(self):
        return f"{self.title}{self.version}"

    def get_absolute_url(self):
        return reverse("penalties:benchmark-detail", args=[self.pk])

    @property
    def state_tone(self):
        return {"published": "done", "discarded": "", "withdrawn": "late"}.get(self.state, "now")

    @property
    def document(self) -> dict:
        """The whole benchmark as its document (docs/discretion.md)."""
        return {
            "code": self.code,
            "title": self.title,
            "version": self.version,
            "sample": self.is_sample,
            "label": self.label,
            "level": self.level,
            "issuer": self.issuer,
            "source": self.source,
            "mark": self.mark,
            "valid_from": self.valid_from and self.valid_from.isoformat(),
            "valid_to": self.valid_to and self.valid_to.isoformat(),
            **self.content,
        }


class PartQuerySet(SharedQuerySet):
    """Rows of benchmarks: the reader's own and those of the sample."""

    def visible_to(self, user):
        return self.filter(benchmark__in=Benchmark.objects.visible_to(user))


class Part(ScopedModel):
    """A row of a published benchmark."""

    scope = Scope(bureau="benchmark__bureau")
    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True


class Tier(Part):
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


class Factor(Part):
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


class BenchmarkRow(Part):
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
