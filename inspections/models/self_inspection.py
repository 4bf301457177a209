"""年度自查: what a bureau asks of its units in a year, and what each of them reports."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models.draws import Draw
from inspections.models.planning import PlanItem
from inspections.models.self_rules import ReportRule, SelfForm
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class SelfInspection(ScopedModel):
    """年度自查 of one bureau: reports on `report_year`, due on `due_on` of the year after.

    Year and due day are kept apart: which day it is, the time limit D-I11 says.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "准备中"
        OPEN = "open", "报送中"
        CLOSED = "closed", "已汇总"
        DISCARDED = "discarded", "已放弃"

    SHOWN = (State.OPEN, State.CLOSED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    report_year = models.PositiveSmallIntegerField("报告年度")
    rule = models.ForeignKey(ReportRule, models.PROTECT, verbose_name="报送规则")
    form = models.ForeignKey(SelfForm, models.PROTECT, verbose_name="自查表")
    requirements = models.TextField("报送要求", max_length=1000, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    opened_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="布置人"
    )
    opened_on = models.DateField("布置日期", null=True, editable=False)
    due_on = models.DateField("报送期限", null=True, editable=False)
    closed_on = models.DateField("汇总日期", null=True, editable=False)
    conclusion = models.TextField("汇总意见", blank=True, editable=False)
    summary = models.OneToOneField(
        Document, models.PROTECT, null=True, editable=False, verbose_name="自查审核汇总表"
    )

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "年度自查"
        default_permissions = ("view",)
        permissions = [
            ("run_selfinspection", "办理年度自查"),
            ("open_selfinspection", "布置年度自查、设定报送规则和自查表"),
        ]
        ordering = ["-report_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "report_year"],
                condition=~Q(state="discarded"),
                name="self_inspection_one_a_year",
                violation_error_message="这个报告年度的自查已经有了，请在原来的自查里办理。",
            )
        ]

    def __str__(self):
        return f"{self.report_year}年度档案工作情况自查"

    def get_absolute_url(self):
        return reverse("inspections:self-detail", args=[self.pk])

    @property
    def due_year(self) -> int:
        """The year in which the report on the year before is due."""
        return self.report_year + 1

    @property
    def state_tone(self):
        return {"open": "now", "closed": "done"}.get(self.state, "")


