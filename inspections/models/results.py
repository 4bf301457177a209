"""检查结果: what was seen on a visit, item by item."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from inspections.models.checklists import ChecklistItem, Result
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class ItemResult(ScopedModel):
    """What was seen for one item of the checklist."""

    Result = Result

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="results", verbose_name="检查"
    )
    item = models.ForeignKey(ChecklistItem, models.PROTECT, verbose_name="检查事项")
    result = models.CharField("结果", max_length=16, choices=Result)
    facts = models.TextField("事实记录", blank=True)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="记录人")
    recorded_at = models.DateTimeField("记录时间", auto_now=True)

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "检查结果"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["inspection", "item"], name="result_one_per_item")
        ]

    def __str__(self):
        return f"{self.item.code} {self.get_result_display()}"
