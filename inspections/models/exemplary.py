"""反馈意见整改优秀典型单位: nominated from accepted rectifications, decided by the head."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.files.models import StoredFile
from inspections.models.findings import Finding
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class Exemplary(ScopedModel):
    class State(models.TextChoices):
        NOMINATED = "nominated", "已推荐"
        DECIDED = "decided", "已确定"
        DECLINED = "declined", "未采纳"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    inspection = models.ForeignKey(Inspection, models.PROTECT, verbose_name="检查")
    reason = models.TextField("推荐理由")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.NOMINATED, editable=False
    )
    nominated_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="推荐人")
    nominated_on = models.DateField("推荐日期")
    decided_on = models.DateField("决定日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "整改优秀典型"
        default_permissions = ("view",)
        permissions = [
            ("nominate_exemplary", "推荐整改典型"),
            ("decide_exemplary", "确定整改典型"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection"],
                condition=~models.Q(state="declined"),
                name="exemplary_one_standing_per_visit",
                violation_error_message="这次检查已经推荐过整改典型。",
            )
        ]

    def __str__(self):
        return f"{self.inspection.unit} 整改优秀典型"

    def get_absolute_url(self):
        return reverse("inspections:exemplary-detail", args=[self.pk])


class ExemplaryPair(ScopedModel):
    """One problem of the case: how it was found and how it was put right, with the photos if any.

    What is chosen here is what the unit is asked about and all that may be published.
    """

    exemplary = models.ForeignKey(
        Exemplary, models.PROTECT, related_name="pairs", verbose_name="整改优秀典型"
    )
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="+", verbose_name="问题")
    words = models.TextField("整改情况")
    before = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="整改前照片"
    )
    after = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="整改后照片"
    )

    scope = Scope(bureau="exemplary__bureau", party="exemplary__inspection__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "整改前后"
        default_permissions = ()
        ordering = ["exemplary", "finding__position"]
        constraints = [
            models.UniqueConstraint(fields=["exemplary", "finding"], name="exemplary_pair_once")
        ]

    def __str__(self):
        return f"{self.exemplary} 第 {self.finding.position} 项"

    @property
    def photos(self) -> list[StoredFile]:
        return [photo for photo in (self.before, self.after) if photo]


class Consent(ScopedModel):
    """Whether the unit lets its case be decided and published, under which name; asked first."""

    class State(models.TextChoices):
        ASKED = "asked", "等待单位答复"
        GIVEN = "given", "单位同意"
        DECLINED = "declined", "单位不同意"
        WITHDRAWN = "withdrawn", "单位已撤回同意"

    exemplary = models.OneToOneField(
        Exemplary, models.PROTECT, related_name="consent", verbose_name="整改优秀典型"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.ASKED, editable=False
    )
    asked_on = models.DateField("征求意见日期")
    name_shown = models.CharField("公开时的单位名称", max_length=200, blank=True)
    reason = models.TextField("不同意或者撤回的原因", blank=True)
    answered_on = models.DateField("答复日期", null=True, editable=False)
    answered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="录入人", editable=False
    )
    on_behalf = models.BooleanField("代录", default=False, editable=False)
    withdrawn_on = models.DateField("撤回日期", null=True, editable=False)

    scope = Scope(bureau="exemplary__bureau", party="exemplary__inspection__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "公开同意"
        default_permissions = ()

    def __str__(self):
        return f"{self.exemplary} 公开同意"

    def get_absolute_url(self):
        return self.exemplary.get_absolute_url()

    @property
    def party(self):
        return self.exemplary.inspection.party

    @property
    def state_tone(self):
        return {"asked": "now", "given": "done", "declined": "", "withdrawn": "late"}[self.state]
