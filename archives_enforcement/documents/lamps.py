"""过错灯 over a signature or a delivery: registered by the app whose record the paper moves."""

from collections.abc import Callable

from archives_enforcement.faults import Lit

_over: dict[str, Callable] = {}
_over_delivery: dict[str, Callable] = {}


def stand_over(kind: str, lit: Callable) -> None:
    """`lit(document, act)` gives the lamps that signing a paper of this kind would pass over."""
    _over[kind] = lit


def lit_over(document, act) -> tuple[Lit, ...]:
    found = _over.get(document.kind)
    return found(document, act) if found and document.subject else ()


def stand_over_delivery(kind: str, lit: Callable) -> None:
    """`lit(document, act)` gives the lamps that delivering a paper of this kind would pass over."""
    _over_delivery[kind] = lit


def lit_over_delivery(document, act) -> tuple[Lit, ...]:
    found = _over_delivery.get(document.kind)
    return found(document, act) if found and document.subject else ()
