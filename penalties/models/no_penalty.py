"""不予处罚 (行政处罚法第三十条、第三十一条、第三十三条): why, as it stood when the head chose."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.models.cases import Case


class NoPenalty(ScopedModel):
    """Reasons, articles and evidence of one choice not to penalise, frozen when it was made.

    `by_choice`: the law says 可以, so the head chose; else it forbids the penalty.
    """

    case = models.OneToOneField(
        Case, models.PROTECT, related_name="no_penalty", verbose_name="案件"
    )
    by_choice = models.BooleanField("可以不予处罚，由机关负责人决定")
    snapshot = models.JSONField("裁量记录")
    education = models.TextField("教育情况")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="决定人"
    )
    decided_on = models.DateField("决定日期")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "不予处罚的裁量记录"
        default_permissions = ()

    def __str__(self):
        return f"{self.case}（不予处罚）"
