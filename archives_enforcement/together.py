"""The rows of several querysets in one statement.

Each queryset stands as a subquery beside the others, joined to a list of turns: in its own turn
it gives its rows, in the turns of the others nothing. So every column keeps its type, on both
databases, and the rows become what the queryset makes of them: records or values, with all it
selects and prefetches.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

# A statement may have 1,664 columns (PostgreSQL), and 64 tables side by side (SQLite).
MOST_COLUMNS, MOST_TABLES = 1_000, 40


class Part(NamedTuple):
    """One queryset of a statement: its place among those asked, and its query."""

    place: int
    rows: QuerySet
    compiler: SQLCompiler
    sql: str
    values: tuple

    @property
    def width(self) -> int:
        """Its columns, and the number of the line before them."""
        return 1 + self.compiler.col_count

    def columns(self) -> str:
        """What the statement gives of it."""
        return ", ".join(f"side{self.place}.{name}" for name in ("line", *self._names()))

    def join(self) -> str:
        """The subquery beside the others, in its own turn."""
        names = ", ".join(self._names())
        return (
            f"LEFT JOIN (SELECT {self.place} AS place, ROW_NUMBER() OVER () AS line, {names}"  # noqa: S608
            f" FROM ({self.sql}) own{self.place}) side{self.place}"
            f" ON side{self.place}.place = turn.place"
        )

    def _names(self) -> list[str]:
        """Without those that a distinct queryset is only ordered by."""
        selected = self.compiler.select[: self.compiler.col_count]
        return [connection.ops.quote_name(alias) for _, _, alias in selected]

    def made_of(self, lines: list[tuple]) -> list:
        """What the queryset makes of its rows."""
        ready = self.rows.all()
        self.compiler.execute_sql = lambda *args, **kwargs: [lines]
        ready.query.get_compiler = lambda *args, **kwargs: self.compiler
        return list(ready)


def rows_together(querysets: list[QuerySet]) -> list[list]:
    """The rows of each queryset, in the order of the querysets; one query for all of them."""
    found: dict[int, list] = {}
    for parts in _statements(_parts(querysets)):
        if len(parts) == 1:
            found[parts[0].place] = list(parts[0].rows)
        else:
            found |= _read(parts)
    return [found.get(place, []) for place in range(len(querysets))]


def _parts(querysets: list[QuerySet]) -> Iterator[Part]:
    for place, rows in enumerate(querysets):
        compiler = rows.query.get_compiler(rows.db)
        try:
            yield Part(place, rows, compiler, *compiler.as_sql(with_col_aliases=True))
        except EmptyResultSet:
            continue


def _statements(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts, as many in a statement as the databases take."""
    taken, columns = [], 0
    for part in parts:
        if taken and (columns + part.width > MOST_COLUMNS or len(taken) == MOST_TABLES):
            yield taken
            taken, columns = [], 0
        taken.append(part)
        columns += part.width
    if taken:
        yield taken


def _read(parts: list[Part]) -> dict[int, list]:
    lines: dict[int, list[tuple]] = {part.place: [] for part in parts}
    ends = list(accumulate((part.width for part in parts), initial=1))
    own = {part.place: slice(*span) for part, span in zip(parts, pairwise(ends), strict=True)}
    for row in _rows_of(parts):
        line, *columns = row[own[row[0]]]
        if line is not None:  # a turn without rows is one line of nothing
            lines[row[0]].append((line, tuple(columns)))
    return {
        part.place: part.made_of([columns for _, columns in sorted(lines[part.place], key=_line)])
        for part in parts
    }


def _rows_of(parts: list[Part]) -> list[tuple]:
    turns = " UNION ALL ".join(f"SELECT {part.place} AS place" for part in parts)
    columns = ", ".join(part.columns() for part in parts)
    joins = " ".join(part.join() for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT turn.place, {columns} FROM ({turns}) turn {joins}",  # noqa: S608
            [value for part in parts for value in part.values],
        )
        return cursor.fetchall()


_line = itemgetter(0)
