"""What a fault is judged by: the whole database before and after, and 全库核查."""

from django.apps import apps
from django.db import connection

from archives_enforcement.upkeep import fsck


def found() -> dict[str, list[str]]:
    """What 全库核查 finds, by part; empty when all is whole."""
    return {row.part.code: row.faults for row in fsck.check() if row.faults}


def books() -> dict[str, str]:
    """Table → a digest of all its rows (PostgreSQL)."""
    tables = [model._meta.db_table for model in apps.get_models() if model._meta.managed]
    each = [
        f"SELECT '{table}', md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) "  # noqa: S608
        f'FROM "{table}" t'
        for table in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(each))
        return dict(cursor.fetchall())