class SelfReport(ScopedModel):
    """自查报告 of one unit; `answers` and `remark` are the draft until they are handed in.

    A unit that the rule does not bind may be asked with a reason, and one that it binds be left
    out with a reason; `bound` says which it is.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待报送"
        SUBMITTED = "submitted", "待审核"
        RETURNED = "returned", "已退回"
        ACCEPTED = "accepted", "已审核"
        EXCLUDED = "excluded", "不列入"

    AWAITS_UNIT = (State.WAITING, State.RETURNED)

    self_inspection = models.ForeignKey(
        SelfInspection, models.PROTECT, related_name="reports", verbose_name="年度自查"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="self_reports", verbose_name="单位")
    bound = models.BooleanField("报送义务人", default=True)
    reason = models.CharField("列入或者不列入的理由", max_length=200, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.WAITING, editable=False
    )
    due_on = models.DateField("报送期限", null=True, editable=False)
    answers = models.JSONField("答复", default=dict)  # key of the question → answer
    remark = models.TextField("需要说明的情况", max_length=2000, blank=True)
    saved_at = models.DateTimeField("草稿保存时间", null=True, editable=False)
    saved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="填写人"
    )

    scope = Scope(
        bureau="self_inspection__bureau",
        party="unit__party",
        shown_to_party=Q(self_inspection__state__in=SelfInspection.SHOWN) & ~Q(state="excluded"),
    )

    class Meta:
        verbose_name = verbose_name_plural = "自查报告"
        default_permissions = ()
        permissions = [("answer_selfreport", "报送自查报告"), ("review_selfreport", "审核自查报告")]
        ordering = ["unit__party__name"]
        constraints = [
            models.UniqueConstraint(fields=["self_inspection", "unit"], name="self_report_once")
        ]

    def __str__(self):
        return f"{self.unit}：{self.self_inspection}"

    def get_absolute_url(self):
        return reverse("inspections:self-report", args=[self.pk])

    def get_portal_url(self):
        """The page on which the unit fills it in."""
        return reverse("inspections:portal-self-report", args=[self.pk])

    @property
    def bureau(self) -> Bureau:
        return self.self_inspection.bureau

    @property
    def state_tone(self):
        return {"submitted": "now", "accepted": "done", "returned": "due"}.get(self.state, "")


class SelfSubmission(ScopedModel):
    """What was handed in once, as it was: questions and answers, remark, pledge, and its digest.

    A report that is returned is handed in anew; the row of before stays.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "审核通过"
        RETURNED = "returned", "退回"

    report = models.ForeignKey(
        SelfReport, models.PROTECT, related_name="submissions", verbose_name="自查报告"
    )
    content = models.JSONField("内容")  # [{part, text, item, answer}] in the order of the form
    remark = models.TextField("需要说明的情况", blank=True)
    pledged_by = models.CharField("单位负责人", max_length=60)
    pledge_post = models.CharField("职务", max_length=60)
    submitted_on = models.DateField("报送日期")
    submitted_at = models.DateTimeField("报送时间")
    submitted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="报送人")
    on_behalf = models.BooleanField("代录", default=False)
    digest = models.CharField("内容摘要", max_length=64)
    outcome = models.CharField("审核结果", max_length=10, choices=Outcome, blank=True)
    outcome_note = models.TextField("审核意见", blank=True)
    reviewed_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="审核人"
    )
    reviewed_on = models.DateField("审核日期", null=True)

    scope = Scope(bureau="report__self_inspection__bureau", party="report__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "自查报送"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.report.unit} {cn_date(self.submitted_on)}报送"

    @property
    def receipt_number(self) -> str:
        """回执编号: year of the report and the number of the row."""
        return f"{self.report.self_inspection.report_year}-{self.pk:06d}"


class SelfUrge(ScopedModel):
    """督促: the letter to a unit that did not report; further only where a local article allows."""

    class Step(models.TextChoices):
        REMINDER = "reminder", "催报"
        ORDER = "order", "责令限期报送"

    report = models.ForeignKey(
        SelfReport, models.PROTECT, related_name="urges", verbose_name="自查报告"
    )
    step = models.CharField("措施", max_length=10, choices=Step)
    document = models.OneToOneField(Document, models.PROTECT, verbose_name="文书")
    taken_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="办理人")
    taken_on = models.DateField("办理日期")

    scope = Scope(bureau="report__self_inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "自查督促"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.report.unit} {self.get_step_display()}"


class SpotDraw(ScopedModel):
    """The draw by which the other half of the units to check on the spot is found."""

    self_inspection = models.ForeignKey(
        SelfInspection, models.PROTECT, related_name="spot_draws", verbose_name="年度自查"
    )
    draw = models.OneToOneField(
        Draw, models.PROTECT, related_name="spot_draw", verbose_name="随机抽取"
    )

    scope = Scope(bureau="self_inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "自查随机抽取"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.self_inspection}：{self.draw}"


class SpotPick(ScopedModel):
    """实地抽查: a unit chosen because its answers contradict what is known, with these reasons."""

    report = models.OneToOneField(
        SelfReport, models.PROTECT, related_name="spot_pick", verbose_name="自查报告"
    )
    reasons = models.JSONField("矛盾")
    plan_item = models.OneToOneField(
        PlanItem, models.PROTECT, related_name="spot_pick", verbose_name="计划项目"
    )
    picked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="选取人")
    picked_on = models.DateField("选取日期")

    scope = Scope(bureau="report__self_inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "自查实地抽查"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.report.unit}：{'；'.join(self.reasons)}"
