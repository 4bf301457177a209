"""Work of the queue on 整改 and 年度自查."""

from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.jobs import queue
from inspections.services import reminders, self_reminders

SEND_REMINDERS, SEND_SELF_REMINDERS = "send_reminders", "send_self_reminders"


def send_reminders(bureau_id: int) -> None:
    reminders.send_due(Bureau.objects.get(pk=bureau_id), timezone.localdate())


def send_self_reminders(bureau_id: int) -> None:
    self_reminders.send_due(Bureau.objects.get(pk=bureau_id), timezone.localdate())


queue.register_daily(SEND_REMINDERS, send_reminders, at="08:30")
queue.register_daily(SEND_SELF_REMINDERS, send_self_reminders, at="08:30")
