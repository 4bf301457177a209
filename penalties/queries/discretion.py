"""From the records of a case to the values the arithmetic works on, and back to a frozen copy."""

from datetime import date

from penalties import discretion
from penalties.models import Assessment, BenchmarkRow, Case, Circumstance
from penalties.queries.law import cite


def row_for(case: Case, on: date) -> BenchmarkRow | None:
    """The line of the benchmark in force on `on` for this case; a real one before a sample."""
    rows = BenchmarkRow.objects.filter(clause=case.clause_id).select_related(
        "benchmark", "clause__violation"
    )
    begun = rows.filter(benchmark__valid_from__lte=on).exclude(benchmark__valid_to__lt=on)
    return begun.order_by("benchmark__is_sample", "-benchmark__valid_from").first()


def rules_of(row: BenchmarkRow, case: Case) -> discretion.Rules:
    """The statutory range and how the benchmark cuts it; law as of the day the act ended."""
    rule_set, clause = row.benchmark.rule_set, row.clause
    tiers = list(row.benchmark.tiers.all())
    category = clause.category
    return discretion.Rules(
        clause.minimum,
        clause.maximum,
        rule_set["lower_percent"],
        rule_set["upper_percent"],
        next((tier.floor_percent for tier in tiers if tier.floor_percent), 0),
        tuple(
            discretion.Rounding(entry["below"], entry["step"])
            for entry in rule_set["rounding"]
            if entry["party"] in (category, "any")
        ),
        cite([*clause.violation.bases, *clause.bases], case.act_ended_on),
        row.code,
        {tier.code: tuple(tier.requires) for tier in tiers},
    )


def facts_of(case: Case, on: date) -> list[discretion.Fact]:
    """The weighed facts of a case with the numbers of their evidence."""
    rows = case.circumstances.select_related("tier", "factor").prefetch_related("evidence")
    return [_fact(row, on) for row in rows]


def _fact(row: Circumstance, on: date) -> discretion.Fact:
    numbers = tuple(
        sorted(item.position for item in row.evidence.all() if item.excluded_on is None)
    )
    if row.tier_id:
        return discretion.Fact(
            row.pk,
            row.text,
            numbers,
            tier=row.tier.code,
            criterion=row.criterion,
            shown=row.shown,
        )
    factor = row.factor
    return discretion.Fact(
        row.pk,
        row.text,
        numbers,
        code=factor.code,
        title=factor.title,
        effect=factor.effect,
        duty=factor.duty,
        law=cite(factor.bases, on),
        decisive=row.decisive,
    )


def result_of(case: Case, row: BenchmarkRow, on: date) -> discretion.Result:
    """What the facts lead to today."""
    conduct = case.facts or case.summary
    return discretion.assess(facts_of(case, on), rules_of(row, case), conduct=conduct)


def snapshot(case: Case, row: BenchmarkRow, result: discretion.Result, fine: int, on: date) -> dict:
    """All that the figure was worked out from, as plain JSON that no later change can touch."""
    benchmark, rules = row.benchmark, rules_of(row, case)
    return {
        "benchmark": {
            "code": benchmark.code,
            "title": f"{benchmark}",
            "is_sample": benchmark.is_sample,
            "label": benchmark.label,
            "mark": benchmark.mark,
            "row": row.code,
            "rule_set": benchmark.rule_set["title"],
        },
        "cuts": [rules.lower_percent, rules.upper_percent, rules.floor_percent],
        "law": rules.law,
        "range": [rules.minimum, rules.maximum],
        "kinds": row.clause.kinds,
        "tier": result.tier,
        "tier_title": result.title,
        "band": list(result.band),
        "suggestion": result.suggestion,
        "fine": fine,
        "facts": [fact._asdict() for fact in facts_of(case, on)],
        "reasons": [{**reason._asdict(), "grounds": reason.grounds} for reason in result.reasons],
        "requires": list(result.requires),
        "on": on.isoformat(),
    }


def frozen(made: Assessment) -> tuple[discretion.Rules, discretion.Result]:
    """Rules and result as they were when the proposal was fixed, whatever changed since."""
    copy = made.snapshot
    rules = discretion.Rules(
        *copy["range"],
        *copy["cuts"],
        rounding=(),
        law=copy["law"],
        row=copy["benchmark"]["row"],
    )
    reasons = [
        discretion.Reason(**{name: row[name] for name in discretion.Reason._fields})
        for row in copy["reasons"]
    ]
    band = discretion.Band(*copy["band"])
    result = discretion.Result(
        copy["tier"], band, copy["suggestion"], tuple(reasons), tuple(copy["requires"])
    )
    return rules, result
