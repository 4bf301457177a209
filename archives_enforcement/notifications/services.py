"""Telling people."""

from django.utils import timezone

from archives_enforcement.accounts.models import Grant, User
from archives_enforcement.notifications.models import Message


def tell(recipients, text: str, *, url: str = "") -> int:
    """Leave the same message for each recipient; part of the act that causes it."""
    messages = [Message(recipient=person, text=text[:300], url=url) for person in recipients]
    return len(Message.objects.bulk_create(messages))


def tell_party(party, text: str, *, on, url: str = "") -> int:
    """Leave a message for everyone who may act for `party` on that day."""
    return tell(people_of(party, on), text, url=url)


def tell_parties(parties, text: str, *, on, url: str = "") -> int:
    """Leave one message for everyone who may act for some of `parties` (a query) on that day."""
    grants = Grant.objects.valid_on(on).filter(party__in=parties)
    return tell(_granted(grants), text, url=url)


def people_of(party, on) -> list[User]:
    """Everyone who may act for `party` on that day."""
    return _granted(party.grants.valid_on(on))


def _granted(grants) -> list[User]:
    return list(User.objects.filter(grants__in=grants, is_active=True).distinct())


def mark_read(messages) -> int:
    return messages.filter(read_at=None).update(read_at=timezone.now())
