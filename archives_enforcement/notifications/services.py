"""Telling people."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone

from archives_enforcement.accounts.models import Grant, User
from archives_enforcement.notifications import reminding
from archives_enforcement.notifications.models import Message


def tell(recipients, text: str, *, url: str = "") -> int:
    """Leave the same message for each recipient; part of the act that causes it."""
    return _leave([Message(recipient=person, text=text[:300], url=url) for person in recipients])


def _leave(messages: list[Message]) -> int:
    reminding.plan([message.recipient for message in messages])
    return len(Message.objects.bulk_create(messages))


def tell_party(party, text: str, *, on, url: str = "") -> int:
    """Leave a message for everyone who may act for `party` on that day."""
    return tell(people_of(party, on), text, url=url)


class Word(NamedTuple):
    """What one party is told, and the page on which it acts."""

    party: int  # its key
    text: str
    url: str


def tell_each(words: Iterable[Word], *, on) -> int:
    """Leave each party its own message, for everyone who may act for it on that day."""
    words = list(words)
    people = people_of_each({word.party for word in words}, on)
    return _leave(
        [
            Message(recipient=person, text=word.text[:300], url=word.url)
            for word in words
            for person in people[word.party]
        ]
    )


def people_of_each(parties: Iterable[int], on) -> dict[int, list[User]]:
    """Who may act for each of the parties on that day, by its key; nobody for one unknown."""
    grants = Grant.objects.valid_on(on).filter(party__in=parties, user__is_active=True)
    found = defaultdict(dict)
    for grant in grants.select_related("user").order_by("pk"):
        found[grant.party_id][grant.user_id] = grant.user
    return defaultdict(list, {party: list(people.values()) for party, people in found.items()})


def people_of(party, on) -> list[User]:
    """Everyone who may act for `party` on that day."""
    return _granted(party.grants.valid_on(on))


def _granted(grants) -> list[User]:
    return list(User.objects.filter(grants__in=grants, is_active=True).distinct())


def mark_read(messages) -> int:
    return messages.filter(read_at=None).update(read_at=timezone.now())
