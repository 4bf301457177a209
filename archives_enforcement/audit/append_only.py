"""Database triggers that refuse to change or delete rows, on SQLite and PostgreSQL.

Django rebuilds a table on SQLite when a column changes, which drops its triggers: a migration that
alters a protected table must install them again (a test looks for every trigger by name).
"""

FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: append-only', TG_TABLE_NAME; END $$
"""


def install(schema_editor, table: str, *, when: str = "", verbs=("UPDATE", "DELETE")) -> None:
    """Refuse `verbs` on `table`, optionally only for rows that meet `when` (SQL over OLD, NEW)."""
    condition = f"WHEN ({when})" if when else ""
    if schema_editor.connection.vendor == "sqlite":
        for verb in verbs:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"FOR EACH ROW {condition} BEGIN SELECT RAISE(ABORT, '{table}: append-only'); END"
            )
        return
    schema_editor.execute(FUNCTION, params=None)
    for verb in verbs:
        schema_editor.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"FOR EACH ROW {condition} EXECUTE FUNCTION refuse_change()"
        )
    if "DELETE" in verbs:
        schema_editor.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def remove(schema_editor, table: str, *, verbs=("UPDATE", "DELETE")) -> None:
    """Take the triggers away again (backward migration)."""
    on_table = "" if schema_editor.connection.vendor == "sqlite" else f" ON {table}"
    names = [verb.lower() for verb in verbs]
    if on_table and "DELETE" in verbs:
        names.append("truncate")
    for name in names:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{name}{on_table}")
