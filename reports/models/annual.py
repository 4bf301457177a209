"""年度行政执法工作报告: the year's figures, the words beside them, and how far it has come."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date


class AnnualReport(ScopedModel):
    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        SUBMITTED = "submitted", "待签发"
        APPROVED = "approved", "已签发"
        PUBLISHED = "published", "已公开"

    HAS_TEXT = models.Q(entered_on=None) | models.Q(approved_on__isnull=False)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    narrative = models.JSONField("文字部分", default=dict)  # names in queries.narrative.SLOTS
    figures = models.JSONField("冻结的数据", null=True, editable=False)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人"
    )
    approved_on = models.DateField("签发日期", null=True, editable=False)
    published_on = models.DateField("公开日期", null=True, editable=False)
    published_at = models.URLField("公开网址", blank=True)
    published_place = models.CharField("公开的地方和凭据", max_length=200, blank=True)
    entered_on = models.DateField("补录公开的日期", null=True, editable=False)

    scope = Scope(
        bureau="bureau",
        shown_to_superior=models.Q(state__in=[State.APPROVED, State.PUBLISHED]),
    )

    class Meta:
        verbose_name = verbose_name_plural = "年度执法报告"
        default_permissions = ("view",)
        permissions = [
            ("draft_annualreport", "起草年度报告"),
            ("approve_annualreport", "审定年度报告"),
        ]
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year"],
                name="annual_report_one_per_year",
                violation_error_message="这一年度已经有报告，请在原来的报告上办理。",
            )
        ]

    def __str__(self):
        return f"{self.bureau}{self.year}年行政执法工作报告"

    def get_absolute_url(self):
        return reverse("reports:annual-report-detail", args=[self.pk])

    @property
    def has_text(self) -> bool:
        """False for a report that was never issued here: its text is where it was published."""
        return not self.entered_on or self.approved_on is not None

    @property
    def publication(self) -> str:
        """When it became public, and when that was entered if it was public before; "" before."""
        if not self.entered_on:
            return cn_date(self.published_on)
        return f"{cn_date(self.published_on)}在本系统之外公开，{cn_date(self.entered_on)}补录"

    @property
    def state_tone(self):
        return {"draft": "", "submitted": "now", "approved": "done", "published": "done"}[
            self.state
        ]
