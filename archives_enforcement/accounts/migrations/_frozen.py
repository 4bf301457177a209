"""Nobody is two of the three administrators: the database refuses it, whoever asks."""

THREE = "('系统管理员', '安全管理员', '审计管理员')"
SECOND = f"""
EXISTS (SELECT 1 FROM auth_group WHERE id = NEW.group_id AND name IN {THREE})
AND EXISTS (
    SELECT 1 FROM accounts_user_groups held JOIN auth_group post ON post.id = held.group_id
    WHERE held.user_id = NEW.user_id AND held.id <> COALESCE(NEW.id, 0)
    AND post.id <> NEW.group_id AND post.name IN {THREE}
)
"""  # noqa: S608 (constants)
FUNCTION = f"""
CREATE OR REPLACE FUNCTION one_of_three_administrators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = NEW.user_id FOR UPDATE;
    IF {SECOND} THEN RAISE EXCEPTION 'one of three administrators'; END IF;
    RETURN NEW;
END $$
"""
NAME, TABLE, VERBS = "accounts_one_of_three", "accounts_user_groups", ("INSERT", "UPDATE")


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in VERBS:
            schema_editor.execute(
                f"CREATE TRIGGER {NAME}_{verb.lower()} BEFORE {verb} ON {TABLE} FOR EACH ROW "
                f"WHEN ({SECOND}) BEGIN SELECT RAISE(ABORT, 'one of three administrators'); END"
            )
        return
    schema_editor.execute(FUNCTION, params=None)
    for verb in VERBS:
        schema_editor.execute(
            f"CREATE TRIGGER {NAME}_{verb.lower()} BEFORE {verb} ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION one_of_three_administrators()"
        )


def remove(apps, schema_editor):
    on_table = "" if schema_editor.connection.vendor == "sqlite" else f" ON {TABLE}"
    for verb in VERBS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {NAME}_{verb.lower()}{on_table}")
