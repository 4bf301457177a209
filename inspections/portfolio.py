"""What an officer has in hand: each app says what of it can go to a colleague (移交工作).

An app registers its kinds of work in `handing_over.py`; the act itself knows none of them.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Work(NamedTuple):
    """One kind of open work."""

    permission: str  # without which its officers are not changed
    counts: Callable[[object], Counter]  # bureau → how much each person (key) has in hand
    locked: Callable[[object, object], list]  # giver, actor → his open records, locked
    obstacle: Callable[[object, object, object, date], str | None]  # record, taker, actor, day
    move: Callable[[object, object, object, date], str]  # record, giver, taker, day → what went


_works: list[Work] = []


def register(work: Work) -> None:
    _works.append(work)


def works() -> tuple[Work, ...]:
    return tuple(_works)


def counts(bureau) -> Counter:
    """How much open work each person of the bureau has in hand."""
    return sum((work.counts(bureau) for work in _works), Counter())
