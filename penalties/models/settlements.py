"""线索办结: what the checking of a lead came to where no case is filed on it."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from inspections.models import Lead

USER = settings.AUTH_USER_MODEL


class Settlement(ScopedModel):
    """The result an officer proposes and the head approves; sent back, it is proposed anew."""

    class Result(models.TextChoices):
        UNFOUNDED = "unfounded", "查无违法事实"
        OTHER_MEASURES = "other_measures", "不适用行政处罚，已采取其他措施"
        TRANSFERRED = "transferred", "移送有权机关处理"
        TIME_BARRED = "time_barred", "超过追责期限，不再给予行政处罚"

    lead = models.OneToOneField(
        Lead, models.PROTECT, related_name="settlement", verbose_name="线索"
    )
    result = models.CharField("核查结论", max_length=14, choices=Result)
    report = models.TextField("核查情况")
    act_ended_on = models.DateField("违法行为终了日期", null=True)
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提请人")
    proposed_on = models.DateField("提请日期")
    sent_back = models.CharField("退回理由", max_length=500, blank=True)
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    approved_on = models.DateField("办结日期", null=True, editable=False)

    scope = Scope(bureau="lead__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "线索办结"
        default_permissions = ()

    def __str__(self):
        return f"{self.lead}：{self.get_result_display()}"

    @property
    def waits(self) -> bool:
        """Whether it is the head's turn."""
        return not self.approved_on and not self.sent_back
