"""From the records of a case to the values the arithmetic works on, and back to a frozen copy."""

from datetime import date
from functools import partial

from django.db.models import Q

from penalties import discretion
from penalties.discretion import repeating, warning
from penalties.discretion.scheme import WEIGHTS, Repeat
from penalties.discretion.weights import Answer, start
from penalties.models import (
    Assessment,
    Benchmark,
    BenchmarkRow,
    Case,
    Circumstance,
)
from penalties.queries import clauses
from penalties.queries.law import cite


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


def scheme_of(row: BenchmarkRow) -> discretion.Scheme:
    return discretion.read_scheme(row.benchmark.document)


def rules_of(row: BenchmarkRow, case: Case) -> discretion.Rules:
    """The statutory range and how the benchmark cuts it; law as of the day the act ended."""
    clause = row.clause
    bases = [*clause.violation.bases, *clause.bases]
    return scheme_of(row).rules(row.code, lambda _: cite(bases, clauses.cited_on(case)))


def facts_of(case: Case, row: BenchmarkRow, on: date) -> list[discretion.Fact]:
    """The weighed facts of a case with the numbers of their evidence."""
    scheme = scheme_of(row)
    counted = scheme.model == WEIGHTS  # then how often is a weight, no fact
    found = [
        _repeated(it, scheme.repeat) if it.times else _fact(it, on)
        for it in _circumstances(case)
        if not it.weight and not (it.times and counted)
    ]
    return [fact for fact in found if fact]


def _repeated(row: Circumstance, rule: Repeat | None) -> discretion.Fact | None:
    return rule and repeating.fact_of(rule, row.times, row.text, row.pk)


def _circumstances(case: Case) -> list[Circumstance]:
    """Those that count: a fact whose evidence was excluded, all of it, weighs nothing."""
    rows = case.circumstances.select_related("tier", "factor").prefetch_related("evidence")
    return [row for row in rows if row.times or _numbers(row)]


def _numbers(row: Circumstance) -> tuple[int, ...]:
    return tuple(sorted(item.position for item in row.evidence.all() if item.excluded_on is None))


def answers_of(case: Case, scheme: discretion.Scheme) -> dict[str, Answer]:
    """What was found out about the factors of a benchmark that adds up weights."""
    counted, found = repeating.weight_of(scheme), {}
    for row in _circumstances(case):
        if row.weight:
            found[row.weight] = Answer(row.weight_level, row.text, _numbers(row))
        elif row.times and counted:
            found[counted.title] = Answer(row.times, row.text)
    return found


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


def result_of(
    case: Case, row: BenchmarkRow, on: date, *, waive: bool | None = None
) -> discretion.Result:
    """What the facts lead to today; `waive` is what the head chooses where the law says 可以."""
    scheme, rules = scheme_of(row), rules_of(row, case)
    conduct = case.facts or case.summary
    weigh = partial(discretion.assess, facts_of(case, row, on), rules, conduct=conduct, waive=waive)
    if scheme.model != WEIGHTS:
        return weigh()
    return weigh(start=start(scheme.weights, answers_of(case, scheme), scheme.conventions, rules))


def may_warn(case: Case, on: date) -> bool:
    """Whether the facts open 减轻 to a warning without a fine."""
    row = row_for(case, on)
    return row is not None and warning.offered(result_of(case, row, on), row.clause.kinds)


def snapshot(
    case: Case, row: BenchmarkRow, result: discretion.Result, fine: int | None, on: date
) -> dict:
    """All that the figure was worked out from, as plain JSON that no later change can touch."""
    benchmark, rules, scheme = row.benchmark, rules_of(row, case), scheme_of(row)
    return {
        "benchmark": {
            "code": benchmark.code,
            "title": f"{benchmark}",
            "is_sample": benchmark.is_sample,
            "label": benchmark.label,
            "mark": benchmark.mark,
            "version": benchmark.version,
            "level": benchmark.get_level_display(),
            "issuer": benchmark.issuer,
            "source": benchmark.source,
            "valid_from": benchmark.valid_from.isoformat(),
            "row": row.code,
            "line": row.title,
            "rule_set": scheme.rule_set.title,
        },
        "cuts": [rules.lower_percent, rules.upper_percent, rules.floor_percent],
        "bands": [list(band) for band in rules.listed],
        "law": rules.law,
        "range": [rules.minimum, rules.maximum],
        "kinds": row.clause.kinds,
        "tier": result.tier,
        "tier_title": result.title,
        "band": result.band and list(result.band),
        "suggestion": result.suggestion,
        "fine": fine,
        "waivable": result.waivable,
        "facts": [fact._asdict() for fact in facts_of(case, row, on)],
        "weights": {name: it._asdict() for name, it in answers_of(case, scheme).items()},
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
