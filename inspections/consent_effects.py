"""What follows when a unit takes its consent back, registered by the app that has published."""

from collections.abc import Callable

Effect = Callable[..., None]
_effects: list[Effect] = []


def after_withdrawal(effect: Effect) -> None:
    """`effect(exemplary, actor=…, on=…)` runs in the transaction that withdraws the consent."""
    _effects.append(effect)


def withdrawn(exemplary, *, actor, on) -> None:
    for effect in _effects:
        effect(exemplary, actor=actor, on=on)
