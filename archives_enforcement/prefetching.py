"""Related rows of one record, fetched only where there are any.

A record has many sides that are mostly empty. One plain question tells which have rows; only
those are fetched, and the others stand as empty, so that nobody asks for them again.
"""

from collections import defaultdict

from django.db import connection
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from archives_enforcement.asking import Asking, answered, question_of, rows_of, side_by_side


def prefetch_filled(
    record: Model, *lookups: str | Prefetch, beside: dict[str, QuerySet] | None = None
) -> set[str]:
    """Prefetch `lookups`, each beginning with a relation of rows that point at the record.

    Returns those of `beside` that have a row: what a page reads besides, asked of in one with them.
    """
    names = {_name(lookup) for lookup in lookups} - _fetched(record).keys()
    there = filled(record, *sorted(names), beside=beside)
    for name in names - there:
        _keep(record, name, getattr(record, name).none(), [])
    wanted = [lookup for lookup in lookups if _name(lookup) in there]
    if wanted:
        prefetch_related_objects([record], *wanted)
    return there - names


def prefetch_asking(records: list[Model], *lookups: str | Prefetch) -> Asking[None]:
    """Prefetch relations of rows that point at the records, for a function that `asks`."""
    yield from side_by_side(*(_prefetched(records, lookup) for lookup in lookups))


def _prefetched(records: list[Model], lookup: str | Prefetch) -> Asking[None]:
    name = _name(lookup)
    asked = [record for record in records if name not in _fetched(record)]
    if not asked:
        return
    pointer = asked[0]._meta.get_field(name).field
    rows = lookup.queryset if isinstance(lookup, Prefetch) else pointer.model._default_manager
    found = defaultdict(list)
    for row in (yield from rows_of(rows.filter(**{f"{pointer.name}__in": asked}))):
        found[getattr(row, pointer.attname)].append(row)
    for record in asked:
        _keep(record, name, getattr(record, name).all(), found[record.pk])
        for row in found[record.pk]:
            setattr(row, pointer.name, record)


def _keep(record: Model, name: str, asked: QuerySet, rows: list) -> None:
    """`rows` are what `asked` answers; whoever narrows that down asks anew."""
    asked._result_cache = rows
    _fetched(record)[name] = asked


def _name(lookup: str | Prefetch) -> str:
    path = lookup.prefetch_through if isinstance(lookup, Prefetch) else lookup
    return path.partition("__")[0]


def _fetched(record: Model) -> dict:
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    return record._prefetched_objects_cache


def filled(record: Model, *names: str, beside: dict[str, QuerySet] | None = None) -> set[str]:
    """The relations among `names` that have a row, of rows that point at the record or beside it.

    So also with the querysets of `beside`. One question for all of them.
    """
    found = {name: (f"SELECT 1 FROM {_rows_of(record, name)}", [record.pk]) for name in names}  # noqa: S608
    found |= {name: question_of(rows) for name, rows in (beside or {}).items()}
    return answered(found)


def _rows_of(record: Model, name: str) -> str:
    relation = record._meta.get_field(name)
    if relation.many_to_many:
        table, column = relation.through._meta.db_table, relation.field.m2m_reverse_name()
    else:
        table, column = relation.field.model._meta.db_table, relation.field.column
    quote = connection.ops.quote_name
    return f"{quote(table)} WHERE {quote(column)} = %s"
