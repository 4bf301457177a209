"""The triggers that keep published draws, adopted checklists, told scores, decided terminations.

Whoever alters one of these tables later calls `remove` before it and `install` after it: SQLite
builds a table anew when a column changes, and the triggers of one table ask another.
"""

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
LIST, ITEM = "inspections_checklist", "inspections_checklistitem"
LINKS = {f"{ITEM}_articles": "checklistitem_id", f"{ITEM}_sources": "from_checklistitem_id"}
KEPT = "state = 'adopted'"
WHOLE = f"{KEPT} AND bureau_id IS NOT NULL"  # what comes with the system is filled after its start
RESULT = "inspections_assessmentresult"
TERMINATION = "inspections_termination"
FROZEN = ("assessment_id", "unit_id", "lines", "total", "grade", "told_on")  # once it is told


def install(apps, schema_editor):
    install_for_draws(schema_editor)
    install_for_checklists(schema_editor)
    install_for_scores(schema_editor)
    if TERMINATION in schema_editor.connection.introspection.table_names():  # it came later
        install_for_terminations(apps, schema_editor)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, DRAW)
    append_only.remove(schema_editor, LIST)
    append_only.remove(schema_editor, ITEM, verbs=("INSERT", "UPDATE", "DELETE"))
    for table in LINKS:
        append_only.remove(schema_editor, table, verbs=("INSERT", "DELETE"))
    append_only.remove(schema_editor, RESULT)
    remove_of_terminations(apps, schema_editor)


def install_for_draws(schema_editor):
    """From the 公示 on a draw stays as it is, but for its state and what is entered once."""
    changed = f"OLD.state <> 'draft' AND NOT ({_as_published(schema_editor)})"
    append_only.install(schema_editor, DRAW, when=changed, verbs=("UPDATE",))
    append_only.install(schema_editor, DRAW, when="OLD.state <> 'draft'", verbs=("DELETE",))


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
        if name in conditions:  # two came after the first tables
            conditions[name] = f'({conditions[name]} OR OLD."{name}" {before})'
    return " AND ".join(conditions.values())


def install_for_checklists(schema_editor):
    """An adopted list changes in nothing but the day on which it ends, which is set once."""
    whole = "OLD.state = 'adopted'"
    append_only.install(
        schema_editor,
        LIST,
        when=f"{whole} AND NOT ({_only_ends(schema_editor)})",
        verbs=("UPDATE",),
    )
    append_only.install(schema_editor, LIST, when=whole, verbs=("DELETE",))
    of_list, of_item = _questions(schema_editor, "kept", KEPT)
    of_whole_list, of_whole_item = _questions(schema_editor, "whole", WHOLE)
    old, new = of_list("OLD.checklist_id"), of_list("NEW.checklist_id")
    append_only.install(schema_editor, ITEM, when=f"{old} OR {new}", verbs=("UPDATE",))
    append_only.install(schema_editor, ITEM, when=old, verbs=("DELETE",))
    new = of_whole_list("NEW.checklist_id")
    append_only.install(schema_editor, ITEM, when=new, verbs=("INSERT",))
    for table, column in LINKS.items():
        old, new = of_item(f"OLD.{column}"), of_whole_item(f"NEW.{column}")
        append_only.install(schema_editor, table, when=old, verbs=("DELETE",))
        append_only.install(schema_editor, table, when=new, verbs=("INSERT",))


def _questions(schema_editor, name: str, condition: str):
    """Whether a list, and whether the list of an item, is so: PostgreSQL asks by a function."""
    of_list = f"SELECT {condition} FROM {LIST} WHERE id = "  # noqa: S608 - names of ours
    of_item = f"{of_list}(SELECT checklist_id FROM {ITEM} WHERE id = "  # noqa: S608
    if schema_editor.connection.vendor == "sqlite":
        return (lambda key: f"({of_list}{key})"), (lambda key: f"({of_item}{key}))")
    for what, question in (("checklist", f"{of_list}$1"), ("checklist_item", f"{of_item}$1)")):
        schema_editor.execute(
            f"CREATE OR REPLACE FUNCTION {what}_{name}(bigint) RETURNS boolean "
            f"LANGUAGE sql STABLE AS $$ {question} $$",
            params=None,
        )
    return (
        lambda key: f"coalesce(checklist_{name}({key}), false)",
        lambda key: f"coalesce(checklist_item_{name}({key}), false)",
    )


def _only_ends(schema_editor) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, LIST)
    columns = {column.name for column in table} - {"valid_to"}
    kept = [f'NEW."{name}" {same} OLD."{name}"' for name in sorted(columns)]
    return " AND ".join([*kept, "OLD.valid_to IS NULL"])


def adopt_what_is_in_use(apps, schema_editor):
    """Until now every list was in force from the day it was loaded."""
    apps.get_model("inspections", "Checklist").objects.update(state="adopted")


def install_for_scores(schema_editor):
    """From its publication a score stays as it is; only state and notice go on."""
    differs = "IS NOT" if schema_editor.connection.vendor == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f'NEW."{name}" {differs} OLD."{name}"' for name in FROZEN)
    told = "OLD.told_on IS NOT NULL"
    append_only.install(schema_editor, RESULT, when=f"{told} AND ({changed})", verbs=("UPDATE",))
    append_only.install(schema_editor, RESULT, when=told, verbs=("DELETE",))


def install_for_terminations(apps, schema_editor):
    """What was decided, or not, on what a unit left open stays as it is."""
    append_only.install(schema_editor, TERMINATION, when="OLD.state <> 'proposed'")


def remove_of_terminations(apps, schema_editor):
    append_only.remove(schema_editor, TERMINATION)
