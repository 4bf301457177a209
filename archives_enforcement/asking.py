"""Many questions that mostly have no answer, asked side by side.

A work list asks every table whether something waits, and mostly nothing does. A function marked
`asks` says which rows it wants by `rows = yield from rows_of(queryset)` and returns what it makes
of them. Called, it simply answers. Several of them run `side_by_side`: one plain question tells
whose rows there are, and only those are read.
"""

from collections.abc import Callable, Generator, Iterable
from functools import wraps
from itertools import islice
from typing import NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

Answer = TypeVar("Answer")
Asking = Generator[list[QuerySet], list[list], Answer]


def rows_of(queryset: QuerySet) -> Asking[list]:
    """The rows of a queryset, for a function that `asks`."""
    (rows,) = yield [queryset]
    return rows


def shared_rows_of(queryset: QuerySet) -> Asking[list]:
    """The same where rows that others asked of this table do no harm: all ask in one query.

    The querysets of one table differ by nothing but their conditions.
    """
    (rows,) = yield [Shared(queryset)]
    return rows


class Shared(NamedTuple):
    rows: QuerySet


def asks(function: Callable[..., Asking]):
    """A function that is called like any other; who runs it beside others takes its `asking`."""

    @wraps(function)
    def answer(*args, **kwargs):
        return _answer(function(*args, **kwargs))

    answer.asking = function
    return answer


def side_by_side(*questions: Asking) -> Asking[list]:
    """What each of `questions` returns, in their order."""
    answers, handed = {}, dict.fromkeys(range(len(questions)))
    while handed:
        wanted = {}
        for place, rows in handed.items():
            try:
                wanted[place] = questions[place].send(rows)
            except StopIteration as end:
                answers[place] = end.value
        if wanted:
            found = iter((yield [queryset for each in wanted.values() for queryset in each]))
        handed = {place: list(islice(found, len(each))) for place, each in wanted.items()}
    return [answers[place] for place in range(len(questions))]


def _answer(question: Asking):
    rows = None
    try:
        while True:
            rows = _read(question.send(rows))
    except StopIteration as end:
        return end.value


def _read(wanted: list[QuerySet | Shared]) -> list[list]:
    shared = _together(each.rows for each in wanted if isinstance(each, Shared))
    own = iter(_filled([each for each in wanted if not isinstance(each, Shared)]))
    return [shared[each.rows.model] if isinstance(each, Shared) else next(own) for each in wanted]


def _together(querysets: Iterable[QuerySet]) -> dict[type[Model], list]:
    found: dict[type[Model], QuerySet] = {}
    for rows in querysets:
        found[rows.model] = found[rows.model] | rows if rows.model in found else rows
    return {model: list(rows) for model, rows in found.items()}


def _filled(querysets: list[QuerySet]) -> list[list]:
    if len(querysets) < 2:
        return [list(rows) for rows in querysets]
    pairs = zip(querysets, have_rows(querysets), strict=True)
    return [list(rows) if there else [] for rows, there in pairs]


def have_rows(querysets: list[QuerySet]) -> list[bool]:
    """Which of the querysets have a row: one query for all of them."""
    conditions, values = {}, []
    for place, rows in enumerate(querysets):
        try:
            sql, params = rows.query.exists().get_compiler(rows.db).as_sql()
        except EmptyResultSet:
            continue
        conditions[place] = f"EXISTS({sql})"
        values += params
    if not conditions:
        return [False] * len(querysets)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(conditions.values())}", values)
        there = dict(zip(conditions, cursor.fetchone(), strict=True))
    return [bool(there.get(place)) for place in range(len(querysets))]
