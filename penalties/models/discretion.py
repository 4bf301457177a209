"""裁量: the facts that weigh, each used once, and the frozen assessment they led to."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import money
from penalties.models.benchmark import BenchmarkRow, Factor, Tier
from penalties.models.cases import Case
from penalties.models.evidence import Evidence


class Circumstance(ScopedModel):
    """裁量事实: one fact and its one use: criterion of a tier, factor, weight or repeat rule.

    All but the last rest on evidence; `times` counts decisions of this bureau, which `text` names.
    """

    case = models.ForeignKey(
        Case, models.CASCADE, related_name="circumstances", verbose_name="案件"
    )
    text = models.CharField("事实", max_length=300)
    tier = models.ForeignKey(
        Tier, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="档次"
    )
    criterion = models.CharField("档次标准", max_length=120, blank=True)
    factor = models.ForeignKey(
        Factor, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="情节"
    )
    weight = models.CharField("权重因素", max_length=60, blank=True)
    weight_level = models.CharField("权重等级", max_length=60, blank=True)
    times = models.PositiveSmallIntegerField("第几次违法（含本次）", null=True, blank=True)
    shown = models.BooleanField("经查明具备", default=True, help_text="不勾选为经查明不具备")
    decisive = models.BooleanField("作用明显，可以减轻处罚", default=False)
    evidence = models.ManyToManyField(Evidence, related_name="+", verbose_name="证据")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "裁量事实"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "text"],
                name="circumstance_each_fact_once",
                violation_error_message="同一事实只能使用一次。",
            ),
            models.CheckConstraint(
                condition=models.Q(tier__isnull=False, factor=None, weight="", times=None)
                | models.Q(tier=None, factor__isnull=False, weight="", times=None)
                | models.Q(tier=None, factor=None, times=None) & ~models.Q(weight="")
                | models.Q(tier=None, factor=None, weight="", times__gte=2),
                name="circumstance_one_use",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def use(self) -> str:
        """What the fact is used for, in words."""
        if self.weight:
            return f"{self.weight}：{self.weight_level}"
        if self.times:
            return f"重复违法：第 {self.times} 次"
        return str(self.factor) if self.factor else f"{self.tier.title}：{self.criterion}"


class Assessment(ScopedModel):
    """拟处罚意见: the figure with all it was worked out from, frozen when it was fixed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assessments", verbose_name="案件")
    row = models.ForeignKey(
        BenchmarkRow, models.PROTECT, null=True, related_name="+", verbose_name="裁量权基准条目"
    )  # None: decided on the spot under a clause that no benchmark grades
    tier = models.CharField("适用档次", max_length=10)
    fine = models.PositiveIntegerField("罚款（元）")
    gains = models.PositiveIntegerField("没收违法所得（元）", default=0)
    correction = models.CharField("责令改正的内容", max_length=300)
    snapshot = models.JSONField("裁量记录")
    after_statement = models.BooleanField("陈述申辩后调整", default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="承办人"
    )
    made_on = models.DateField("日期")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "拟处罚意见"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.case}　{self.in_short}"

    @property
    def warning_only(self) -> bool:
        """减轻为只给予警告: the fine that the clause asks for is left out."""
        return bool(self.snapshot.get("warning_only"))

    @property
    def in_short(self) -> str:
        """The weightiest part of the penalty in a few words."""
        return "只给予警告" if self.fine == 0 else f"罚款 {money(self.fine)}"
