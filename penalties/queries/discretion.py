"""From the records of a case to the values the arithmetic works on, and back to a frozen copy."""

from datetime import date
from functools import partial

from django.db.models import Q

from penalties import discretion
from penalties.discretion.scheme import WEIGHTS
from penalties.discretion.weights import Answer, start
from penalties.models import (
    Assessment,
    Benchmark,
    BenchmarkRow,
    Case,
    Circumstance,
    Decision,
)
from penalties.queries.law import cite

PAST = 5  # cases under the same clause shown beside the figure


def row_for(case: Case, on: date) -> BenchmarkRow | None:
    """The line of the benchmark in force on `on` for this case.

    The bureau's own before one of a superior that it recorded, that before the sample.
    """
    ours = Q(bureau=case.bureau_id) | Q(bureau=None)
    rows = BenchmarkRow.objects.filter(
        clause=case.clause_id, benchmark__in=Benchmark.objects.in_force(on).filter(ours)
    ).select_related("benchmark", "clause__violation")
    order = ("benchmark__is_sample", "benchmark__from_above", "-benchmark__valid_from")
    return rows.order_by(*order).first()


def decided_before(case: Case, user) -> list[Decision]:
    """Decisions under the same clause, newest first: like cases are to be treated alike."""
    rows = Decision.objects.visible_to(user).filter(case__clause=case.clause_id)
    rows = rows.exclude(case=case).select_related("case__party", "assessment", "document")
    return list(rows.order_by("-decided_on", "-pk")[:PAST])


def scheme_of(row: BenchmarkRow) -> discretion.Scheme:
    return discretion.read_scheme(row.benchmark.document)


def rules_of(row: BenchmarkRow, case: Case) -> discretion.Rules:
    """The statutory range and how the benchmark cuts it; law as of the day the act ended."""
    clause = row.clause
    bases = [*clause.violation.bases, *clause.bases]
    return scheme_of(row).rules(row.code, lambda _: cite(bases, case.act_ended_on))


def facts_of(case: Case, on: date) -> list[discretion.Fact]:
    """The weighed facts of a case with the numbers of their evidence."""
    return [_fact(row, on) for row in _circumstances(case) if not row.weight]


def _circumstances(case: Case):
    return case.circumstances.select_related("tier", "factor").prefetch_related("evidence")


def _numbers(row: Circumstance) -> tuple[int, ...]:
    return tuple(sorted(item.position for item in row.evidence.all() if item.excluded_on is None))


def answers_of(case: Case) -> dict[str, Answer]:
    """What was found out about the factors of a benchmark that adds up weights."""
    return {
        row.weight: Answer(row.weight_level, row.text, _numbers(row))
        for row in _circumstances(case)
        if row.weight
    }


def _fact(row: Circumstance, on: date) -> discretion.Fact:
    numbers = _numbers(row)
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
    scheme, rules = scheme_of(row), rules_of(row, case)
    weigh = partial(
        discretion.assess, facts_of(case, on), rules, conduct=case.facts or case.summary
    )
    if scheme.model != WEIGHTS:
        return weigh()
    return weigh(start=start(scheme.weights, answers_of(case), scheme.conventions, rules))


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
            "rule_set": scheme_of(row).rule_set.title,
        },
        "cuts": [rules.lower_percent, rules.upper_percent, rules.floor_percent],
        "bands": [list(band) for band in rules.listed],
        "law": rules.law,
        "range": [rules.minimum, rules.maximum],
        "kinds": row.clause.kinds,
        "tier": result.tier,
        "tier_title": result.title,
        "band": list(result.band),
        "suggestion": result.suggestion,
        "fine": fine,
        "waivable": result.waivable,
        "facts": [fact._asdict() for fact in facts_of(case, on)],
        "weights": {title: found._asdict() for title, found in answers_of(case).items()},
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
        listed=tuple(discretion.Band(*band) for band in copy.get("bands", ())),
    )
    reasons = [
        discretion.Reason(**{name: row[name] for name in discretion.Reason._fields})
        for row in copy["reasons"]
    ]
    band = discretion.Band(*copy["band"])
    result = discretion.Result(
        copy["tier"],
        band,
        copy["suggestion"],
        tuple(reasons),
        tuple(copy["requires"]),
        copy.get("waivable", False),
    )
    return rules, result
