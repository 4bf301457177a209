"""What acts on posts bring with them, registered by the rooms above: messages, what else ends."""

from collections.abc import Callable
from datetime import date

_messengers: list[Callable[..., object]] = []
_followers: list[Callable] = []
_qualifications: dict[str, Callable[..., str]] = {}


def tell_through(messenger: Callable[..., object]) -> None:
    """`messenger(people, text, url=…)` runs in the transaction of the act."""
    _messengers.append(messenger)


def tell(people, text: str, *, url: str = "") -> None:
    for messenger in _messengers:
        messenger(people, text, url=url)


def follow_by(finder: Callable) -> None:
    """`finder(grant, day)` gives the grants its person has only because he has that one."""
    _followers.append(finder)


def following(grant, day) -> list:
    """Grants that end with that one, and change with it."""
    return [row for finder in _followers for row in finder(grant, day)]


def qualify_by(role: str, finder: Callable[..., str]) -> None:
    """`finder(person, first_day, last_day)` says what lets a person hold the post `role`.

    In words, as the record of him has it; empty when nothing does on all of these days.
    """
    _qualifications[role] = finder


def asks_qualification(role: str) -> bool:
    return role in _qualifications


def qualification(role: str, person, first_day: date, last_day: date) -> str:
    """What qualifies the person; empty where nothing does, or the post asks for nothing."""
    finder = _qualifications.get(role)
    return finder(person, first_day, last_day) if finder else ""
