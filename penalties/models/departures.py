"""调整适用: a figure outside the band of the benchmark, and the consent that it needs."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.discretion import Band
from penalties.models.discretion import Assessment


class Departure(ScopedModel):
    """Why one proposal leaves the benchmark, and who agreed (国办发〔2022〕27号).

    It binds nobody until the head has approved it on the minutes of the collective discussion; to
    leave a superior's benchmark its maker has to agree first.
    """

    class Ground(models.TextChoices):
        UNFAIR = "unfair", "适用裁量权基准明显不当、显失公平"
        CHANGED = "changed", "裁量权基准适用的客观情况发生变化"

    assessment = models.OneToOneField(
        Assessment, models.PROTECT, related_name="departure", verbose_name="拟处罚意见"
    )
    ground = models.CharField("情形", max_length=10, choices=Ground)
    reason = models.TextField("理由")
    consent_number = models.CharField("制定机关批准文号", max_length=60, blank=True)
    consent_on = models.DateField("制定机关批准日期", null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name="批准人",
    )  # fmt: skip
    approved_on = models.DateField("批准日期", null=True)

    scope = Scope(bureau="assessment__case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "调整适用裁量权基准"
        default_permissions = ()

    def __str__(self):
        return f"{self.assessment}（调整适用）"

    @property
    def is_present(self) -> bool:
        """Whether it belongs to the proposal that stands now."""
        return self.assessment == self.assessment.case.assessment

    @property
    def band(self) -> Band:
        """The band of the benchmark that the figure leaves, as it was frozen."""
        return Band(*self.assessment.snapshot["band"])
