"""Telling people outside the product that messages wait for them inside."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.channels import WORDS, Addressee, channel
from archives_enforcement.notifications.models import Message

REMIND = "remind"
GATHER = timedelta(minutes=5)  # what comes within it makes one reminder


def plan(recipients) -> None:
    """Have each recipient reminded in a while, once however much comes; part of the act."""
    if not settings.MESSAGE_CHANNEL:
        return
    keys = {person.pk for person in recipients}
    waiting = Job.objects.filter(kind=REMIND, state=Job.State.WAITING, object_id__in=keys)
    for key in keys - set(waiting.values_list("object_id", flat=True)):
        queue.enqueue(REMIND, key, due_at=timezone.now() + GATHER)


def remind(user_id: int) -> None:
    """Send one person one reminder, if there is something that he has neither read nor been told.

    Raises NotReached when the channel does not take it; the queue then tries again.
    """
    person = User.objects.get(pk=user_id)
    rows = Message.objects.filter(recipient=person, read_at=None, reminded_at=None)
    keys, way = list(rows.values_list("pk", flat=True)), channel()
    if not keys or way is None or not person.is_active:
        return
    way.send(Addressee(person.get_username(), person.phone, person.email), WORDS)
    Message.objects.filter(pk__in=keys).update(reminded_at=timezone.now())
