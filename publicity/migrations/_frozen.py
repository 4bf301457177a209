"""The triggers that keep published lists as they are.

Whoever alters the table later calls `remove` before it and `install` after it: SQLite builds a
table anew, and its triggers go with the old one.
"""

from archives_enforcement.audit import append_only

LIST = "publicity_publiclist"
ONCE_PUBLIC = "OLD.state IN ('published', 'superseded', 'withdrawn')"
CONTENT = ("bureau_id", "kind", "version", "rows", "source", "approved_by_id", "published_on")


def install(apps, schema_editor):
    """Once public, only the state and how it ended may still change."""
    other = "IS NOT" if schema_editor.connection.vendor == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f"NEW.{name} {other} OLD.{name}" for name in CONTENT)
    back = "NEW.state NOT IN ('published', 'superseded', 'withdrawn')"
    append_only.install(
        schema_editor, LIST, when=f"{ONCE_PUBLIC} AND ({changed} OR {back})", verbs=("UPDATE",)
    )
    append_only.install(schema_editor, LIST, when=ONCE_PUBLIC, verbs=("DELETE",))


def remove(apps, schema_editor):
    append_only.remove(schema_editor, LIST)
