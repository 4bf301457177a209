"""The trigger that keeps a draw as it was published; whoever alters the table installs it anew."""

from archives_enforcement.audit import append_only

DRAW = "inspections_draw"
ENTERED_ONCE = {  # after the 公示: column → how it looks before
    "contribution": "= ''",
    "contributed_at": "IS NULL",
    "number": "= ''",
    "seed": "= ''",
    "result": "= ''",
    "drawn_at": "IS NULL",
    "drawn_by_id": "IS NULL",
    "redraw_reason": "= ''",
    "withdrawn_on": "IS NULL",
    "withdrawal_reason": "= ''",
}


def install(apps, schema_editor):
    """From the 公示 on a draw stays as it is, but for its state and what is entered once."""
    changed = f"OLD.state <> 'draft' AND NOT ({_as_published(schema_editor)})"
    append_only.install(schema_editor, DRAW, when=changed, verbs=("UPDATE",))
    append_only.install(schema_editor, DRAW, when="OLD.state <> 'draft'", verbs=("DELETE",))


def remove(apps, schema_editor):
    append_only.remove(schema_editor, DRAW)


def _as_published(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, DRAW)
    conditions = {
        column.name: f'NEW."{column.name}" {same} OLD."{column.name}"'
        for column in table
        if column.name != "state"
    }
    for name, before in ENTERED_ONCE.items():
        if name in conditions:  # not yet there on the way back
            conditions[name] = f'({conditions[name]} OR OLD."{name}" {before})'
    return " AND ".join(conditions.values())
