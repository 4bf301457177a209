"""行政处罚案件: from the proposal to file it until it is closed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from inspections.models import Lead
from penalties.models.violations import FineClause

USER = settings.AUTH_USER_MODEL


class Case(ScopedModel):
    class State(models.TextChoices):
        PENDING = "pending", "待立案审批"
        RETURNED = "returned", "退回补正"
        NOT_FILED = "not_filed", "不予立案"
        ON_THE_SPOT = "on_the_spot", "当场处罚"
        INVESTIGATING = "investigating", "调查取证"
        INVESTIGATED = "investigated", "调查终结"
        PROPOSED = "proposed", "拟处罚意见"
        NOTIFIED = "notified", "告知听证"
        IN_REVIEW = "in_review", "法制审核"
        REVIEWED = "reviewed", "待决定"
        DECIDED = "decided", "送达执行"
        CLOSED = "closed", "已结案"

    class Outcome(models.TextChoices):
        PENALISED = "penalised", "已处罚并履行"
        UNENFORCED = "unenforced", "已处罚，人民法院不予执行或者终结执行"
        LAPSED = "lapsed", "已处罚，当事人终止，没有财产可供执行又没有义务承受人，终结执行"
        REVOKED = "revoked", "处罚决定经复议、诉讼撤销"
        SLIGHT = "slight", "不予处罚（行政处罚法第三十三条）"
        INCAPABLE = "incapable", "不予处罚（行政处罚法第三十条、第三十一条）"
        NOT_ESTABLISHED = "not_established", "违法事实不能成立"
        NO_FINE = "no_fine", "法律没有规定处罚，改为责令改正或者处理建议"
        TIME_BARRED = "time_barred", "超过追责期限，不再处罚"
        FINED = "fined", "同一违法行为已受罚款，不再罚款"
        TRANSFERRED = "transferred", "涉嫌犯罪，移送有权机关"
        PARTY_ENDED = "party_ended", "当事人终止（死亡），没有权利义务承受人，终止案件"

    class LongLimitation(models.TextChoices):
        """行政处罚法第三十六条第一款: five years in two fields, where there was harm too."""

        HEALTH = "health", "涉及公民生命健康安全"
        FINANCE = "finance", "涉及金融安全"

    OPEN = (
        State.PENDING, State.RETURNED, State.ON_THE_SPOT, State.INVESTIGATING,
        State.INVESTIGATED, State.PROPOSED, State.NOTIFIED, State.IN_REVIEW, State.REVIEWED,
        State.DECIDED,
    )  # fmt: skip
    WITH_PENALTY = (Outcome.PENALISED, Outcome.UNENFORCED, Outcome.LAPSED)
    REOPENED = (State.INVESTIGATING, State.INVESTIGATED, State.PROPOSED)  # once told: 补充调查
    TO_BE_HEARD = (State.NOTIFIED, State.IN_REVIEW, State.REVIEWED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    party = models.ForeignKey(Party, models.PROTECT, related_name="cases", verbose_name="当事人")
    lead = models.OneToOneField(Lead, models.PROTECT, related_name="case", verbose_name="线索")
    name = models.CharField("案件名称", max_length=300)
    year = models.PositiveSmallIntegerField("年度", null=True, editable=False)
    serial = models.PositiveIntegerField("序号", null=True, editable=False)
    number = models.CharField("立案号", max_length=60, blank=True, editable=False)
    state = models.CharField(
        "状态", max_length=14, choices=State, default=State.PENDING, editable=False
    )
    on_the_spot = models.BooleanField("简易程序（当场处罚）", default=False, editable=False)
    clause = models.ForeignKey(FineClause, models.PROTECT, verbose_name="处罚依据")
    summary = models.TextField("案情摘要")
    act_place = models.CharField("违法行为发生地", max_length=200)
    in_jurisdiction = models.BooleanField("发生地在本机关辖区")
    act_ended_on = models.DateField("违法行为终了日期")
    discovered_on = models.DateField("发现日期")
    long_limitation = models.CharField(
        "适用五年追责期限的领域", max_length=8, choices=LongLimitation, blank=True
    )  # blank: two years
    harm = models.CharField("危害后果", max_length=300, blank=True)
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="承办人")
    proposed_on = models.DateField("提请立案日期")
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    filed_on = models.DateField("立案日期", null=True, editable=False)

    facts = models.TextField("违法事实", blank=True)
    report = models.TextField("调查终结报告", blank=True)
    grave = models.CharField("情节复杂或者重大违法行为的理由", max_length=300, blank=True)
    investigated_on = models.DateField("调查终结日期", null=True, editable=False)
    told_on = models.DateField("首次告知日期", null=True, editable=False)
    closed_on = models.DateField("结案日期", null=True, editable=False)
    outcome = models.CharField("结案方式", max_length=16, choices=Outcome, blank=True)
    outcome_note = models.TextField("结案说明", blank=True)

    scope = Scope(bureau="bureau", party="party", shown_to_party=models.Q(told_on__isnull=False))

    class Meta:
        verbose_name = verbose_name_plural = "行政处罚案件"
        default_permissions = ("view",)
        permissions = [
            ("handle_case", "承办案件"),
            ("approve_case", "批准立案"),
            ("decide_case", "作出处罚决定"),
            ("review_case", "法制审核"),
            ("chair_hearing", "主持听证"),
            ("answer_notice", "陈述申辩、要求听证"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year", "serial"],
                condition=models.Q(serial__isnull=False),
                name="case_one_per_number",
            )
        ]
        indexes = [models.Index(fields=["bureau", "state"])]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("penalties:case-detail", args=[self.pk])

    def get_outcome_display(self) -> str:
        """As the record says it: a person does not come to his end as a unit does."""
        if self.outcome == self.Outcome.PARTY_ENDED and self.party.kind == Party.Kind.PERSON:
            return "当事人（公民）死亡，终止案件"
        return self.Outcome(self.outcome).label if self.outcome else ""

    @property
    def reopened(self) -> bool:
        """Whether it is investigated once more (补充调查) after the party had been told."""
        return self.told_on is not None and self.state in self.REOPENED

    @property
    def violation(self):
        return self.clause.violation

    @property
    def state_tone(self):
        if self.state in (self.State.CLOSED, self.State.NOT_FILED):
            return "done" if self.state == self.State.CLOSED else ""
        return "now"

    @property
    def assessment(self):
        """The latest 拟处罚意见, or None."""
        return max(self.assessments.all(), key=lambda row: row.pk, default=None)


class CaseOfficerQuerySet(ScopedQuerySet):
    def in_charge(self, on: date | None = None):
        """Who investigates now, or did so on a day."""
        if on is None:
            return self.filter(left_on=None)
        begun = models.Q(joined_on=None) | models.Q(joined_on__lte=on)
        return self.filter(begun, models.Q(left_on=None) | models.Q(left_on__gt=on))


class CaseOfficer(ScopedModel):
    """承办人员: who investigates; at least two licensed (行政处罚法第四十二条).

    Whoever was relieved (移交工作) took part all the same: he does not review, chair or decide.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="officers", verbose_name="案件")
    user = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="执法人员")
    joined_on = models.DateField("接办日期", null=True, editable=False)  # None: since the filing
    left_on = models.DateField("移交日期", null=True, editable=False)

    objects = CaseOfficerQuerySet.as_manager()
    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "承办人员"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="case_officer_once")]

    def __str__(self):
        return f"{self.user}"
