"""Related rows of one record, fetched only where there are any.

A record has many sides that are mostly empty. One plain question tells which have rows; only
those are fetched, and the others stand as empty, so that nobody asks for them again.
"""

from django.db import connection
from django.db.models import Model, Prefetch, prefetch_related_objects


def prefetch_filled(record: Model, *lookups: str | Prefetch) -> None:
    """Prefetch `lookups`, each beginning with a relation of rows that point at the record."""
    names = {_name(lookup) for lookup in lookups} - _fetched(record).keys()
    there = filled(record, *sorted(names))
    for name in names - there:
        nothing = getattr(record, name).none()
        nothing._result_cache = []
        record._prefetched_objects_cache[name] = nothing
    wanted = [lookup for lookup in lookups if _name(lookup) in there]
    if wanted:
        prefetch_related_objects([record], *wanted)


def _name(lookup: str | Prefetch) -> str:
    path = lookup.prefetch_through if isinstance(lookup, Prefetch) else lookup
    return path.partition("__")[0]


def _fetched(record: Model) -> dict:
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    return record._prefetched_objects_cache


def filled(record: Model, *names: str) -> set[str]:
    """The relations among `names` that have a row, of rows that point at the record or beside it.

    One question for all of them.
    """
    if not names:
        return set()
    questions = [f"EXISTS(SELECT 1 FROM {_rows_of(record, name)})" for name in names]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(questions)}", [record.pk] * len(names))
        answers = cursor.fetchone()
    return {name for name, answer in zip(names, answers, strict=True) if answer}


def _rows_of(record: Model, name: str) -> str:
    relation = record._meta.get_field(name)
    if relation.many_to_many:
        table, column = relation.through._meta.db_table, relation.field.m2m_reverse_name()
    else:
        table, column = relation.field.model._meta.db_table, relation.field.column
    quote = connection.ops.quote_name
    return f"{quote(table)} WHERE {quote(column)} = %s"
