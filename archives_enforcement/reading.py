"""Reference data is read once in a request or an act: articles, limits, the calendar.

They are dated and change by an administrator's act of their own, so that within one page or one
act a second reading says what the first one said. Nothing outlives the request or the act.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

_known: ContextVar[dict | None] = ContextVar("known", default=None)


@contextmanager
def remembering():
    """What is `read_once` is remembered in here; inside another such block nothing changes."""
    if _known.get() is not None:
        yield
        return
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def read_once(function):
    """Answer equal questions from memory while `remembering`; a refusal is never remembered."""

    @wraps(function)
    def read(*args, **kwargs):
        known = _known.get()
        if known is None:
            return function(*args, **kwargs)
        question = function, args, frozenset(kwargs.items())
        if question not in known:
            known[question] = function(*args, **kwargs)
        return known[question]

    return read


class ReadOnce:
    """Middleware: remember for the length of a request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with remembering():
            return self.get_response(request)
