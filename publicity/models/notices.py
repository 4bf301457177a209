"""公示: the redacted summary of one issued document, from its draft to its withdrawal."""

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from inspections.models import Inspection

EXEMPLARY = "exemplary_decision"
ENDED = "单位已撤销，整改终结"
RESULT_LABELS = {
    "title": "标题", "party_name": "被检查单位", "facts": "检查结果", "outcome": "整改情况",
}  # fmt: skip
USER = settings.AUTH_USER_MODEL


class NoticeQuerySet(ScopedQuerySet):
    def public_on(self, day: date):
        """What anyone may read on `day`: published, not withdrawn, its time not over.

        What was repaired (信用修复) is over that very day. A model case is hidden as soon as its
        unit takes its consent back.
        """
        taken_back = models.Q(document__kind=EXEMPLARY, changed_on__isnull=False)
        return self.exclude(taken_back).filter(
            models.Q(expires_on=None) | models.Q(expires_on__gte=day),
            models.Q(repaired_on=None) | models.Q(repaired_on__gt=day),
            state=Notice.State.PUBLISHED,
            published_on__lte=day,
        )

    def of_results(self, chosen: bool = True):
        """Notices of the results of checks; without `chosen` all the others."""
        return self.exclude(check_kind="") if chosen else self.filter(check_kind="")

    def withdrawn(self):
        """Withdrawn notices, of which only number, day and reason are public."""
        return self.filter(state=Notice.State.WITHDRAWN)


class Notice(ScopedModel):
    class State(models.TextChoices):
        DRAFT = "draft", "拟公示"
        APPROVED = "approved", "待公布"
        PUBLISHED = "published", "已公布"
        WITHDRAWN = "withdrawn", "已撤回"

    class CreditClass(models.TextChoices):
        """信用修复管理办法: a labelled setting chosen for each case, with its reason."""

        MINOR = "minor", "轻微（最长三个月，原则上不公示）"
        GENERAL = "general", "一般（三个月至一年）"
        SERIOUS = "serious", "严重（一年至三年）"
        NONE = "none", "不属于信用信息，长期公开"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="notices", verbose_name="公示的文书"
    )
    number = models.CharField("文号", max_length=60)
    title = models.CharField("案件名称", max_length=300)
    party_name = models.CharField("当事人", max_length=200, blank=True)
    facts = models.TextField("违法事实", blank=True)
    basis = models.TextField("依据", blank=True)
    outcome = models.TextField("决定", blank=True)
    issuer = models.CharField("作出决定的机关", max_length=100)
    decided_on = models.DateField("决定日期")
    # Of the result of a check alone
    check_kind = models.CharField("检查类型", max_length=10, choices=Inspection.Kind, blank=True)
    checked_on = models.DateField("检查日期", null=True, blank=True)
    certificates = models.CharField("执法证件编号", max_length=300, blank=True)
    found = models.PositiveSmallIntegerField("发现的问题", null=True, editable=False)
    fixed = models.PositiveSmallIntegerField("已经整改的问题", null=True, editable=False)
    ended = models.PositiveSmallIntegerField("因单位撤销终结的问题", default=0, editable=False)
    credit_class = models.CharField("信用信息分类", max_length=10, choices=CreditClass)
    credit_reason = models.CharField("分类理由", max_length=300)
    expires_on = models.DateField("公示截止日期", null=True, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="拟稿人")
    drafted_on = models.DateField("拟稿日期")
    secrecy_checked = models.BooleanField("保密审查通过", default=False)
    secrecy_reviewer = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="保密审查人"
    )
    secrecy_note = models.CharField("保密审查意见", max_length=300, blank=True)
    redaction_checked = models.BooleanField("隐去的内容已核对", default=False)
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    approved_on = models.DateField("批准日期", null=True, editable=False)
    published_on = models.DateField("公布日期", null=True, editable=False)
    changed_on = models.DateField("决定变更日期", null=True, editable=False)
    changed_ground = models.CharField("变更情况", max_length=300, blank=True)
    repaired_on = models.DateField("信用修复日期", null=True, editable=False)
    repair_note = models.CharField("信用修复的依据", max_length=300, blank=True, editable=False)
    withdrawn_on = models.DateField("撤回日期", null=True, editable=False)
    withdrawal_reason = models.CharField("撤回理由（公开）", max_length=500, blank=True)

    scope = Scope(bureau="bureau", shown_to_superior=models.Q(state=State.PUBLISHED))
    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执法公示"
        default_permissions = ("view",)
        permissions = [
            ("draft_notice", "拟公示"),
            ("approve_notice", "批准公示"),
            ("publish_notice", "公布和撤回公示"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=~models.Q(state="withdrawn"),
                name="notice_one_at_a_time",
                violation_error_message="这份文书已有公示。",
            )
        ]

    def __str__(self):
        return f"{self.title}（{self.number}）"

    @property
    def is_exemplary(self) -> bool:
        return self.document.kind == EXEMPLARY

    @property
    def words(self) -> str:
        """All that is typed into it and read by the public."""
        return "\n".join((self.title, self.party_name, self.facts, self.basis, self.outcome))

    def label_of(self, name: str) -> str:
        """What a part of the summary is called on this notice."""
        own = RESULT_LABELS if self.is_result else {}
        return own.get(name, self._meta.get_field(name).verbose_name)

    @property
    def is_result(self) -> bool:
        """Whether it is about a check, and not a decision or a model case."""
        return bool(self.check_kind)

    @property
    def put_right(self) -> str:
        """整改情况 in a word."""
        if not self.found:
            return ENDED if self.ended else "没有需要整改的问题"
        return "已整改" if self.fixed == self.found else "整改中"

    def get_absolute_url(self):
        return reverse("publicity:notice-detail", args=[self.pk])

    @property
    def state_tone(self):
        return {"draft": "", "approved": "now", "published": "done", "withdrawn": "late"}[
            self.state
        ]
