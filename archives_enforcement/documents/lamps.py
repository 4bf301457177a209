"""过错灯 over a signature: registered by the app whose record the paper moves."""

from collections.abc import Callable

from archives_enforcement.faults import Lit

_over: dict[str, Callable] = {}


def stand_over(kind: str, lit: Callable) -> None:
    """`lit(document, act)` gives the lamps that signing a paper of this kind would pass over."""
    _over[kind] = lit


def lit_over(document, act) -> tuple[Lit, ...]:
    found = _over.get(document.kind)
    return found(document, act) if found and document.subject else ()
