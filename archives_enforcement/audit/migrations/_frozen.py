"""The triggers that let the audit trail only grow."""

from archives_enforcement.audit import append_only

TRAIL = "audit_auditentry"


def install(apps, schema_editor):
    append_only.install(schema_editor, TRAIL)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, TRAIL)
