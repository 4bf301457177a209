"""The flush after a transactional test would meet the triggers that protect issued papers.

Only here, in the tests' own database, the triggers rest while it runs, and the reference data that
every test expects is loaded again.
"""

from contextlib import contextmanager

from django.core.management import call_command
from django.core.management.commands import flush
from django.db import connection

from tests import factories

_plain_handle = flush.Command.handle


@contextmanager
def _without_triggers():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            cursor.execute(sql)


def _handle(command, **options):
    with _without_triggers():
        _plain_handle(command, **options)
    call_command("load_reference", verbosity=0)
    factories.post_of.cache_clear()


def spare_protected_tables() -> None:
    flush.Command.handle = _handle
