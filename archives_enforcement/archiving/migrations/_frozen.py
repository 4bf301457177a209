"""The triggers that keep archived files, their volumes and their record sheets as they are.

Whoever alters one of these tables later calls `remove` before it and `install` after it: SQLite
builds a table anew when a column changes, and its triggers go with the old one.
"""

from archives_enforcement.audit import append_only

CASE_FILE = "archiving_casefile"
NEVER_CHANGED = ("archiving_bound", "archiving_recordsheet")


def install(apps, schema_editor):
    append_only.install(schema_editor, CASE_FILE, when="OLD.state = 'archived'")
    for table in NEVER_CHANGED:
        append_only.install(schema_editor, table)


def remove(apps, schema_editor):
    for table in (CASE_FILE, *NEVER_CHANGED):
        append_only.remove(schema_editor, table)
