"""认定: the facts that an officer recorded of a lead, from which it follows what may be done."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from penalties.fitness import QUESTIONS, Facts
from penalties.models.violations import Violation


class Determination(ScopedModel):
    """One recording; never changed, the next one takes its place and both stay."""

    lead = models.ForeignKey(
        Lead, models.PROTECT, related_name="determinations", verbose_name="线索"
    )
    violation = models.ForeignKey(
        Violation, models.PROTECT, related_name="+", verbose_name="违法行为"
    )
    subject = models.CharField("当事人性质", max_length=20)  # of that day: a party may change
    answers = models.JSONField("认定的事实")  # name of the question → answer
    order_paper = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name="责令文书"
    )
    order_due_on = models.DateField("责令的期限届满日期", null=True)  # where no clock runs
    grounds = models.TextField("查明的情况")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="认定人"
    )
    made_on = models.DateField("认定日期")

    scope = Scope(bureau="lead__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "认定"
        default_permissions = ()
        ordering = ["lead", "pk"]

    def __str__(self):
        return f"{self.violation}（{cn_date(self.made_on)}）"

    @property
    def facts(self) -> Facts:
        return Facts.of(self.subject, self.violation.code, self.answers)

    @property
    def said(self) -> list[tuple[str, str]]:
        """What was answered, as question and answer in Chinese."""
        said = [
            (question.label, question.answers[self.answers[name]])
            for name, question in QUESTIONS.items()
            if name in self.answers
        ]
        return [*said, ("责令文书", str(self.order_paper))] if self.order_paper else said
