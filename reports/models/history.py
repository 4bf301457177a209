"""历史检查: checks of the years before the bureau worked with this system, as paper tells them."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.files.importing.models import ImportRun
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class HistoryImport(ImportRun):
    job_kind = "import_history"

    class Meta(ImportRun.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "历史检查导入"


class PastCheck(ScopedModel):
    """A check that was held on paper: what happened, never a step of the workflow or a document.

    What was written down wrong is marked (`voided_on`) and brought in anew.
    """

    Kind = Inspection.Kind

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="past_checks", verbose_name="被检查单位"
    )
    kind = models.CharField("检查类型", max_length=10, choices=Inspection.Kind)
    held_on = models.DateField("检查日期")
    officers = models.CharField("执法人员", max_length=200, blank=True)
    letter_number = models.CharField("反馈意见书字号", max_length=60, blank=True)
    letter_on = models.DateField("反馈意见书日期", null=True)
    kept_at = models.CharField("纸质材料所在", max_length=200)
    note = models.CharField("备注", max_length=200, blank=True)
    brought_in = models.ForeignKey(
        HistoryImport, models.PROTECT, related_name="checks", verbose_name="导入"
    )
    voided_on = models.DateField("作废日期", null=True, editable=False)
    voided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="作废人", editable=False
    )
    voided_because = models.CharField("作废原因", max_length=200, blank=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "历史检查"
        default_permissions = ()
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["bureau", "held_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "held_on", "kind"],
                condition=models.Q(voided_on=None),
                name="past_check_once",
            ),
            models.UniqueConstraint(
                fields=["bureau", "letter_number"],
                condition=models.Q(voided_on=None) & ~models.Q(letter_number=""),
                name="past_check_one_letter",
            ),
        ]

    def __str__(self):
        return f"{self.unit}　{self.get_kind_display()}（{cn_date(self.held_on)}，纸质）"

    def get_absolute_url(self):
        return reverse("reports:past-check-detail", args=[self.pk])

    @property
    def inspected_on(self):
        """Its day, under the name that a check of this system has for it."""
        return self.held_on


class PastFinding(ScopedModel):
    """A problem that a check on paper found, and whether paper says that it was put right."""

    check_on_paper = models.ForeignKey(
        PastCheck, models.PROTECT, related_name="findings", verbose_name="历史检查"
    )
    text = models.CharField("问题", max_length=300)
    is_fixed = models.BooleanField("已整改", default=False)

    scope = Scope(bureau="check_on_paper__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "历史检查的问题"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return self.text
