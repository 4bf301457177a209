"""Loading the catalogue of violations and the sample benchmark from the committed files."""

import json
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from penalties.discretion.checks import refuse
from penalties.models import Benchmark, FineClause, Violation
from penalties.queries.benchmarks import findings
from penalties.services.benchmark_rows import write_rows

DATA = Path(__file__).parent / "data"
VIOLATION = (
    "title", "bases", "elements", "condition", "handled_by", "orders", "sanction", "crime",
    "note", "source", "mark",
)  # fmt: skip
HEAD = ("title", "version", "label", "level", "issuer", "source", "mark")


@transaction.atomic
def load() -> dict[str, int]:
    """Bring violations, fines and benchmark up to the committed data; returns the counts.

    May be run again at any time. Raises ImproperlyConfigured for a sample benchmark that may not
    be published.
    """
    catalogue = _read("violations.json")
    for entry in catalogue["violations"]:
        _violation(entry)
    sample = _read("benchmark_sample.json")
    _benchmark(sample)
    return {
        "违法行为": len(catalogue["violations"]),
        "裁量权基准条目": len(sample["rows"]),
        "裁量情节": len(sample["factors"]),
    }


def _read(name: str) -> dict:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _validity(entry: dict) -> dict:
    end = entry["valid_to"]
    return {
        "valid_from": date.fromisoformat(entry["valid_from"]),
        "valid_to": end and date.fromisoformat(end),
    }


def _violation(entry: dict) -> None:
    values = {name: entry[name] for name in VIOLATION} | _validity(entry)
    violation, _ = Violation.objects.update_or_create(code=entry["code"], defaults=values)
    for fine in entry["fines"]:
        shared = {name: fine[name] for name in ("offender", "bases", "kinds", "confiscate_gains")}
        for bounds in fine["ranges"]:
            FineClause.objects.update_or_create(
                violation=violation,
                code=fine["clause"],
                category=bounds["party"],
                defaults=shared | {"minimum": bounds["minimum"], "maximum": bounds["maximum"]},
            )


def _benchmark(data: dict) -> None:
    """The sample belongs to nobody, is published as it comes, and must pass the validator."""
    values = {name: data[name] for name in HEAD} | {"is_sample": data["sample"]}
    values |= {"state": Benchmark.State.PUBLISHED, **_validity(data)}
    values["content"] = {key: data[key] for key in data if key not in {*values, "code", "sample"}}
    benchmark, _ = Benchmark.objects.update_or_create(code=data["code"], defaults=values)
    if found := refuse(findings(benchmark)):
        raise ImproperlyConfigured(f"裁量权基准 {benchmark}{found[0]}")
    write_rows(benchmark)
