"""检查发现的问题, the unit's answers and what a look-back found."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property

from archives_enforcement.access import Scope, ScopedModel
from inspections.models.checklists import ChecklistItem, Severity
from inspections.models.site import SpotFix
from inspections.models.terminations import Termination
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL
TOLD = models.Q(inspection__state__in=Inspection.TOLD)


class Finding(ScopedModel):
    """One problem, with what must be done about it; followed until it is struck off (销号)."""

    class State(models.TextChoices):
        OPEN = "open", "待整改"
        REPLIED = "replied", "待复核"
        RETURNED = "returned", "已退回"
        ACCEPTED = "accepted", "已销号"
        TERMINATED = "terminated", "单位撤销终结"  # neither open nor put right

    UNFIXED = (State.OPEN, State.REPLIED, State.RETURNED)

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="findings", verbose_name="检查"
    )
    item = models.ForeignKey(ChecklistItem, models.PROTECT, null=True, verbose_name="检查事项")
    position = models.PositiveSmallIntegerField("序号")
    text = models.TextField("问题")
    requirement = models.TextField("整改要求")
    basis = models.CharField("依据", max_length=300)
    severity = models.CharField("严重程度", max_length=1, choices=Severity)
    guidance = models.TextField("怎么改（馆方指导）", blank=True)
    guidance_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="指导人"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )
    due_on = models.DateField("整改期限", null=True, editable=False)
    accepted_on = models.DateField("销号日期", null=True, editable=False)
    owner = models.CharField("责任人", max_length=100, blank=True)  # at the unit, as it names him
    progress = models.PositiveSmallIntegerField(  # what the bureau has taken as done so far
        "完成比例（%）", default=0, editable=False
    )
    paused_on = models.DateField("暂停整改日期", null=True, editable=False)
    spot_fix = models.OneToOneField(
        SpotFix, models.PROTECT, null=True, editable=False, verbose_name="当场整改"
    )
    termination = models.ForeignKey(
        Termination, models.PROTECT, null=True, editable=False, related_name="findings",
        verbose_name="终结整改",
    )  # fmt: skip

    scope = Scope(bureau="inspection__bureau", party="inspection__unit__party", shown_to_party=TOLD)

    class Meta:
        verbose_name = verbose_name_plural = "问题"
        default_permissions = ("view",)
        permissions = [
            ("answer_finding", "回复整改情况"),
            ("review_reply", "复核整改回复"),
            ("give_guidance", "填写整改指导"),
        ]
        ordering = ["inspection", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "position"], name="finding_one_per_position"
            )
        ]

    def __str__(self):
        return f"第 {self.position} 项　{self.text[:40]}"

    def get_absolute_url(self):
        return reverse("inspections:finding-detail", args=[self.pk])

    @property
    def state_tone(self):
        tones = {"replied": "now", "returned": "due", "accepted": "done"}
        return tones.get(self.state, "")

    @property
    def is_past(self) -> bool:
        """Whether nobody is left to answer on it: its unit ended without an heir.

        An answer of before is still looked at.
        """
        if self.state == self.State.TERMINATED:
            return True
        waits = self.state in (self.State.OPEN, self.State.RETURNED)
        return waits and self.inspection.unit.left_no_heir

    @property
    def last_answer(self):
        """The bureau's last word on what the unit said, None before the first."""
        said = (Reply.Outcome.ACCEPTED, Reply.Outcome.RETURNED, Reply.Outcome.REFUSED)
        taken = [reply for reply in self.replies.all() if reply.outcome in said]
        return max(taken, key=lambda reply: reply.pk, default=None)

    @cached_property
    def waiting(self) -> dict:
        """What of the unit nobody has answered yet, the newest of each kind."""
        return {reply.kind: reply for reply in self.replies.filter(outcome="").order_by("pk")}


class Reply(ScopedModel):
    """What the unit answered on one finding, and how the bureau took it."""

    class Kind(models.TextChoices):
        FIXED = "fixed", "已经改好"
        PARTLY = "partly", "改好了一部分"
        MORE_TIME = "more_time", "需要多一些时间"
        OBJECTION = "objection", "我们有不同意见"

    REPORTS = (Kind.FIXED, Kind.PARTLY)  # go to review
    REQUESTS = (Kind.MORE_TIME, Kind.OBJECTION)  # are decided; what must be done goes on meanwhile

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "同意"
        RETURNED = "returned", "退回"
        REFUSED = "refused", "不同意"
        WITHDRAWN = "withdrawn", "不再需要"
        ASIDE = "aside", "同时提交，未采用"

    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="replies", verbose_name="问题"
    )
    kind = models.CharField("回复", max_length=10, choices=Kind)
    text = models.TextField("说明")
    until = models.DateField("希望延到", null=True, blank=True)
    granted = models.DateField("同意延到", null=True, editable=False)
    share = models.PositiveSmallIntegerField(
        "完成比例（%）",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(99)],
    )
    replied_on = models.DateField("回复日期")
    replied_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="录入人")
    on_behalf = models.BooleanField("代录", default=False)
    outcome = models.CharField("复核结果", max_length=10, choices=Outcome, blank=True)
    outcome_note = models.TextField("复核意见", blank=True)
    reviewed_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="复核人"
    )
    reviewed_on = models.DateField("复核日期", null=True)

    scope = Scope(bureau="finding__inspection__bureau", party="finding__inspection__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "整改回复"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.finding} {self.get_kind_display()}"

    @property
    def is_request(self) -> bool:
        return self.kind in self.REQUESTS


class LookBackResult(ScopedModel):
    """回头看: what a finding of the first visit looks like now, beside the first result."""

    class Result(models.TextChoices):
        FIXED = "fixed", "已整改"
        PARTLY = "partly", "部分整改"
        NOT_FIXED = "not_fixed", "未整改"

    look_back = models.ForeignKey(
        Inspection, models.CASCADE, related_name="look_back_results", verbose_name="回头看"
    )
    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="look_back_results", verbose_name="问题"
    )
    result = models.CharField("结果", max_length=10, choices=Result)
    facts = models.TextField("事实记录", blank=True)

    scope = Scope(bureau="look_back__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "回头看结果"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["look_back", "finding"], name="look_back_one_result_per_finding"
            )
        ]

    def __str__(self):
        return f"{self.finding} {self.get_result_display()}"

    @property
    def inspection(self) -> Inspection:
        """The visit on which it was seen."""
        return self.look_back

    @property
    def is_locked(self) -> bool:
        """Whether the record of that visit is closed; until then the result may change."""
        return self.look_back.state != Inspection.State.ON_SITE
