"""一事不再罚 (行政处罚法第二十九条): fines that the party has had, and whether for this act."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.models.cases import Case
from penalties.models.decisions import Decision


class EarlierFine(ScopedModel):
    """One fine by this bureau (`decision`) or by another body, and what was found of it."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="earlier_fines", verbose_name="案件"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, related_name="+", verbose_name="本机关的决定"
    )
    authority = models.CharField("作出处罚的机关", max_length=100)
    number = models.CharField("决定书文号", max_length=60)
    decided_on = models.DateField("决定日期")
    amount = models.PositiveIntegerField("罚款（元）")
    same_act = models.BooleanField("与本案是同一个违法行为")
    reason = models.CharField("认定的理由", max_length=300)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    recorded_on = models.DateField("登记日期")

    scope = Scope(bureau="case__bureau")
    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "已受罚款"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"],
                name="earlier_fine_once",
                violation_error_message="这份决定已经登记过。",
            )
        ]

    def __str__(self):
        return f"{self.authority}{self.number}"
