"""The flush after a transactional test would meet the triggers that protect issued papers.

Only here, in the tests' own database, the triggers are taken off for the flush and put back, and
the reference data that every test expects is loaded again.
"""

from importlib import import_module

from django.core.management import call_command
from django.core.management.commands import flush
from django.db import connection

PROTECTIONS = (
    "archives_enforcement.audit.migrations.0002_append_only",
    "archives_enforcement.documents.migrations.0002_issued_is_frozen",
    "archives_enforcement.documents.migrations.0012_signed_scans",
    "archives_enforcement.archiving.migrations.0001_case_files",
    "archives_enforcement.archiving.migrations.0002_record_sheets",
    "inspections.migrations.0003_provable_draw",
    "inspections.migrations.0005_checklists",
)
_plain_handle = flush.Command.handle


def _handle(command, **options):
    protections = [import_module(name) for name in PROTECTIONS]
    with connection.schema_editor() as editor:
        for protection in protections:
            protection.remove(None, editor)
    _plain_handle(command, **options)
    with connection.schema_editor() as editor:
        for protection in protections:
            protection.install(None, editor)
    call_command("load_reference", verbosity=0)


def spare_protected_tables() -> None:
    flush.Command.handle = _handle
