"""没有办结的事项: what still runs about a unit, asked of the rooms that know, before it ends."""

from collections.abc import Callable
from datetime import date

from units.models import Unit

Read = Callable[[Unit, object, date], list[str]]
_reads: list[Read] = []


def register(read: Read) -> None:
    """`read` says in words what runs about a unit as far as the user may know it."""
    _reads.append(read)


def of(unit: Unit, user, today: date) -> list[str]:
    return [line for read in _reads for line in read(unit, user, today)]
