"""What follows when 复议 or a suit on a case has ended, registered by the app that knows."""

from collections.abc import Callable

Effect = Callable[..., None]
_effects: list[Effect] = []


def after_end(effect: Effect) -> None:
    """`effect(challenge, actor=…, on=…)` runs in the transaction that registers the result."""
    _effects.append(effect)


def ended(challenge, *, actor, on) -> None:
    for effect in _effects:
        effect(challenge, actor=actor, on=on)
