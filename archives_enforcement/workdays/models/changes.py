"""What moves the last day of a clock: days that do not run, and an extension that was decided."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.excluding import Period
from archives_enforcement.workdays.models.deadlines import Deadline

USER = settings.AUTH_USER_MODEL


class Exclusion(ScopedModel):
    """扣除期间: from the first to the last day the clock stands; overlapping ones count once."""

    deadline = models.ForeignKey(
        Deadline, models.CASCADE, related_name="exclusions", verbose_name="期限"
    )
    ground = models.CharField("事由", max_length=20)
    title = models.CharField("事由名称", max_length=60)
    basis = models.CharField("依据", max_length=200)
    first_day = models.DateField("起")
    last_day = models.DateField("止")
    reason = models.CharField("说明", max_length=300)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    recorded_on = models.DateField("登记日期")
    spent = models.BooleanField("已计入延长后的届满日", default=False, editable=False)
    withdrawn_on = models.DateField("撤销日期", null=True, editable=False)
    withdrawn_why = models.CharField("撤销原因", max_length=300, blank=True)

    scope = Scope(bureau="deadline__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "期限扣除"
        default_permissions = ()
        permissions = [("record_exclusion", "登记期限扣除")]
        ordering = ["deadline", "pk"]

    def __str__(self):
        return f"{self.title}（{cn_date(self.first_day)}至{cn_date(self.last_day)}）"

    @property
    def period(self) -> Period:
        return Period(self.first_day, self.last_day)


class Extension(ScopedModel):
    """延长: asked for by whoever handles the matter, decided by the head of the organ."""

    class State(models.TextChoices):
        ASKED = "asked", "待批准"
        APPROVED = "approved", "已批准"
        REFUSED = "refused", "不批准"

    deadline = models.ForeignKey(
        Deadline, models.CASCADE, related_name="extensions", verbose_name="期限"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.ASKED, editable=False
    )
    until = models.DateField("延长至")
    basis = models.CharField("依据", max_length=200)
    reason = models.TextField("理由")
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_on = models.DateField("申请日期")
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    decided_on = models.DateField("批准日期", null=True, editable=False)
    note = models.CharField("批准意见", max_length=300, blank=True)

    scope = Scope(bureau="deadline__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "期限延长"
        default_permissions = ()
        permissions = [("ask_extension", "申请延长期限"), ("approve_extension", "批准延长期限")]
        ordering = ["deadline", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deadline"],
                condition=models.Q(state="asked"),
                name="extension_one_waits",
                violation_error_message="这个期限已有一份延长申请等待批准。",
            )
        ]

    def __str__(self):
        return f"{self.deadline.name}延长至{cn_date(self.until)}"

    def get_absolute_url(self):
        return self.deadline.get_absolute_url()
