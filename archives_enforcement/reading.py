"""Reference data is read once in a request or an act: articles, limits, the calendar.

They are dated and change by an administrator's act of their own, so that within one page or one
act a second reading says what the first one said. Nothing outlives the request or the act.

The records themselves stand still only while a page is shown (GET changes nothing): what is
`read_once_a_page` is asked anew by every act, also by one that a page begins.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

_known: ContextVar[dict | None] = ContextVar("known", default=None)
_page: ContextVar[dict | None] = ContextVar("page", default=None)
READING = ("GET", "HEAD")


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


@contextmanager
def one_page():
    """Records stand still in here: equal questions about them have one answer."""
    token = _page.set({})
    try:
        yield
    finally:
        _page.reset(token)


@contextmanager
def changing():
    """Records change in here: nothing that a page remembers is believed, in here or afterwards."""
    remembered = _page.get()
    token = _page.set(None)
    try:
        yield
    finally:
        _page.reset(token)
        if remembered is not None:
            remembered.clear()


def on_a_page() -> bool:
    """Whether a page is being shown, so that what is read for one part of it serves the others."""
    return _page.get() is not None


def remember(question, answer, *args) -> None:
    """`answer` is what `question(*args)` would read: it was read with something else.

    `question` is a function that is `read_once` or `read_once_a_page`, and remembers for as long.
    """
    known = question.memory.get()
    if known is not None:
        known[question.__wrapped__, args, frozenset()] = answer


def is_remembered(question, *args) -> bool:
    """Whether it is known already what `question(*args)` reads."""
    return (question.__wrapped__, args, frozenset()) in (question.memory.get() or ())


def _answering_from(memory: ContextVar[dict | None], function):
    @wraps(function)
    def read(*args, **kwargs):
        known = memory.get()
        if known is None:
            return function(*args, **kwargs)
        question = function, args, frozenset(kwargs.items())
        if question not in known:
            known[question] = function(*args, **kwargs)
        return known[question]

    read.memory = memory
    return read


def read_once(function):
    """Answer equal questions from memory while `remembering`; a refusal is never remembered."""
    return _answering_from(_known, function)


def read_once_a_page(function):
    """Answer equal questions about records from memory while a page is shown.

    Never for a function that returns a queryset: it would be asked again by whoever reads it.
    """
    return _answering_from(_page, function)


class ReadOnce:
    """Middleware: remember for the length of a request; records only while it reads."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with remembering(), one_page() if request.method in READING else changing():
            return self.get_response(request)
