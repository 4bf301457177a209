"""更正申请: a party says that what is published of it is not right, and is answered."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from publicity.models.notices import Notice

USER = settings.AUTH_USER_MODEL


class CorrectionRequest(ScopedModel):
    """One request; with a proposal that changes nothing the answer is no, with its reason."""

    class State(models.TextChoices):
        ASKED = "asked", "待核实"
        PROPOSED = "proposed", "待决定"
        CORRECTED = "corrected", "已更正"
        REFUSED = "refused", "不予更正"

    OPEN = (State.ASKED, State.PROPOSED)

    notice = models.ForeignKey(
        Notice, models.PROTECT, related_name="corrections", verbose_name="公示"
    )
    applicant = models.CharField("申请人", max_length=200)
    request = models.TextField("要求更正的内容和理由")
    asked_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提交人")
    asked_on = models.DateField("申请日期")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.ASKED, editable=False
    )
    proposal = models.JSONField("拟更正的内容", default=dict)  # name of a field → its new text
    before = models.JSONField("更正前的内容", default=dict)
    opinion = models.CharField("核实情况和理由", max_length=500, blank=True)
    proposed_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="核实人", editable=False
    )
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="决定人", editable=False
    )
    decided_on = models.DateField("决定日期", null=True, editable=False)

    scope = Scope(bureau="notice__bureau", party="notice__document__party")

    class Meta:
        verbose_name = verbose_name_plural = "公示更正申请"
        default_permissions = ()
        permissions = [("ask_correction", "申请更正公示")]
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice"],
                condition=models.Q(state__in=("asked", "proposed")),
                name="correction_one_at_a_time",
            )
        ]

    def __str__(self):
        return f"{self.notice.number}的更正申请"

    def get_absolute_url(self):
        return reverse("publicity:correction-detail", args=[self.pk])

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """(field in words, text before, text after) of what is or was to be changed."""
        old = self.before or {name: getattr(self.notice, name) for name in self.proposal}
        label = self.notice.label_of
        return [(label(name), old[name], new) for name, new in self.proposal.items()]

    @property
    def state_tone(self):
        return {"corrected": "done", "refused": ""}.get(self.state, "now")
