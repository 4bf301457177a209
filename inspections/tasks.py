"""Work of the queue on 整改."""

from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.jobs import queue
from inspections.services import reminders

SEND_REMINDERS = "send_reminders"


def send_reminders(bureau_id: int) -> None:
    reminders.send_due(Bureau.objects.get(pk=bureau_id), timezone.localdate())


queue.register_daily(SEND_REMINDERS, send_reminders, at="08:30")
