"""行政检查: one visit from its approval to its end."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.files.models import StoredFile
from archives_enforcement.templatetags.formats import cn_date
from inspections.models.campaigns import Campaign
from inspections.models.checklists import Checklist
from inspections.models.leads import Lead
from inspections.models.planning import PlanItem
from inspections.models.scoring import percent
from units.models import Unit

USER = settings.AUTH_USER_MODEL


def day_of(path: str = "") -> Coalesce:
    """`Inspection.day` in the database; `path` leads to the visit, with its underscores."""
    return Coalesce(f"{path}inspected_on", f"{path}scheduled_on")


class Inspection(ScopedModel):
    class Kind(models.TextChoices):
        DAILY = "daily", "日常检查"
        SPECIAL = "special", "专项检查"
        CASE = "case", "个案检查"
        LOOK_BACK = "look_back", "回头看"

    class Session(models.TextChoices):
        MORNING = "morning", "上午"
        AFTERNOON = "afternoon", "下午"

    class State(models.TextChoices):
        DRAFT = "draft", "拟检查"
        PENDING = "pending", "待审批"
        APPROVED = "approved", "已批准"
        ON_SITE = "on_site", "现场检查"
        RECORDED = "recorded", "待反馈"
        FED_BACK = "fed_back", "已反馈"  # and nothing was left to put right
        RECTIFYING = "rectifying", "整改中"
        CLOSED = "closed", "已办结"
        CANCELLED = "cancelled", "已取消"
        UNAPPROVED = "unapproved", "未经批准"  # 紧急检查 whose approval was refused afterwards

    class CapException(models.TextChoices):
        """The checks that a yearly ceiling does not forbid (国办发〔2024〕54号, 据转载材料核对)."""

        CLUE = "clue", "投诉举报、转办交办、数据监测等线索"
        REQUEST = "request", "企业申请"
        SUPERIOR = "superior", "上级部署的专项检查"

    ENFORCEMENT = (Kind.DAILY, Kind.SPECIAL, Kind.CASE)  # a look-back is counted apart
    ANSWERABLE = (State.FED_BACK, State.RECTIFYING)  # the letter is out, the check not closed
    TOLD = (*ANSWERABLE, State.CLOSED)  # the unit has its letter
    FALLEN = (State.CANCELLED, State.UNAPPROVED)  # what they were for is open again
    ENDED = (State.CLOSED, *FALLEN)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="inspections", verbose_name="被检查单位"
    )
    kind = models.CharField("检查类型", max_length=10, choices=Kind)
    plan_item = models.ForeignKey(
        PlanItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inspections",
        verbose_name="计划项目",
    )
    lead = models.ForeignKey(
        Lead, models.PROTECT, null=True, blank=True, related_name="inspections", verbose_name="线索"
    )
    origin = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="look_backs",
        verbose_name="原检查",
    )
    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inspections",
        verbose_name="专项检查（上级）",
    )
    checklist = models.ForeignKey(Checklist, models.PROTECT, verbose_name="检查清单")
    reason = models.CharField("检查事由", max_length=200, blank=True)
    cap_exception = models.CharField(
        "不受频次上限限制的情形", max_length=10, choices=CapException, blank=True
    )
    unannounced = models.CharField("不预先通知的理由", max_length=200, blank=True)
    urgent_reason = models.CharField("紧急检查的理由", max_length=200, blank=True, editable=False)
    scheduled_on = models.DateField("检查日期")
    session = models.CharField("时段", max_length=10, choices=Session, default=Session.AFTERNOON)
    place = models.CharField("地点", max_length=200, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    approved_on = models.DateField("批准日期", null=True, editable=False)
    refused_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="不予批准的人",
        editable=False,
    )  # fmt: skip
    refused_on = models.DateField("不予批准的日期", null=True, editable=False)
    refused_because = models.CharField("不予批准的理由", max_length=200, blank=True, editable=False)

    # What happened on site
    inspected_on = models.DateField("实际检查日期", null=True, editable=False)
    arrived_at = models.TimeField("到达时间", null=True)
    left_at = models.TimeField("离开时间", null=True)
    certificates_shown = models.BooleanField("已出示执法证件", default=False)
    methods = models.JSONField("检查方式", default=list)
    met = models.CharField("在场人员", max_length=200, blank=True)  # in words; people are rows
    powers = models.JSONField("行使的职权", default=list)
    summary = models.TextField("检查概况", blank=True)
    oral_feedback_to = models.CharField("口头反馈对象", max_length=200, blank=True)
    oral_feedback = models.TextField("口头反馈内容", blank=True)
    signed_by = models.CharField("签字人", max_length=60, blank=True)
    signature = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="签名"
    )
    refusal_reason = models.CharField("拒绝签字的原因", max_length=200, blank=True)
    witness = models.CharField("见证人", max_length=100, blank=True)
    reported_on = models.DateField("填报平台日期", null=True)
    earned = models.PositiveSmallIntegerField("得分", null=True, editable=False)
    possible = models.PositiveSmallIntegerField("满分", null=True, editable=False)
    grade = models.CharField("等级", max_length=10, blank=True, editable=False)
    last_exhibit = models.PositiveIntegerField("末号（证据）", default=0, editable=False)

    scope = Scope(bureau="bureau", party="unit__party", shown_to_party=models.Q(state__in=TOLD))

    class Meta:
        verbose_name = verbose_name_plural = "检查"
        default_permissions = ("view",)
        permissions = [
            ("draft_inspection", "拟定检查"),
            ("approve_inspection", "批准检查"),
            ("record_inspection", "记录现场检查"),
            ("draft_letter", "起草检查文书"),
            ("report_to_platform", "填报执法监督平台"),
        ]
        indexes = [
            models.Index(fields=["bureau", "state", "scheduled_on"]),
            models.Index(fields=["unit", "-scheduled_on"]),
            models.Index(  # the list, newest first, a page at a time
                "bureau", day_of().desc(), models.F("id").desc(), name="inspection_newest_first"
            ),
        ]

    def __str__(self):
        return f"{self.unit}　{self.get_kind_display()}（{cn_date(self.day)}）"

    def get_absolute_url(self):
        return reverse("inspections:inspection-detail", args=[self.pk])

    @property
    def day(self) -> date:
        """When it was held; as long as it was not, when it is to be."""
        return self.inspected_on or self.scheduled_on

    @property
    def party(self):
        return self.unit.party

    @property
    def share(self) -> str:
        """The share of the points, 92.91%, cut off and not rounded; empty without a score."""
        return percent(self.earned, self.possible) if self.possible else ""

    @property
    def is_look_back(self):
        return self.kind == self.Kind.LOOK_BACK

    @property
    def awaits_late_approval(self) -> bool:
        """紧急检查 that the head has still to approve."""
        return bool(self.urgent_reason) and self.approved_on is None and self.refused_on is None

    @property
    def is_beyond_caps(self) -> bool:
        """Whether it is one of the checks that no yearly ceiling forbids, with its reason."""
        if self.kind == self.Kind.CASE and self.lead_id:
            return True
        kinds = {
            self.CapException.CLUE: (self.Kind.CASE,),
            self.CapException.REQUEST: self.ENFORCEMENT,
            self.CapException.SUPERIOR: (self.Kind.SPECIAL,),
        }
        fits = self.cap_exception and self.kind in kinds[self.cap_exception]
        return bool(fits and self.reason.strip())

    @property
    def state_tone(self):
        return {"closed": "done", "cancelled": "", "draft": "", "unapproved": "due"}.get(
            self.state, "now"
        )
