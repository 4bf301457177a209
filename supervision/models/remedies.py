"""行政复议、行政诉讼、行政赔偿、行政调解: the registers of what became of the bureau's acts."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from inspections.models import Inspection
from penalties.models import Case

USER = settings.AUTH_USER_MODEL


class Remedy(ScopedModel):
    class Kind(models.TextChoices):
        REVIEW = "review", "行政复议"
        SUIT = "suit", "行政诉讼"
        COMPENSATION = "compensation", "行政赔偿"
        MEDIATION = "mediation", "行政调解"

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "维持"
        REVOKED = "revoked", "撤销"
        CHANGED = "changed", "变更"
        UNLAWFUL = "unlawful", "确认违法"
        VOID = "void", "确认无效"
        PERFORM = "perform", "责令履行"
        DISMISSED = "dismissed", "驳回"
        SETTLED = "settled", "调解、和解达成协议"
        FAILED = "failed", "没有达成协议"
        PAID = "paid", "决定赔偿"
        UNPAID = "unpaid", "不予赔偿"
        WITHDRAWN = "withdrawn", "撤回、终止"

    class State(models.TextChoices):
        OPEN = "open", "待答复"
        PENDING = "pending", "办理中"
        CONCLUDED = "concluded", "已办结"

    O = Outcome  # noqa: E741
    OUTCOMES = {
        Kind.REVIEW: (O.UPHELD, O.REVOKED, O.CHANGED, O.UNLAWFUL, O.VOID, O.PERFORM, O.DISMISSED,
                      O.SETTLED, O.WITHDRAWN),
        Kind.SUIT: (O.DISMISSED, O.REVOKED, O.CHANGED, O.UNLAWFUL, O.VOID, O.PERFORM, O.SETTLED,
                    O.WITHDRAWN),
        Kind.COMPENSATION: (O.PAID, O.UNPAID, O.SETTLED, O.WITHDRAWN),
        Kind.MEDIATION: (O.SETTLED, O.FAILED, O.WITHDRAWN),
    }  # fmt: skip
    # 行政处罚法第四十八条第二款: what was published of such a decision is withdrawn.
    UNDONE = (O.REVOKED, O.CHANGED, O.UNLAWFUL, O.VOID)
    ANSWERED_KINDS = (Kind.REVIEW, Kind.SUIT)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    kind = models.CharField("种类", max_length=12, choices=Kind)
    simple = models.BooleanField("简易程序（行政复议）", default=False)
    applicant = models.CharField("申请人（原告、当事人）", max_length=100)
    body = models.CharField("办理机关", max_length=100)
    number = models.CharField("案号", max_length=60, blank=True)
    received_on = models.DateField("收到日期")
    claims = models.TextField("请求")
    paper = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="涉及的文书"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="remedies", verbose_name="涉及的案件"
    )
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="remedies", verbose_name="涉及的检查"
    )
    registered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )
    answered_on = models.DateField("答复日期", null=True, editable=False)
    outcome = models.CharField("结果", max_length=12, choices=Outcome, blank=True)
    decision = models.TextField("结果的内容", blank=True)
    amount = models.PositiveBigIntegerField("金额（元）", null=True)
    decision_number = models.CharField("决定（裁判）文书号", max_length=60, blank=True)
    concluded_on = models.DateField("办结日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    files_need = "supervision.view_remedy"

    class Meta:
        verbose_name = verbose_name_plural = "复议、诉讼、赔偿和调解"
        default_permissions = ("view",)
        permissions = [("keep_remedy", "登记复议、诉讼、赔偿和调解")]

    def __str__(self):
        return f"{self.applicant}　{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("supervision:remedy-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "done" if self.state == self.State.CONCLUDED else "now"
