"""How people are told of acts on their posts; the room of messages stands above and registers."""

from collections.abc import Callable

_messengers: list[Callable[..., object]] = []


def tell_through(messenger: Callable[..., object]) -> None:
    """`messenger(people, text, url=…)` runs in the transaction of the act."""
    _messengers.append(messenger)


def tell(people, text: str, *, url: str = "") -> None:
    for messenger in _messengers:
        messenger(people, text, url=url)
