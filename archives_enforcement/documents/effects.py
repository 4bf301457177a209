"""What follows when a document is issued or delivered, registered by the app that knows."""

from collections.abc import Callable

Effect = Callable[..., None]

_after_issue: dict[str, Effect] = {}
_after_delivery: dict[str, Effect] = {}


def after_issue(kind: str, effect: Effect) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that issues the document."""
    _after_issue[kind] = effect


def after_delivery(kind: str, effect: Effect) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that records the delivery."""
    _after_delivery[kind] = effect


def follow(kind: str) -> bool:
    """Whether something of an app goes on by itself once such a paper is out."""
    return kind in _after_issue or kind in _after_delivery


def issued(document, *, actor, on) -> None:
    if effect := _after_issue.get(document.kind):
        effect(document, actor=actor, on=on)


def delivered(document, *, actor, on) -> None:
    if effect := _after_delivery.get(document.kind):
        effect(document, actor=actor, on=on)
