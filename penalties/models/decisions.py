"""决定和执行: collective discussion, the decision itself, and what was paid."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case
from penalties.models.discretion import Assessment

USER = settings.AUTH_USER_MODEL


class Collection(models.TextChoices):
    """How the fine of a decision on the spot is paid (行政处罚法第六十七条至第六十九条)."""

    BANK = "bank", "由当事人到指定银行或者电子支付系统缴纳（第六十七条）"
    SMALL = "small", "当场收缴：一百元以下（第六十八条第一项）"
    HARD = "hard", "当场收缴：不当场收缴事后难以执行（第六十八条第二项）"
    REMOTE = "remote", "当场收缴：边远、水上、交通不便地区，当事人提出（第六十九条）"


class Discussion(ScopedModel):
    """集体讨论 (行政处罚法第五十七条第二款): of one proposal or of 不予处罚."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="discussions", verbose_name="案件")
    assessment = models.ForeignKey(
        Assessment, models.PROTECT, null=True, verbose_name="讨论的意见"
    )  # None: 不予处罚, a choice of the heads where the law says 可以
    held_on = models.DateField("讨论日期")
    present = models.CharField("参加人员", max_length=300)
    expected = models.PositiveSmallIntegerField("应到人数", null=True)  # None: before it was asked
    carried = models.BooleanField("多数同意", default=True)
    record = models.TextField("讨论记录和结论")
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="记录人")

    scope = Scope(bureau="case__bureau")

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "集体讨论"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.case} 集体讨论（{cn_date(self.held_on)}）"

    @property
    def matter(self) -> str:
        """What was spoken of."""
        return f"拟{self.assessment.in_short}" if self.assessment else "不予处罚"


class Voice(ScopedModel):
    """What one member of the collective said of the proposal."""

    discussion = models.ForeignKey(
        Discussion, models.PROTECT, related_name="voices", verbose_name="集体讨论"
    )
    person = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="账号"
    )  # None: a member without an account
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=60)
    agrees = models.BooleanField("同意")
    opinion = models.CharField("意见", max_length=300)

    scope = Scope(bureau="discussion__case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "集体讨论的个人意见"
        default_permissions = ()
        ordering = ["discussion", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "name"], name="voice_one_per_member")
        ]

    def __str__(self):
        return f"{self.name}：{'同意' if self.agrees else '不同意'}"


class Decision(ScopedModel):
    """处罚决定: the signed paper and the assessment it carries out."""

    case = models.OneToOneField(Case, models.PROTECT, verbose_name="案件")
    document = models.OneToOneField(Document, models.PROTECT, verbose_name="决定书")
    assessment = models.ForeignKey(Assessment, models.PROTECT, verbose_name="处罚意见")
    decided_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="决定人")
    decided_on = models.DateField("决定日期")
    reported_on = models.DateField("备案日期", null=True, editable=False)  # 第五十二条第三款

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "处罚决定"
        default_permissions = ()

    def __str__(self):
        return f"{self.document}"


class Payment(ScopedModel):
    """缴款: one receipt; the fine is paid when the receipts reach it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="payments", verbose_name="案件")
    amount = models.PositiveIntegerField("金额（元）")
    paid_on = models.DateField("缴款日期")
    receipt = models.CharField("票据号码", max_length=60)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    scope = Scope(bureau="case__bureau")
    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "缴款"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "receipt"],
                name="payment_one_per_receipt",
                violation_error_message="这张票据已经登记过。",
            )
        ]

    def __str__(self):
        return f"{self.case} {self.receipt}"


class Refund(ScopedModel):
    """退还: what was paid and is no longer owed goes back (国家赔偿法第三十六条第一项)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="refunds", verbose_name="案件")
    amount = models.PositiveIntegerField("金额（元）")
    returned_on = models.DateField("退还日期")
    voucher = models.CharField("退付凭证号码", max_length=60)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    scope = Scope(bureau="case__bureau")
    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "退还"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "voucher"],
                name="refund_one_per_voucher",
                violation_error_message="这张退付凭证已经登记过。",
            )
        ]

    def __str__(self):
        return f"{self.case} {self.voucher}"


class Surcharge(ScopedModel):
    """加处罚款 (行政处罚法第七十二条第一款第一项): imposed by the head's signature alone."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="surcharges", verbose_name="案件")
    document = models.OneToOneField(Document, models.PROTECT, verbose_name="加处罚款决定书")
    amount = models.PositiveIntegerField("金额（元）")
    until = models.DateField("计算至")
    decided_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="决定人")
    decided_on = models.DateField("决定日期")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "加处罚款"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.document}"
