"""逐级督促: the rungs beside the talk, each one act with its paper or its lead."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from inspections.models.findings import Finding
from inspections.models.leads import Lead
from inspections.models.visits import Inspection


class Escalation(ScopedModel):
    """One rung taken on some problems of a visit; the paper says whether it has gone out."""

    class Step(models.TextChoices):
        REMIND = "remind", "提醒"
        INQUIRY = "inquiry", "函询"
        CIRCULAR = "circular", "工作通报"
        PROPOSAL = "proposal", "处理建议"
        LEAD = "lead", "转为线索"

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="escalations", verbose_name="检查"
    )
    findings = models.ManyToManyField(
        Finding, related_name="escalations", verbose_name="没有改好的问题"
    )
    step = models.CharField("措施", max_length=10, choices=Step)
    reason = models.TextField("事由")
    document = models.OneToOneField(Document, models.PROTECT, null=True, verbose_name="文书")
    lead = models.OneToOneField(Lead, models.PROTECT, null=True, verbose_name="线索")
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="办理人"
    )
    taken_on = models.DateField("办理日期")

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "督促措施"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.inspection.unit} {self.get_step_display()}"
