"""回避 (行政处罚法第四十三条、第六十四条第四项): who is asked to stand aside, and the decision."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case

USER = settings.AUTH_USER_MODEL


class Recusal(ScopedModel):
    class Raiser(models.TextChoices):
        PARTY = "party", "当事人申请"
        SELF = "self", "本人申请"
        BUREAU = "bureau", "机关发现"

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name="案件")
    person = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="回避人员")
    raised_by = models.CharField("提出", max_length=10, choices=Raiser)
    raised_on = models.DateField("提出日期")
    reason = models.TextField("理由")
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    granted = models.BooleanField("回避", null=True)
    answer = models.TextField("决定的理由", blank=True)
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="决定人"
    )
    decided_on = models.DateField("决定日期", null=True)

    scope = Scope(
        bureau="case__bureau", party="case__party", shown_to_party=models.Q(raised_by=Raiser.PARTY)
    )

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "回避"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=models.Q(decided_on=None),
                name="recusal_one_open_per_person",
            )
        ]

    def __str__(self):
        return f"{self.person} 回避（{cn_date(self.raised_on)}）"

    @property
    def outcome(self) -> str:
        if self.decided_on is None:
            return "等待机关负责人决定"
        return "决定回避" if self.granted else "决定不回避"
