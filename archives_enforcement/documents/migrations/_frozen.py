"""The triggers that keep issued papers, and what was handed in for them, as they are.

Whoever alters one of these tables later calls `remove` before it and `install` after it: SQLite
builds a table anew when a column changes, and its triggers go with the old one.
"""

from archives_enforcement.audit import append_only

DOCUMENT, WORDING = "documents_document", "documents_wording"
NEVER_CHANGED = (
    "documents_rendition",
    "documents_signedscan",
    "documents_answer",
    "documents_writtenanswer",
)


def install(apps, schema_editor):
    """One change is left open: an issued paper may be made void, and nothing else of it changes."""
    made_void = f"NEW.state = 'void' AND {_all_else_same(schema_editor)}"
    frozen = (
        f"OLD.state = 'issued' AND NOT ({made_void})"
        " OR OLD.state = 'void' AND OLD.number IS NOT NULL"
    )
    append_only.install(schema_editor, DOCUMENT, when=frozen, verbs=("UPDATE",))
    append_only.install(
        schema_editor, DOCUMENT, when="OLD.state IN ('issued', 'void')", verbs=("DELETE",)
    )
    append_only.install(schema_editor, WORDING, verbs=("UPDATE",))
    for table in NEVER_CHANGED:
        append_only.install(schema_editor, table)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, WORDING, verbs=("UPDATE",))
    for table in (DOCUMENT, *NEVER_CHANGED):
        append_only.remove(schema_editor, table)


def _all_else_same(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, DOCUMENT)
    names = [f'"{column.name}"' for column in table if column.name != "state"]
    return " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in names)
