"""法制审核 (行政处罚法第五十八条): by somebody who did not handle the case."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.models.cases import Case


class Review(ScopedModel):
    class Outcome(models.TextChoices):
        PASSED = "passed", "通过"
        RETURNED = "returned", "退回"

    case = models.ForeignKey(Case, models.PROTECT, related_name="reviews", verbose_name="案件")
    outcome = models.CharField("结论", max_length=10, choices=Outcome)
    competence = models.CharField("主体和人员资格", max_length=300)
    evidence = models.CharField("事实和证据", max_length=300)
    discretion = models.CharField("依据和裁量", max_length=300)
    procedure = models.CharField("程序", max_length=300)
    opinion = models.TextField("审核意见")
    qualification = models.CharField("审核人的资格", max_length=200, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="审核人"
    )
    reviewed_on = models.DateField("审核日期")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "法制审核"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.case} 法制审核{self.get_outcome_display()}"
