"""Many questions that mostly have no answer, asked side by side.

A work list asks every table whether something waits, and mostly nothing does. A function marked
`asks` says which rows it wants by `rows = yield from rows_of(queryset)` and returns what it makes
of them. Called, it simply answers. Several of them run `side_by_side`: one plain question tells
whose rows there are, and only those are read, all in one statement (`together`).
"""

from collections.abc import Callable, Generator, Hashable, Iterable
from functools import wraps
from itertools import islice
from typing import NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Aggregate, Model, QuerySet, Value

from archives_enforcement.together import rows_together

FEW = 12  # so many querysets are read without asking before which of them have rows
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
        return answer_of(function(*args, **kwargs))

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


def answer_of(question: Asking):
    """What a function that `asks` returns, its rows read for it."""
    rows = None
    try:
        while True:
            rows = _read(question.send(rows))
    except StopIteration as end:
        return end.value


def _read(wanted: list[QuerySet | Shared]) -> list[list]:
    shared = _united(each.rows for each in wanted if isinstance(each, Shared))
    own = [each for each in wanted if not isinstance(each, Shared)]
    found = _filled([*shared.values(), *own])
    of_table, rest = dict(zip(shared, found, strict=False)), iter(found[len(shared) :])
    return [
        list(of_table[each.rows.model]) if isinstance(each, Shared) else next(rest)
        for each in wanted
    ]


def _united(querysets: Iterable[QuerySet]) -> dict[type[Model], QuerySet]:
    found: dict[type[Model], QuerySet] = {}
    for rows in querysets:
        found[rows.model] = found[rows.model] | rows if rows.model in found else rows
    return found


def _filled(querysets: list[QuerySet]) -> list[list]:
    """What has rows is asked of before: most have none, and to word a whole query is dear."""
    if len(querysets) <= FEW:
        return rows_together(querysets)
    there = have_rows(querysets)
    found = iter(rows_together([rows for rows, full in zip(querysets, there, strict=True) if full]))
    return [next(found) if full else [] for full in there]


def have_rows(querysets: list[QuerySet]) -> list[bool]:
    """Which of the querysets have a row: one query for all of them."""
    there = answered({place: question_of(rows) for place, rows in enumerate(querysets)})
    return [place in there for place in range(len(querysets))]


def question_of(rows: QuerySet) -> tuple[str, tuple] | None:
    """The query that has a row when `rows` has one, and its values; None where none can be."""
    try:
        return rows.query.exists().get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return None


def answered(questions: dict[Hashable, tuple[str, Iterable] | None]) -> set[Hashable]:
    """The keys of those questions that have a row: one query for all of them."""
    asked = {key: question for key, question in questions.items() if question}
    if not asked:
        return set()
    parts = ", ".join(f"EXISTS({sql})" for sql, _ in asked.values())
    values = [value for _, own in asked.values() for value in own]
    answers = _one_row(f"SELECT {parts}", values)
    return {key for key, answer in zip(asked, answers, strict=True) if answer}


class Counted(NamedTuple):
    """Rows, and what is wanted of them: names of aggregates and their expressions."""

    rows: QuerySet
    wanted: dict[str, Aggregate]


def counted(questions: list[Counted]) -> list[dict]:
    """What `aggregate` counts of each of them, in one query for all."""
    parts, values = {}, []
    for place, (rows, wanted) in enumerate(questions):
        one = rows.order_by().annotate(_all=Value(1)).values("_all")  # no group but the whole
        try:
            sql, params = one.annotate(**wanted).values_list(*wanted).query.sql_with_params()
        except EmptyResultSet:
            continue
        parts[place] = f"({sql}) part{place}"
        values += params
    question = f"SELECT * FROM {', '.join(parts.values())}"  # noqa: S608
    found = iter(_one_row(question, values) if parts else ())
    return [
        {name: next(found) if place in parts else 0 for name in each.wanted}
        for place, each in enumerate(questions)
    ]


def _one_row(sql: str, values: list) -> tuple:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()
