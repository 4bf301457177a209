"""What acts on posts bring with them, registered by the rooms above: messages, what else ends."""

from collections.abc import Callable

_messengers: list[Callable[..., object]] = []
_followers: list[Callable] = []


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
