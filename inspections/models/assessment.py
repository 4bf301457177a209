"""年度考核: weights as dated settings, safety evaluations, and each unit's score with its reasons.

How it is weighed is local practice (工作要求), never law. No fine and no number of penalties has a
place in it (《中华人民共和国行政处罚法》第七十四条).
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from units.models import Unit

USER = settings.AUTH_USER_MODEL
SHARE = [MaxValueValidator(100)]


class AssessmentRuleQuerySet(ScopedQuerySet):
    def on(self, bureau, day):
        """The rule by which that bureau assesses on `day`; None before the first."""
        rows = self.filter(bureau=bureau, valid_from__lte=day)
        return rows.order_by("-valid_from").first()


class AssessmentRule(ScopedModel):
    """Points of the five parts, what lateness leaves of them, and the grades; from one day on."""

    is_setting = True

    PARTS = ("checks", "rectification", "look_back", "self_report", "safety")

    bureau = models.ForeignKey(Bureau, models.PROTECT, editable=False, verbose_name="机关")
    valid_from = models.DateField("启用日期")
    checks = models.PositiveSmallIntegerField("检查（分）")
    rectification = models.PositiveSmallIntegerField("整改（分）")
    look_back = models.PositiveSmallIntegerField("回头看（分）", default=0)  # 0: not a part
    self_report = models.PositiveSmallIntegerField("自查报送（分）")
    safety = models.PositiveSmallIntegerField("安全评价（分）")
    late_share = models.PositiveSmallIntegerField("逾期办到的计（%）", default=50, validators=SHARE)
    partly_share = models.PositiveSmallIntegerField(
        "回头看部分整改的计（%）", default=50, validators=SHARE
    )
    excellent = models.PositiveSmallIntegerField("优秀（分以上）")
    good = models.PositiveSmallIntegerField("良好（分以上）")
    passing = models.PositiveSmallIntegerField("合格（分以上）")
    source = models.CharField("来源", max_length=200)
    made_by = models.ForeignKey(
        USER, models.PROTECT, editable=False, related_name="+", verbose_name="设定人"
    )

    scope = Scope(bureau="bureau")
    objects = AssessmentRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "考核规则"
        default_permissions = ()
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "valid_from"],
                name="assessment_rule_one_a_day",
                violation_error_message="这一天已经有一条考核规则启用，请改选启用日期。",
            ),
            models.CheckConstraint(
                condition=Q(
                    safety=100
                    - F("checks")
                    - F("rectification")
                    - F("look_back")
                    - F("self_report")
                ),
                name="assessment_rule_of_a_hundred",
                violation_error_message="各部分的分值合计应当是 100 分。",
            ),
            models.CheckConstraint(
                condition=Q(excellent__lte=100, excellent__gt=F("good"), good__gt=F("passing")),
                name="assessment_rule_grades_in_order",
                violation_error_message="三个等级的分数应当从高到低，不超过 100。",
            ),
        ]

    def __str__(self):
        return (
            f"检查 {self.checks}、整改 {self.rectification}、回头看 {self.look_back}、"
            f"自查报送 {self.self_report}、安全评价 {self.safety} 分"
        )

    @property
    def grades(self) -> str:
        return f"{self.excellent} 分以上优秀，{self.good} 分以上良好，{self.passing} 分以上合格"


class SafetyEvaluation(ScopedModel):
    """档案安全评价 of a unit in a year, by the bureau or by the superior, as its paper says."""

    class Evaluator(models.TextChoices):
        OWN = "own", "本机关评价"
        SUPERIOR = "superior", "上级评价"

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="safety_evaluations", verbose_name="单位"
    )
    year = models.PositiveSmallIntegerField("年度")
    evaluator = models.CharField("评价主体", max_length=10, choices=Evaluator)
    score = models.DecimalField(
        "得分（百分制）",
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    evaluated_on = models.DateField("评价日期")
    source = models.CharField("评价文件", max_length=200)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "档案安全评价"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.unit} {self.year}年{self.get_evaluator_display()}"


class Assessment(ScopedModel):
    """年度考核 of one year; counted as often as wanted until it is published, never after."""

    class State(models.TextChoices):
        DRAFT = "draft", "计算中"
        PUBLISHED = "published", "已公布"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    year = models.PositiveSmallIntegerField("考核年度")
    rule = models.ForeignKey(AssessmentRule, models.PROTECT, verbose_name="考核规则")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    as_of = models.DateField("计算到", null=True, editable=False)
    prepared_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    published_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="公布人"
    )
    published_on = models.DateField("公布日期", null=True, editable=False)
    appeal_by = models.DateField("申请复核的期限", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "年度考核"
        default_permissions = ("view",)
        permissions = [
            ("run_assessment", "办理年度考核"),
            ("publish_assessment", "公布年度考核、答复复核、设定考核规则"),
        ]
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year"],
                name="assessment_one_a_year",
                violation_error_message="这一年的考核已经有了，请在原来的考核里办理。",
            )
        ]

    def __str__(self):
        return f"{self.year}年度档案工作考核"

    def get_absolute_url(self):
        return reverse("inspections:assessment-detail", args=[self.pk])

    @property
    def state_tone(self):
        return "done" if self.state == self.State.PUBLISHED else "now"


class AssessmentResult(ScopedModel):
    """考核结果 of one unit: what each part brought and from which records.

    From its publication the database refuses to change score and lines; what an appeal changes
    stands with the appeal.
    """

    class State(models.TextChoices):
        COUNTED = "counted", "没有申请复核"
        APPEALED = "appealed", "复核中"
        DECIDED = "decided", "已复核"

    assessment = models.ForeignKey(
        Assessment, models.CASCADE, related_name="results", verbose_name="年度考核"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="assessment_results", verbose_name="单位"
    )
    lines = models.JSONField("计分")  # of queries.score_parts.Part
    total = models.DecimalField("得分", max_digits=5, decimal_places=2)
    grade = models.CharField("等级", max_length=10)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.COUNTED, editable=False
    )
    told_on = models.DateField("公布日期", null=True, editable=False)
    notice = models.OneToOneField(
        Document, models.PROTECT, null=True, editable=False, verbose_name="通报"
    )

    scope = Scope(
        bureau="assessment__bureau",
        party="unit__party",
        shown_to_party=Q(told_on__isnull=False),
    )

    class Meta:
        verbose_name = verbose_name_plural = "考核结果"
        default_permissions = ()
        permissions = [("appeal_assessment", "查看考核结果和申请复核")]
        ordering = ["-total", "unit__party__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "unit"], name="assessment_result_once_a_unit"
            )
        ]

    def __str__(self):
        return f"{self.unit}：{self.assessment}"

    def get_absolute_url(self):
        return reverse("inspections:assessment-result", args=[self.pk])

    def get_portal_url(self):
        """The page on which the unit reads it and may ask for a review."""
        return reverse("inspections:portal-assessment", args=[self.pk])

    @property
    def state_tone(self):
        return {"appealed": "due", "decided": "done"}.get(self.state, "")


class Appeal(ScopedModel):
    """复核申请 on a result, and its answer; a changed result stands here, not over the old one."""

    class Outcome(models.TextChoices):
        KEPT = "kept", "维持"
        CHANGED = "changed", "更正"

    result = models.OneToOneField(
        AssessmentResult, models.PROTECT, related_name="appeal", verbose_name="考核结果"
    )
    text = models.TextField("理由")
    filed_on = models.DateField("申请日期")
    filed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="申请人")
    on_behalf = models.BooleanField("代录", default=False)
    outcome = models.CharField("复核结果", max_length=10, choices=Outcome, blank=True)
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="答复人"
    )
    answered_on = models.DateField("答复日期", null=True)
    lines = models.JSONField("更正后的计分", null=True)
    total = models.DecimalField("更正后的得分", max_digits=5, decimal_places=2, null=True)
    grade = models.CharField("更正后的等级", max_length=10, blank=True)

    scope = Scope(bureau="result__assessment__bureau", party="result__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "考核复核"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.result.unit} 申请复核"
