"""Measures that cannot wait for paper: an order by word of mouth, and who was told of a danger."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class OralOrder(ScopedModel):
    """紧急口头责令 on site; its written notice is due within D-I15 and named once it is issued."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="oral_orders", verbose_name="检查"
    )
    given_at = models.DateTimeField("责令时间")
    danger = models.TextField("险情")
    measures = models.TextField("当场责令采取的措施")
    told_to = models.CharField("接受责令的人员", max_length=100)
    given_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="责令人")
    paper = models.ForeignKey(
        Document, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="补发的书面通知",
    )  # fmt: skip

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "紧急口头责令"
        default_permissions = ()
        ordering = ["given_at", "pk"]

    def __str__(self):
        return f"{self.inspection.unit} 紧急口头责令"


class ReportReceipt(ScopedModel):
    """收悉: who took in a report to a superior, 网信, the government or another body, and when."""

    document = models.OneToOneField(
        Document, models.PROTECT, related_name="receipt", verbose_name="情况报告函"
    )
    received_on = models.DateField("收悉日期")
    received_by = models.CharField("接收人（部门）", max_length=100)
    number = models.CharField("对方收文号", max_length=60, blank=True)
    noted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    scope = Scope(bureau="document__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "报告收悉"
        default_permissions = ()

    def __str__(self):
        return f"{self.document} 收悉"
