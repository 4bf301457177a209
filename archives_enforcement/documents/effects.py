"""What follows when a document is issued or delivered, registered by the app that knows."""

from collections.abc import Callable

Effect = Callable[..., None]

_after_issue: dict[str, list[tuple[Effect, type]]] = {}
_after_delivery: dict[str, list[tuple[Effect, type]]] = {}
_after_replacement: list[Effect] = []


def after_issue(kind: str, effect: Effect, *, about: type = object) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that issues the document.

    With `about`, only where the paper stands on such a record.
    """
    _after_issue.setdefault(kind, []).append((effect, about))


def after_delivery(kind: str, effect: Effect, *, about: type = object) -> None:
    """`effect(document, actor=…, on=…)` runs in the transaction that records the delivery."""
    _after_delivery.setdefault(kind, []).append((effect, about))


def after_replacement(effect: Effect) -> None:
    """`effect(document, actor=…, on=…)` runs where the paper corrects and replaces another."""
    _after_replacement.append(effect)


def follow(kind: str) -> bool:
    """Whether something of an app goes on by itself once such a paper is out."""
    return kind in _after_issue or kind in _after_delivery


def issued(document, *, actor, on) -> None:
    _run(_after_issue, document, actor, on)


def delivered(document, *, actor, on) -> None:
    _run(_after_delivery, document, actor, on)


def replaced(document, *, actor, on) -> None:
    for effect in _after_replacement:
        effect(document, actor=actor, on=on)


def _run(effects, document, actor, on) -> None:
    for effect, about in effects.get(document.kind, ()):
        if isinstance(document.subject, about):
            effect(document, actor=actor, on=on)
