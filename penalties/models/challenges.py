"""复议、诉讼: what the party brought against the decision, and how it ended."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case

USER = settings.AUTH_USER_MODEL


class Challenge(ScopedModel):
    """One 行政复议 or 行政诉讼; the penalty is carried out all the same (第七十三条第一款).

    While it runs no 加处罚款 is counted (第七十三条第三款) and the court is not asked to enforce.
    """

    class Kind(models.TextChoices):
        REVIEW = "review", "行政复议"
        SIMPLE_REVIEW = "simple_review", "行政复议（简易程序）"
        SUIT = "suit", "行政诉讼"

    class Result(models.TextChoices):
        UPHELD = "upheld", "维持（驳回请求）"
        CHANGED = "changed", "变更罚款数额"
        REVOKED = "revoked", "撤销或者确认无效"
        WITHDRAWN = "withdrawn", "申请人撤回，终止"

    REVIEWS = (Kind.REVIEW, Kind.SIMPLE_REVIEW)
    # 行政处罚法第四十八条第二款: what was published of such a decision is withdrawn.
    UNDONE = (Result.CHANGED, Result.REVOKED)

    case = models.ForeignKey(Case, models.PROTECT, related_name="challenges", verbose_name="案件")
    kind = models.CharField("种类", max_length=14, choices=Kind)
    body = models.CharField("复议机关或者人民法院", max_length=100)
    number = models.CharField("案号", max_length=60, blank=True)
    filed_on = models.DateField("申请（起诉）日期")
    received_on = models.DateField("收到副本日期")
    accepted_on = models.DateField("复议机关受理日期", null=True)  # as its notice says
    result = models.CharField("结果", max_length=10, choices=Result, blank=True)
    fine = models.PositiveIntegerField("变更后的罚款（元）", null=True)
    # The day the decision reached the party, or the judgment came into force.
    ended_on = models.DateField("决定送达（裁判生效）日期", null=True)
    outcome_note = models.CharField("决定、裁判的文号和要点", max_length=300, blank=True)
    # 行政复议意见书 (行政复议法第七十六条): what the bureau has to put right, and that it has.
    opinion = models.TextField("行政复议意见书的要求", blank=True)
    opinion_received_on = models.DateField("收到行政复议意见书的日期", null=True)
    opinion_reported_on = models.DateField("报告纠正情况的日期", null=True)
    opinion_report = models.TextField("纠正情况", blank=True)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    # Its party reads how it ended; what the bureau does about it before that is its own affair.
    scope = Scope(
        bureau="case__bureau",
        party="case__party",
        shown_to_party=models.Q(ended_on__isnull=False),
    )

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "复议、诉讼"
        default_permissions = ()
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(ended_on=None),
                name="challenge_one_at_a_time",
                violation_error_message="还有一件复议、诉讼没有办结。",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}（{cn_date(self.filed_on)}）"
