"""年度检查计划: what will be inspected, when and how."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.withdrawing import Withdrawable
from inspections.models.campaigns import Campaign
from inspections.models.checklists import Checklist
from inspections.models.draws import Draw
from units.models import Unit


class PlanQuerySet(ScopedQuerySet):
    def public(self):
        """The plans that anyone may know of; what of them is public is for 公示 to say."""
        return self.filter(state__in=Plan.PUBLIC)

    def withdrawn(self):
        """Plans that anyone could read and that are not published again yet."""
        return self.exclude(state__in=Plan.PUBLIC).exclude(withdrawn_on=None)


class Plan(Withdrawable, ScopedModel):
    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        SUBMITTED = "submitted", "待法制审核"
        CHECKED = "checked", "待审定"
        APPROVED = "approved", "已审定"
        PUBLISHED = "published", "已公布"
        CLOSED = "closed", "已总结"

    PUBLIC = (State.PUBLISHED, State.CLOSED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("名称", max_length=100)
    purpose = models.TextField("检查目的和依据", blank=True)
    method = models.TextField("检查方式", blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人"
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="法制审核人",
    )
    checked_on = models.DateField("法制审核日期", null=True, editable=False)
    opinion = models.TextField("法制审核意见", blank=True, editable=False)
    approved_on = models.DateField("审定日期", null=True, editable=False)
    published_on = models.DateField("公布日期", null=True, editable=False)
    closed_on = models.DateField("总结日期", null=True, editable=False)
    summary = models.TextField("总结", blank=True, editable=False)

    scope = Scope(
        bureau="bureau",
        shown_to_superior=models.Q(state__in=[State.PUBLISHED, State.CLOSED]),
    )
    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "年度检查计划"
        default_permissions = ("view",)
        permissions = [
            ("draft_plan", "编制计划"),
            ("check_plan", "审核计划"),
            ("approve_plan", "审定计划"),
            ("publish_plan", "公布计划"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year"],
                name="plan_one_per_year",
                violation_error_message="本年度已经有检查计划，请在原计划上修改。",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("inspections:plan-detail", args=[self.pk])

    @property
    def state_tone(self):
        return "done" if self.state in {"published", "closed"} else "now"


class PlanItem(ScopedModel):
    """One visit that the plan foresees."""

    class Method(models.TextChoices):
        ON_SITE = "on_site", "现场检查"
        JOINT = "joint", "联合检查"
        WRITTEN = "written", "书面检查"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="items", verbose_name="计划")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="被检查单位")
    kind = models.CharField(
        "检查类型", max_length=10, choices=[("daily", "日常检查"), ("special", "专项检查")]
    )
    month = models.PositiveSmallIntegerField("计划月份")
    checklist = models.ForeignKey(Checklist, models.PROTECT, verbose_name="检查清单")
    method = models.CharField("检查方式", max_length=10, choices=Method, default=Method.ON_SITE)
    group = models.CharField("按组列入", max_length=80, blank=True, editable=False)
    draw = models.ForeignKey(
        Draw,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="items",
        verbose_name="随机抽取",
    )
    drawn_officers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        editable=False,
        related_name="+",
        verbose_name="抽中的执法人员",
    )
    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="plan_items",
        verbose_name="专项检查（上级）",
    )
    half_day_on = models.DateField("建议的日期", null=True, editable=False)
    session = models.CharField(
        "建议的时段",
        max_length=10,
        blank=True,
        editable=False,
        choices=[("morning", "上午"), ("afternoon", "下午")],
    )
    proposed_officers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        editable=False,
        related_name="+",
        verbose_name="建议的执法人员",
    )
    asked_by = models.CharField("要求检查的规则", max_length=300, blank=True, editable=False)
    deviation = models.CharField("未按计划完成的原因", max_length=200, blank=True)

    scope = Scope(bureau="plan__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "计划项目"
        default_permissions = ()
        ordering = ["month", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__range=(1, 12)),
                name="plan_item_month_in_year",
                violation_error_message="月份应当是 1 到 12。",
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.month} 月"
