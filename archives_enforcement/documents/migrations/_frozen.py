"""The triggers that keep issued papers as they are, put back after a change of the table.

SQLite builds a table anew when a column changes, and its triggers go with the old one.
"""

from archives_enforcement.audit import append_only

DOCUMENT, RENDITION = "documents_document", "documents_rendition"


def protect_again(apps, schema_editor):
    append_only.remove(schema_editor, DOCUMENT)
    append_only.install(schema_editor, DOCUMENT, when="OLD.state = 'issued'", verbs=("UPDATE",))
    append_only.install(
        schema_editor, DOCUMENT, when="OLD.state IN ('issued', 'void')", verbs=("DELETE",)
    )


def protect_renditions_again(apps, schema_editor):
    append_only.remove(schema_editor, RENDITION)
    append_only.install(schema_editor, RENDITION)
