"""Telling people."""

from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.notifications.models import Message


def tell(recipients, text: str, *, url: str = "") -> int:
    """Leave the same message for each recipient; part of the act that causes it."""
    messages = [Message(recipient=person, text=text[:300], url=url) for person in recipients]
    return len(Message.objects.bulk_create(messages))


def tell_party(party, text: str, *, on, url: str = "") -> int:
    """Leave a message for everyone who may act for `party` on that day."""
    return tell(people_of(party, on), text, url=url)


def people_of(party, on) -> list[User]:
    """Everyone who may act for `party` on that day."""
    grants = party.grants.valid_on(on)
    return list(User.objects.filter(grants__in=grants, is_active=True).distinct())


def mark_read(messages) -> int:
    return messages.filter(read_at=None).update(read_at=timezone.now())
