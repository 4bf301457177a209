"""提交: what has to hold in the transaction of the act that a form begins.

A page knows what it was sent, the act (`workflow.act`) owns the transaction: the page leaves its
question here, and the act has it asked before it reads or writes anything else.
"""

from collections.abc import Callable
from contextlib import contextmanager
from contextvars import ContextVar


class _Check:
    def __init__(self, ask: Callable[[], None]):
        self.ask, self.asked = ask, False


_checks: ContextVar[tuple[_Check, ...]] = ContextVar("checks", default=())


@contextmanager
def before_the_act(ask: Callable[[], None]):
    """The first act begun in here asks this first; what is written then stands or falls with it.

    Whatever `ask` raises refuses the act.
    """
    token = _checks.set((*_checks.get(), _Check(ask)))
    try:
        yield
    finally:
        _checks.reset(token)


@contextmanager
def checked():
    """Ask what waits; an act inside this one, or after it in the same request, asks no more."""
    waiting = [check for check in _checks.get() if not check.asked]
    try:
        for check in waiting:
            check.asked = True
            check.ask()
        yield
    except BaseException:
        for check in waiting:
            check.asked = False  # the act was rolled back and may be done again
        raise
