"""终结整改: what a unit without an heir leaves open ends with it, and was not put right."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import cn_date
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class Termination(ScopedModel):
    """One proposal to end what a dissolved unit left open, and what was decided on it.

    `ended` says in words what the decision ended; from then on the database keeps the row.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "待决定"
        DECIDED = "decided", "已终结"
        DECLINED = "declined", "不同意终结"

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="terminations", verbose_name="被撤销的单位"
    )
    reason = models.TextField("终结的理由")
    paper = models.CharField("撤销文件", max_length=200)
    paper_number = models.CharField("文号", max_length=100, blank=True)
    paper_on = models.DateField("文件日期")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_on = models.DateField("提出日期")
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="决定人", editable=False
    )
    decided_on = models.DateField("决定日期", null=True, editable=False)
    note = models.TextField("决定意见", blank=True)
    ended = models.JSONField("终结的事项", default=list, editable=False)

    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "终结整改"
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(state="proposed"),
                name="termination_one_proposed_per_unit",
                violation_error_message="这个单位已经提出终结整改，请等机关负责人决定。",
            )
        ]

    def __str__(self):
        return f"{self.unit}　单位撤销终结整改"

    def get_absolute_url(self):
        return reverse("inspections:termination-detail", args=[self.pk])

    @property
    def cited(self) -> str:
        """The paper by which the unit was dissolved, in words."""
        number = f"（{self.paper_number}）" if self.paper_number else ""
        return f"{self.paper}{number}，{cn_date(self.paper_on)}"

    @property
    def state_tone(self):
        return {"proposed": "now", "decided": "done", "declined": ""}[self.state]
