"""Loading the catalogue of violations and the sample benchmark from the committed files."""

import json
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from penalties import discretion
from penalties.models import Benchmark, BenchmarkRow, Factor, FineClause, Tier, Violation

DATA = Path(__file__).parent / "data"
VIOLATION = (
    "title", "bases", "elements", "condition", "handled_by", "orders", "sanction", "crime",
    "note", "source", "mark",
)  # fmt: skip


@transaction.atomic
def load() -> dict[str, int]:
    """Bring violations, fines and benchmark up to the committed data; returns the counts.

    May be run again at any time. Raises ImproperlyConfigured when a line of the benchmark leaves
    the statutory range, or its bands leave a gap, overlap, or differ from its rule set.
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
    values = {name: data[name] for name in ("title", "version", "label", "source", "mark", "rules")}
    values |= {"is_sample": data["sample"], "rule_set": data["rule_set"], **_validity(data)}
    benchmark, _ = Benchmark.objects.update_or_create(code=data["code"], defaults=values)
    for entry in data["tiers"]:
        values = {
            name: entry[name] for name in ("title", "outcome", "criteria", "requires", "mark")
        }
        values["floor_percent"] = entry.get("floor_percent")
        Tier.objects.update_or_create(benchmark=benchmark, code=entry["code"], defaults=values)
    for entry in data["factors"]:
        values = {key: value for key, value in entry.items() if key != "code"}
        Factor.objects.update_or_create(benchmark=benchmark, code=entry["code"], defaults=values)
    ranges = {entry["key"]: entry for entry in data["ranges"]}
    for entry in data["rows"]:
        _row(benchmark, entry, ranges[entry["range"]])


def _row(benchmark: Benchmark, entry: dict, bounds: dict) -> None:
    clause = _clause(entry)
    if problem := fault(benchmark.rule_set, clause, bounds):
        raise ImproperlyConfigured(f"裁量权基准 {entry['code']}：{problem}")
    values = {name: entry[name] for name in ("title", "legal_review", "hearing_notice", "note")}
    BenchmarkRow.objects.update_or_create(
        benchmark=benchmark, code=entry["code"], defaults=values | {"clause": clause}
    )


def _clause(entry: dict) -> FineClause:
    found = FineClause.objects.filter(violation__code=entry["violation"], category=entry["party"])
    for clause in found:
        if clause.bases[0] in entry["bases"] and clause.kinds == entry["kinds"]:
            return clause
    raise ImproperlyConfigured(f"裁量权基准 {entry['code']} 没有对应的法定罚款幅度。")


def fault(rule_set: dict, clause: FineClause, bounds: dict) -> str | None:
    """What is wrong with the bands of a line; None when they cut the statutory range exactly."""
    if (bounds["minimum"], bounds["maximum"]) != (clause.minimum, clause.maximum):
        return f"幅度与法定幅度（{clause.minimum}至{clause.maximum}元）不一致。"
    rules = discretion.Rules(
        clause.minimum,
        clause.maximum,
        rule_set["lower_percent"],
        rule_set["upper_percent"],
        floor_percent=0,
        rounding=(),
    )
    expected = discretion.bands(rules)
    for entry in bounds["bands"]:
        band = expected[entry["tier"]]
        given = entry["from"], entry["to"], entry["from_inclusive"], entry["to_inclusive"]
        if given != (band.lower, band.upper, band.lower_included, band.upper_included):
            return f"“{band.tier}”档有空档、重叠，或者与分档规则不一致。"
    if [entry["tier"] for entry in bounds["bands"]] != list(discretion.GRADED):
        return "档次不全。"
    return None
