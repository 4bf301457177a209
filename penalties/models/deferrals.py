"""延期、分期缴纳的答复 (行政处罚法第六十六条第二款): as chosen on the notice that is signed."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import DeferralOutcome, Document
from penalties.models.cases import Case


class Deferral(ScopedModel):
    """What one 延期（分期）缴纳罚款通知书 grants, or that it grants nothing."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="deferrals", verbose_name="案件")
    document = models.OneToOneField(Document, models.PROTECT, verbose_name="通知书")
    outcome = models.CharField("批准情况", max_length=8, choices=DeferralOutcome)

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "延期、分期缴纳的答复"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.document}（{self.get_outcome_display()}）"

    @property
    def granted(self) -> bool:
        return self.outcome != DeferralOutcome.REFUSED
