"""The rows that a benchmark's document becomes when cases may rest on it."""

from django.core.exceptions import ImproperlyConfigured

from penalties import discretion
from penalties.discretion.terms import TIER_OUTCOMES
from penalties.models import Benchmark, BenchmarkRow, Factor, Tier
from penalties.queries.benchmarks import clause_rows, clause_values

FACTOR = ("title", "effect", "duty", "bases", "condition", "note", "mark")


def write_rows(benchmark: Benchmark) -> None:
    """Bring tiers, factors and lines up to the document; may be run again for the sample."""
    document = benchmark.document
    for entry in document["tiers"]:
        values = {name: entry.get(name, []) for name in ("title", "criteria", "requires")}
        values |= {
            "outcome": TIER_OUTCOMES[entry["code"]],
            "floor_percent": entry.get("floor_percent"),
            "mark": _mark(entry, document),
        }
        Tier.objects.update_or_create(benchmark=benchmark, code=entry["code"], defaults=values)
    for entry in document["factors"]:
        values = {name: entry.get(name, "") for name in FACTOR} | {"mark": _mark(entry, document)}
        Factor.objects.update_or_create(benchmark=benchmark, code=entry["code"], defaults=values)
    _write_lines(benchmark, document)


def _mark(entry: dict, document: dict) -> str:
    return entry.get("mark") or document["mark"]


def _write_lines(benchmark: Benchmark, document: dict) -> None:
    scheme = discretion.read_scheme(document)
    clauses = clause_rows()
    notes = {entry["code"]: entry.get("note", "") for entry in document["rows"]}
    for row in scheme.rows.values():
        values = clause_values(clauses)
        found = discretion.clause_of(row, values)
        if found is None:
            raise ImproperlyConfigured(f"裁量权基准 {row.code} 没有对应的法定罚款幅度。")
        BenchmarkRow.objects.update_or_create(
            benchmark=benchmark,
            code=row.code,
            defaults={
                "title": row.title,
                "clause": clauses[values.index(found)],
                "legal_review": row.legal_review,
                "hearing_notice": row.hearing_notice,
                "note": notes[row.code],
            },
        )
