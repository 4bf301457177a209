"""普法计划: what a year shall do to make the law known; approved, carried out, summed up."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from publicity.models.activities import Activity

USER = settings.AUTH_USER_MODEL


class OutreachPlan(ScopedModel):
    class State(models.TextChoices):
        DRAFT = "draft", "拟定"
        SUBMITTED = "submitted", "待批准"
        APPROVED = "approved", "实施中"
        CLOSED = "closed", "已总结"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    goal = models.TextField("目标和重点")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="拟定人")
    drafted_on = models.DateField("拟定日期", editable=False)
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    approved_on = models.DateField("批准日期", null=True, editable=False)
    result = models.TextField("总结", blank=True)
    closed_on = models.DateField("总结日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "普法计划"
        default_permissions = ()
        permissions = [("approve_outreach", "批准普法计划")]
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year"], name="outreach_plan_one_a_year",
                violation_error_message="这个年度已经有普法计划。",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.year}年普法计划"

    def get_absolute_url(self):
        return reverse("publicity:outreach-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "done" if self.state == self.State.CLOSED else "now"


class OutreachItem(ScopedModel):
    """One thing planned; activities that were held for it point to it."""

    plan = models.ForeignKey(
        OutreachPlan, models.PROTECT, related_name="items", verbose_name="普法计划"
    )
    kind = models.CharField("形式", max_length=20, choices=Activity.Kind)
    title = models.CharField("名称", max_length=200)
    planned_for = models.DateField("计划日期")
    responsible = models.CharField("责任机构或者岗位", max_length=100)
    dropped = models.CharField("没有开展的原因", max_length=300, blank=True)

    scope = Scope(bureau="plan__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "普法计划项目"
        default_permissions = ()
        ordering = ["planned_for", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.plan.get_absolute_url()
