"""延期、分期缴纳的申请 (行政处罚法第六十六条第二款): what the party asked, and the answer."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case


class PaymentRequest(ScopedModel):
    """One application; the 延期（分期）缴纳罚款通知书 that was signed on it is the answer."""

    class Kind(models.TextChoices):
        LATER = "later", "暂缓（延期）缴纳"
        PARTS = "parts", "分期缴纳"

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="payment_requests", verbose_name="案件"
    )
    kind = models.CharField("种类", max_length=6, choices=Kind)
    hardship = models.TextField("确有经济困难的情况")
    plan = models.CharField("希望的期限和数额", max_length=300)
    made_on = models.DateField("申请日期")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提交人"
    )
    on_behalf = models.BooleanField("代录", default=False)
    answer = models.OneToOneField(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="答复的通知书"
    )
    granted = models.BooleanField("批准", null=True)
    answered_on = models.DateField("答复日期", null=True)

    scope = Scope(bureau="case__bureau", party="case__party", shown_to_party=models.Q())

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "延期、分期缴纳的申请"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(answered_on=None),
                name="payment_request_one_open",
                violation_error_message="还有一份申请没有答复。",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}的申请（{cn_date(self.made_on)}）"

    @property
    def outcome(self) -> str:
        if self.answered_on is None:
            return "等待答复"
        return "批准" if self.granted else "不批准"
