"""What follows when 复议, a suit and the like have ended, registered by the app that knows."""

from collections.abc import Callable

Effect = Callable[..., None]
_effects: list[Effect] = []


def after_conclusion(effect: Effect) -> None:
    """`effect(remedy, actor=…, on=…)` runs in the transaction that registers the outcome."""
    _effects.append(effect)


def concluded(remedy, *, actor, on) -> None:
    for effect in _effects:
        effect(remedy, actor=actor, on=on)
