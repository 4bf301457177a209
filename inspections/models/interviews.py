"""约谈: notice, minutes, commitments."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from inspections.models.findings import Finding
from inspections.models.visits import Inspection
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class Interview(ScopedModel):
    """A talk with a unit's head; statutory only for 档案服务企业 (实施条例第五十一条)."""

    class Kind(models.TextChoices):
        WORK = "work", "工作约谈"
        STATUTORY = "statutory", "法定约谈"

    class State(models.TextChoices):
        DRAFT = "draft", "拟约谈"
        NOTIFIED = "notified", "已通知"
        HELD = "held", "已约谈"
        TERMINATED = "terminated", "单位撤销终结"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="被约谈单位")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="interviews", verbose_name="检查"
    )
    findings = models.ManyToManyField(Finding, verbose_name="未整改的问题")
    kind = models.CharField("性质", max_length=10, choices=Kind)
    reason = models.TextField("约谈事由")
    scheduled_on = models.DateField("约谈日期")
    scheduled_at = models.TimeField("约谈时间")
    place = models.CharField("约谈地点", max_length=200)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    held_on = models.DateField("实际约谈日期", null=True, editable=False)
    present = models.CharField("参加人员", max_length=300, blank=True)
    minutes = models.TextField("约谈记录", blank=True)
    signed_on = models.DateField("签字日期", null=True, editable=False)
    signed_by = models.CharField("签字的单位代表", max_length=100, blank=True)
    refusal_reason = models.TextField("拒绝签字的原因", blank=True)
    order = models.OneToOneField(  # 责令限期改正, which a statutory talk goes with
        Document, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="责令限期整改通知书",
    )  # fmt: skip

    scope = Scope(
        bureau="bureau",
        party="unit__party",
        shown_to_party=models.Q(state__in=[State.NOTIFIED, State.HELD]),
    )

    class Meta:
        verbose_name = verbose_name_plural = "约谈"
        default_permissions = ("view",)
        permissions = [("hold_interview", "约谈")]

    def __str__(self):
        return f"{self.unit}　{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("inspections:interview-detail", args=[self.pk])

    @property
    def state_tone(self):
        return {"notified": "now", "held": "done"}.get(self.state, "")


class Commitment(ScopedModel):
    """What the unit promised at a talk, until when, and whether it kept its word."""

    class Outcome(models.TextChoices):
        KEPT = "kept", "已做到"
        BROKEN = "broken", "没有做到"
        TERMINATED = "terminated", "单位撤销终结"

    CHECKED = (Outcome.KEPT, Outcome.BROKEN)  # what a check of it can find

    interview = models.ForeignKey(
        Interview, models.PROTECT, related_name="commitments", verbose_name="约谈"
    )
    position = models.PositiveSmallIntegerField("序号")
    text = models.TextField("承诺")
    due_on = models.DateField("承诺期限")
    outcome = models.CharField(
        "核实结果", max_length=10, choices=Outcome, blank=True, editable=False
    )
    outcome_note = models.TextField("核实情况", blank=True)
    checked_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="核实人", editable=False
    )
    checked_on = models.DateField("核实日期", null=True, editable=False)

    scope = Scope(
        bureau="interview__bureau",
        party="interview__unit__party",
        shown_to_party=models.Q(interview__state=Interview.State.HELD),
    )

    class Meta:
        verbose_name = verbose_name_plural = "约谈承诺"
        default_permissions = ()
        ordering = ["interview", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "position"], name="commitment_one_per_position"
            )
        ]

    def __str__(self):
        return f"{self.interview.unit} 承诺 {self.position}"

    @property
    def state_label(self) -> str:
        return self.get_outcome_display() or "待核实"

    @property
    def state_tone(self) -> str:
        tones = {"": "now", "kept": "done", "broken": "late"}
        return tones.get(self.outcome, "")
