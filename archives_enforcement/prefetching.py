"""Related rows of one record, fetched only where there are any, and all in one statement.

A record has many sides that are mostly empty. One plain question tells which have rows; only
those are fetched, and the others stand as empty, so that nobody asks for them again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

from archives_enforcement.asking import (
    Asking,
    answer_of,
    answered,
    question_of,
    rows_of,
    side_by_side,
)


def prefetch_filled(
    record: Model, *lookups: str | Prefetch, beside: dict[str, QuerySet | Asking] | None = None
) -> dict[str, list]:
    """Prefetch `lookups`, each beginning with a relation of rows that point at the record.

    Returns what the page reads besides: the rows of each queryset of `beside`, the answer of each
    function that `asks`. All of it is read in the same few statements.
    """
    beside = beside or {}
    names = {_name(lookup) for lookup in lookups} - _fetched(record).keys()
    plain = {name: rows for name, rows in beside.items() if isinstance(rows, QuerySet)}
    there = filled(record, *sorted(names), beside=plain)
    for name in names - there:
        _keep(record, name, getattr(record, name).none(), [])
    wanted = [lookup for lookup in lookups if _name(lookup) in there]
    asked = {
        name: records_of(rows) if name in plain else rows
        for name, rows in beside.items()
        if name in there or name not in plain
    }
    _, *answers = answer_of(side_by_side(prefetch_asking([record], *wanted), *asked.values()))
    return dict.fromkeys(plain, []) | dict(zip(asked, answers, strict=True))


def records_of(queryset: QuerySet) -> Asking[list]:
    """The rows of a queryset, for a function that `asks`; what it prefetches is asked, too."""
    lookups = queryset._prefetch_related_lookups
    rows = yield from rows_of(queryset.prefetch_related(None))
    yield from prefetch_asking(rows, *lookups)
    return rows


def prefetch_asking(records: list[Model], *lookups: str | Prefetch) -> Asking[None]:
    """Prefetch relations of the records, for a function that `asks`.

    Rows that point at them and records that they point at are asked beside others; any other
    relation (of both sides many, or to what points at them alone) is fetched by itself.
    """
    steps = _steps(lookups) if records else {}
    yield from side_by_side(*(_taken(records, step) for step in steps.values()))


@dataclass
class Step:
    """One relation of some records; `rest` goes on from what it leads to."""

    name: str
    rows: QuerySet | None = None
    to_attr: str | None = None
    rest: list[str | Prefetch] = field(default_factory=list)


def _steps(lookups: Iterable[str | Prefetch]) -> dict[str, Step]:
    """What is prefetched of the records themselves, each relation once."""
    found: dict[str, Step] = {}
    for lookup in lookups:
        name, _, rest = _path(lookup).partition("__")
        own = None if rest or isinstance(lookup, str) else lookup
        step = found.setdefault((own and own.to_attr) or name, Step(name))
        if own:
            step.rows, step.to_attr = own.queryset, own.to_attr
        elif rest:
            step.rest.append(
                rest if isinstance(lookup, str) else Prefetch(rest, lookup.queryset, lookup.to_attr)
            )
    return found


def _taken(records: list[Model], step: Step) -> Asking[None]:
    relation = records[0]._meta.get_field(step.name)
    if relation.one_to_many and relation.auto_created:
        inner = yield from _pointing(records, relation.field, step)
    elif _points_at_one(relation) and relation.concrete and step.rows is None:
        inner = yield from _pointed_at(records, relation)
    else:
        prefetch_related_objects(records, _whole(step))
        inner = [row for record in records for row in _led_to(record, relation, step)]
    yield from prefetch_asking(inner, *step.rest)


def _points_at_one(relation) -> bool:
    return relation.many_to_one or relation.one_to_one


def _led_to(record: Model, relation, step: Step) -> list:
    """What a relation that has been fetched holds of one record."""
    found = getattr(record, step.to_attr or step.name, None)
    if _points_at_one(relation):
        return [] if found is None else [found]
    return found if step.to_attr else list(found.all())


def _whole(step: Step) -> str | Prefetch:
    return step.name if step.rows is None else Prefetch(step.name, step.rows, step.to_attr)


def _pointing(records: list[Model], pointer, step: Step) -> Asking[list]:
    """Rows of another table that point at the records."""
    asked = [record for record in records if step.to_attr or step.name not in _fetched(record)]
    rows = pointer.model._default_manager.all() if step.rows is None else step.rows
    found = defaultdict(list)
    if asked:
        for row in (yield from records_of(rows.filter(**{f"{pointer.name}__in": asked}))):
            found[getattr(row, pointer.attname)].append(row)
    for record in asked:
        own = found[record.pk]
        for row in own:
            setattr(row, pointer.name, record)
        if step.to_attr:
            setattr(record, step.to_attr, own)
        else:
            _keep(record, step.name, getattr(record, step.name).all(), own)
    return [row for record in records for row in _fetched(record).get(step.name, found[record.pk])]


def _pointed_at(records: list[Model], pointer) -> Asking[list]:
    """The records that the records themselves point at."""
    asked = [row for row in records if getattr(row, pointer.attname) and not pointer.is_cached(row)]
    if asked:
        keys = {getattr(row, pointer.attname) for row in asked}
        rows = pointer.related_model._base_manager.filter(pk__in=keys)
        found = {row.pk: row for row in (yield from rows_of(rows))}
        for row in asked:
            setattr(row, pointer.name, found[getattr(row, pointer.attname)])
    return [getattr(row, pointer.name) for row in records if getattr(row, pointer.attname)]


def _keep(record: Model, name: str, asked: QuerySet, rows: list) -> None:
    """`rows` are what `asked` answers; whoever narrows that down asks anew."""
    asked._result_cache = rows
    _fetched(record)[name] = asked


def _name(lookup: str | Prefetch) -> str:
    return _path(lookup).partition("__")[0]


def _path(lookup: str | Prefetch) -> str:
    return lookup.prefetch_through if isinstance(lookup, Prefetch) else lookup


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
