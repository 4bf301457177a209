"""年度工作台账: what the leadership tracks, and its own visits to places that matter."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from publicity.models import Entry


class LedgerTask(ScopedModel):
    """One task of the year's ledger, followed until it is done."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("任务", max_length=200)
    owner = models.CharField("责任单位或岗位", max_length=100)
    due_on = models.DateField("完成期限")
    progress = models.PositiveSmallIntegerField(
        "进度（%）", default=0, editable=False, validators=[MaxValueValidator(100)]
    )
    note = models.TextField("进展情况", blank=True)
    done_on = models.DateField("完成日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "台账任务"
        default_permissions = ()
        permissions = [("view_ledger", "查看工作台账"), ("keep_ledger", "登记工作台账")]
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_on=None) | models.Q(progress=100),
                name="ledger_task_done_is_complete",
                violation_error_message="已完成的任务进度应当是 100%。",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:ledger-task-update", args=[self.pk])


class LedgerVisit(Entry):
    """A leader's safety visit to a key place: no 行政检查, so no record, no letter, no count."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    visited_on = models.DateField("日期")
    place = models.CharField("去的单位或场所", max_length=200)
    leader = models.CharField("带队领导职务", max_length=100, help_text="写职务，不写姓名")
    purpose = models.TextField("检查内容")
    found_hazard = models.BooleanField("发现安全隐患", default=False)
    hazard = models.TextField("隐患情况", blank=True)
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, verbose_name="存在隐患的单位"
    )
    lead = models.ForeignKey(
        Lead, models.PROTECT, null=True, related_name="+", verbose_name="转出的线索", editable=False
    )

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "重点部门安全检查"
        default_permissions = ()
        ordering = ["-visited_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(found_hazard=False) | models.Q(lead__isnull=False),
                name="ledger_visit_hazard_is_a_lead",
                violation_error_message="发现隐患的，应当转为线索。",
            )
        ]

    def __str__(self):
        return f"{self.place}（{cn_date(self.visited_on)}）"

    def get_absolute_url(self):
        return reverse("reports:ledger-visit-detail", args=[self.pk])
