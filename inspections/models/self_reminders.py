"""报送提醒: what was said to whom around the last day of a 自查报告."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from inspections.models.reminders import Reminder
from inspections.models.self_inspection import SelfReport


class SelfReminder(ScopedModel):
    """One person was reminded of one report at one stage of one last day: never twice."""

    report = models.ForeignKey(
        SelfReport, models.PROTECT, related_name="reminders", verbose_name="自查报告"
    )
    stage = models.CharField("时点", max_length=10, choices=Reminder.Stage)
    due_on = models.DateField("报送期限")  # a report sent back has another day
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="收件人"
    )
    to_unit = models.BooleanField("发给单位")  # else to who arranges the 自查
    sent_on = models.DateField("提醒日期")

    scope = Scope(bureau="report__self_inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "报送提醒"
        default_permissions = ()
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "stage", "due_on", "recipient"],
                name="self_reminder_once_per_stage_and_person",
            )
        ]

    def __str__(self):
        return f"{self.report} {self.get_stage_display()}提醒"
