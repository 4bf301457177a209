"""What follows when a unit leaves the register, registered by the rooms that know."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from archives_enforcement.accounts import effects as accounts
from units import queries
from units.models import Unit


class Effect(Protocol):
    def __call__(self, unit: Unit, heirs: list[Unit], *, actor, on: date) -> None: ...


_after_end: list[Callable] = []


def after_end(effect: Effect) -> None:
    """`effect(unit, heirs, actor=…, on=…)` runs in the transaction that ends the unit.

    `heirs` are those who go on with it; a dissolved unit has none.
    """
    _after_end.append(effect)


def ended(unit: Unit, heirs: list[Unit], *, actor, on: date) -> None:
    for effect in _after_end:
        effect(unit, heirs, actor=actor, on=on)


accounts.follow_by(queries.came_through)
