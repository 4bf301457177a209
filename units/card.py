"""单位情况: the page of a unit is put together by the rooms that know something of it.

An app says in its `unit_card.py` what it adds; the register knows none of them.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from units.models import Unit


class Part(NamedTuple):
    """One section of the page, drawn by `template` from what `read` finds; left out when None."""

    permission: str
    template: str
    read: Callable[[Unit, object, date], object]
    beside: bool = False  # stands in the narrow column


_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    _parts[name] = part


def parts_for(unit: Unit, user, today: date, *, beside: bool) -> list[tuple[str, object]]:
    """(template, what it shows) of each section this user's post may read."""
    chosen = [part for part in _parts.values() if part.beside == beside]
    return [
        (part.template, found)
        for part in chosen
        if user.has_perm(part.permission) and (found := part.read(unit, user, today)) is not None
    ]
