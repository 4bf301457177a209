"""The triggers that keep issued papers as they are, put back after a change of the table.

SQLite builds a table anew when a column changes, and its triggers go with the old one.
"""

from archives_enforcement.audit import append_only

DOCUMENT, RENDITION = "documents_document", "documents_rendition"


def protect_again(apps, schema_editor):
    """One change is left open: an issued paper may be made void, and nothing else of it changes."""
    made_void = f"NEW.state = 'void' AND {_all_else_same(schema_editor)}"
    frozen = (
        f"OLD.state = 'issued' AND NOT ({made_void})"
        " OR OLD.state = 'void' AND OLD.number IS NOT NULL"
    )
    append_only.remove(schema_editor, DOCUMENT)
    append_only.install(schema_editor, DOCUMENT, when=frozen, verbs=("UPDATE",))
    append_only.install(
        schema_editor, DOCUMENT, when="OLD.state IN ('issued', 'void')", verbs=("DELETE",)
    )


def _all_else_same(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, DOCUMENT)
    names = [f'"{column.name}"' for column in table if column.name != "state"]
    return " AND ".join(f"NEW.{name} {same} OLD.{name}" for name in names)


def protect_renditions_again(apps, schema_editor):
    append_only.remove(schema_editor, RENDITION)
    append_only.install(schema_editor, RENDITION)
