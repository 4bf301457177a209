"""What follows when a document is issued or delivered, registered by the app that knows."""

from collections.abc import Callable

Effect = Callable[..., None]

_after_issue: dict[str, tuple[Effect, type]] = {}
_after_delivery: dict[str, tuple[Effect, type]] = {}


def after_issue(kind: str, effect: Effect, *, about: type = object) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that issues the document.

    With `about`, only where the paper stands on such a record.
    """
    _after_issue[kind] = effect, about


def after_delivery(kind: str, effect: Effect, *, about: type = object) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that records the delivery."""
    _after_delivery[kind] = effect, about


def follow(kind: str) -> bool:
    """Whether something of an app goes on by itself once such a paper is out."""
    return kind in _after_issue or kind in _after_delivery


def issued(document, *, actor, on) -> None:
    _run(_after_issue, document, actor, on)


def delivered(document, *, actor, on) -> None:
    _run(_after_delivery, document, actor, on)


def _run(effects, document, actor, on) -> None:
    effect, about = effects.get(document.kind, (None, object))
    if effect and isinstance(document.subject, about):
        effect(document, actor=actor, on=on)
