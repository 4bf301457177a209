"""The triggers that keep published benchmarks, fixed proposals, approved departures and
decisions not to punish as they are.

Whoever alters one of these tables later calls `remove` before it and `install` after it: SQLite
builds a table anew, and the triggers of one table ask another. The sample is exempt from all but
deletion, for it comes with the program and is renewed with it.
"""

from archives_enforcement.audit import append_only

BENCHMARK, ASSESSMENT = "penalties_benchmark", "penalties_assessment"
DEPARTURE, NO_PENALTY = "penalties_departure", "penalties_nopenalty"
PARTS = ("penalties_tier", "penalties_factor", "penalties_benchmarkrow")
KEPT = "state IN ('published', 'withdrawn') AND NOT is_sample"
ENDING = ("valid_to",)
WITHDRAWAL = ("state", "withdrawn_on", "withdrawal_reason")
OF_PART = ("INSERT", "UPDATE", "DELETE")


def install(apps, schema_editor):
    """A published benchmark only ends or is withdrawn; a proposal does not change."""
    published = "OLD.state IN ('published', 'withdrawn')"
    ends = f"OLD.state = 'published' AND {_same_but(schema_editor, ENDING)}"
    withdrawn = (
        "OLD.state = 'published' AND NEW.state = 'withdrawn' "
        f"AND {_same_but(schema_editor, WITHDRAWAL)}"
    )
    append_only.install(
        schema_editor,
        BENCHMARK,
        when=f"{published} AND NOT OLD.is_sample AND NOT (({ends}) OR ({withdrawn}))",
        verbs=("UPDATE",),
    )
    append_only.install(schema_editor, BENCHMARK, when=published, verbs=("DELETE",))
    kept = _question(schema_editor)
    old, new = kept("OLD.benchmark_id"), kept("NEW.benchmark_id")
    for table in PARTS:
        append_only.install(schema_editor, table, when=new, verbs=("INSERT",))
        append_only.install(schema_editor, table, when=f"{old} OR {new}", verbs=("UPDATE",))
        append_only.install(schema_editor, table, when=old, verbs=("DELETE",))
    append_only.install(schema_editor, ASSESSMENT)
    append_only.install(schema_editor, DEPARTURE, when="OLD.approved_on IS NOT NULL")
    append_only.install(schema_editor, NO_PENALTY)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, BENCHMARK)
    for table in PARTS:
        append_only.remove(schema_editor, table, verbs=OF_PART)
    for table in (ASSESSMENT, DEPARTURE, NO_PENALTY):
        append_only.remove(schema_editor, table)


def _question(schema_editor):
    """Whether a benchmark is kept as it is; PostgreSQL asks by a function."""
    question = f"SELECT {KEPT} FROM {BENCHMARK} WHERE id = "  # noqa: S608 - names of ours
    if schema_editor.connection.vendor == "sqlite":
        return lambda key: f"({question}{key})"
    schema_editor.execute(
        "CREATE OR REPLACE FUNCTION benchmark_kept(bigint) RETURNS boolean "
        f"LANGUAGE sql STABLE AS $$ {question} $1 $$",
        params=None,
    )
    return lambda key: f"coalesce(benchmark_kept({key}), false)"


def _same_but(schema_editor, free: tuple[str, ...]) -> str:
    same = "IS" if schema_editor.connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
    with schema_editor.connection.cursor() as cursor:
        table = schema_editor.connection.introspection.get_table_description(cursor, BENCHMARK)
    names = sorted(column.name for column in table if column.name not in free)
    return " AND ".join(_same(schema_editor, name, same) for name in names)


def _same(schema_editor, name: str, same: str) -> str:
    """PostgreSQL compares no json; as text the same content reads the same."""
    cast = "::text" if name == "content" and schema_editor.connection.vendor != "sqlite" else ""
    return f'NEW."{name}"{cast} {same} OLD."{name}"{cast}'
