"""单位的提问: what the unit asks about a problem, and the answer; no state and no clock moves."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from inspections.models.findings import Finding

USER = settings.AUTH_USER_MODEL


class Question(ScopedModel):
    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="questions", verbose_name="问题"
    )
    text = models.TextField("提问")
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提问人")
    asked_on = models.DateField("提问日期")
    on_behalf = models.BooleanField("代录", default=False)
    answer = models.TextField("答复", blank=True)
    answered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="答复人"
    )
    answered_on = models.DateField("答复日期", null=True)

    scope = Scope(bureau="finding__inspection__bureau", party="finding__inspection__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "单位的提问"
        default_permissions = ()
        permissions = [("answer_question", "答复单位的提问")]
        ordering = ["pk"]

    def __str__(self):
        return f"{self.finding.inspection.unit} 第 {self.finding.position} 项的提问"

    def get_absolute_url(self):
        return reverse("inspections:finding-question-answer", args=[self.pk])
