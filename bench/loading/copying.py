"""COPY for models: named columns row by row, everything else its default."""

import io
import json
from collections.abc import Iterable
from datetime import date, datetime

from django.db import connection, models

CHUNK = 20_000
ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def copy(model: type[models.Model], names: str, rows: Iterable[tuple]) -> int:
    """Write `rows`, each with a value for every attribute in `names`; returns how many."""
    named = names.split()
    rest = [field for field in model._meta.concrete_fields if field.attname not in named]
    rest = [field for field in rest if not field.primary_key]
    tail = "".join(f"\t{_text(_default(field))}" for field in rest) + "\n"
    columns = [model._meta.get_field(name).column for name in named]
    columns += [field.column for field in rest]
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    command = f'COPY "{model._meta.db_table}" ({quoted}) FROM STDIN'
    written, lines = 0, []
    with connection.cursor() as cursor:
        for row in rows:
            lines.append("\t".join(map(_text, row)) + tail)
            if len(lines) == CHUNK:
                written += _send(cursor, command, lines)
        return written + _send(cursor, command, lines)


def _send(cursor, command: str, lines: list[str]) -> int:
    cursor.copy_expert(command, io.StringIO("".join(lines)))
    count = len(lines)
    lines.clear()
    return count


def _default(field: models.Field):
    if field.has_default() or field.null:
        return field.get_default()
    if isinstance(field, models.DateTimeField):
        return datetime(2026, 1, 5, 1, 0)
    return ""


def _text(value) -> str:
    if value is None:
        return r"\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False).translate(ESCAPES)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value).translate(ESCAPES)


def loading() -> None:
    """From here on this connection asks neither triggers nor foreign keys: the city is whole."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


def next_key(model: type[models.Model]) -> int:
    return (model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0) + 1


def finish() -> None:
    """Keys go on after those that were written, and the planner knows the tables."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for model in connection.introspection.installed_models(tables):
            if isinstance(model._meta.pk, models.AutoField):
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {table}",  # noqa: S608
                    [model._meta.db_table],
                )
        cursor.execute("ANALYZE")
