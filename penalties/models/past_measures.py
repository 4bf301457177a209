"""历史强制措施记录: 查封、扣押 of before that stand on paper; no lawful act, and in no figure."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case

USER = settings.AUTH_USER_MODEL


class PastMeasure(ScopedModel):
    """One coercive measure taken in the past, as its papers say; only entered, never taken here.

    Archives law grants none (行政强制法第十条、第十一条), so every row bears the flag RISK.
    """

    class Kind(models.TextChoices):
        SEALING = "sealing", "查封场所、设施"
        SEIZURE = "seizure", "扣押财物"
        OTHER = "other", "其他强制措施"

    RISK = (
        "法律没有授权档案主管部门采取强制措施，本记录只说明当时的情况，不是依法采取的措施，"
        "不计入任何统计（《中华人民共和国行政强制法》第十条、第十一条、第六十一条）。"
    )
    KEPT = "还没有解除，应当立即解除（《中华人民共和国行政强制法》第二十八条）。"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="past_measures", verbose_name="当事人"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="past_measures", verbose_name="案件"
    )
    kind = models.CharField("种类", max_length=10, choices=Kind)
    taken_on = models.DateField("采取日期")
    lifted_on = models.DateField("解除日期", null=True)
    taken_by = models.CharField("采取人员", max_length=100)
    what = models.TextField("查封、扣押的场所、物品和经过")
    claimed = models.CharField("当时写的依据", max_length=200)
    reason = models.CharField("补录的原因", max_length=300)
    entered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="补录人")
    entered_on = models.DateField("补录日期")

    scope = Scope(bureau="bureau")

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "历史强制措施记录"
        default_permissions = ()
        ordering = ["-taken_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifted_on=None) | models.Q(lifted_on__gte=models.F("taken_on")),
                name="past_measure_lifted_after_taken",
            )
        ]

    def __str__(self):
        return f"{self.party} {self.get_kind_display()}（{cn_date(self.taken_on)}）"

    @property
    def risks(self) -> list[str]:
        return [self.RISK] if self.lifted_on else [self.RISK, self.KEPT]
