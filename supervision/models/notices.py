"""执法监督通知（决定）书: issued by the bureau's own office, or received from above."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.workdays.arithmetic import Unit
from inspections.models import Inspection
from penalties.models import Case
from supervision.models.issuers import Ground, Issuer

USER = settings.AUTH_USER_MODEL


class SupervisionNotice(ScopedModel):
    """What is to be put right in the bureau's enforcement, by whom it is asked, until when."""

    class Form(models.TextChoices):
        NOTICE = "supervision_notice", "行政执法监督通知书"
        DECISION = "supervision_decision", "行政执法监督决定书"

    class Result(models.TextChoices):
        SELF_CORRECT = "self_correct", "责令自行纠正"
        PROPOSE = "propose", "建议撤销（报有权机关）"
        REVOKED = "revoked", "撤销（由发出机关依职权决定）"

    class State(models.TextChoices):
        DRAFT = "draft", "拟发"
        ISSUED = "issued", "待签收"
        OPEN = "open", "待纠正"
        REPORTED = "reported", "待核实"
        CLOSED = "closed", "已办结"
        REVOKED = "revoked", "复查撤销"

    # What the bureau's own office may decide; to revoke is for the government (条例第四十二条).
    OWN_RESULTS = (Result.SELF_CORRECT, Result.PROPOSE)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    issuer = models.ForeignKey(Issuer, models.PROTECT, verbose_name="发出机构")
    form = models.CharField("文种", max_length=20, choices=Form)
    number = models.CharField("文号", max_length=60, blank=True)  # of a received paper
    issued_on = models.DateField("发出日期", null=True)
    receiver = models.CharField("被监督的机构", max_length=100)
    ground = models.ForeignKey(Ground, models.PROTECT, verbose_name="监督情形")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="+", verbose_name="涉及的检查"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="+", verbose_name="涉及的案件"
    )
    facts = models.TextField("认定的事实和理由")
    result = models.CharField("处理决定", max_length=12, choices=Result)
    competent = models.CharField("有权机关", max_length=100, blank=True)
    requirement = models.TextField("处理决定的内容")
    basis = models.TextField("依据")
    manner = models.TextField("执行方式")
    term = models.PositiveSmallIntegerField("纠正和报告期限")
    unit = models.CharField("期限单位", max_length=12, choices=Unit)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    received_on = models.DateField("签收日期", null=True, editable=False)
    received_by = models.CharField("签收人", max_length=60, blank=True)
    report = models.TextField("纠正情况报告", blank=True)
    reported_on = models.DateField("报告日期", null=True, editable=False)
    reported_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="报告人", editable=False
    )
    closing = models.TextField("核实情况", blank=True)
    closed_on = models.DateField("办结日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    files_need = "supervision.view_supervisionnotice"

    class Meta:
        verbose_name = verbose_name_plural = "执法监督通知（决定）书"
        default_permissions = ("view",)
        permissions = [
            ("supervise", "执法监督"),
            ("answer_supervision", "签收、报告和申请复查"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "issuer", "number"],
                condition=~models.Q(number=""),
                name="supervision_notice_received_once",
                violation_error_message="这份文书已经录入。",
            )
        ]

    def __str__(self):
        return f"{self.get_form_display()}（{self.receiver}）"

    def get_absolute_url(self):
        return reverse("supervision:notice-detail", args=[self.pk])

    @property
    def asked_for_review(self) -> "ReviewRequest | None":
        return getattr(self, "review_request", None)

    @property
    def state_tone(self) -> str:
        return {"draft": "", "closed": "done", "revoked": "done"}.get(self.state, "now")


class ReviewRequest(ScopedModel):
    """申请复查 by the supervised office; it suspends nothing."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "维持"
        CHANGED = "changed", "变更"
        REVOKED = "revoked", "撤销"

    notice = models.OneToOneField(
        SupervisionNotice, models.PROTECT, related_name="review_request",
        verbose_name="执法监督通知（决定）书",
    )  # fmt: skip
    reasons = models.TextField("复查请求和理由")
    requested_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="申请人")
    requested_on = models.DateField("申请日期", editable=False)
    outcome = models.CharField("复查决定", max_length=10, choices=Outcome, blank=True)
    findings = models.TextField("查明的情况", blank=True)
    decision = models.TextField("复查决定的内容", blank=True)
    number = models.CharField("复查决定书文号", max_length=60, blank=True)
    decided_on = models.DateField("决定日期", null=True, editable=False)

    scope = Scope(bureau="notice__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "监督复查申请"
        default_permissions = ()

    def __str__(self):
        return f"{self.notice}复查申请"
