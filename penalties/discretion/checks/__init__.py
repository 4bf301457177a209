"""校验: what is wrong with a benchmark, place by place, as a plain function over its values.

A finding of weight 错误 forbids publication; a 提醒 is for the drafter to think about.
"""

from collections.abc import Callable, Iterable
from datetime import date

from penalties.discretion.checks import against_law, extent, lengths, reach, superior
from penalties.discretion.checks.findings import ERROR, NOTE, Clause, Finding
from penalties.discretion.document import read
from penalties.discretion.reading import DataFault
from penalties.discretion.scheme import Scheme

Standing = Callable[[dict, date, date | None], str]


def examine(
    document: dict,
    *,
    clauses: Iterable[Clause],
    standing: Standing,
    above: Scheme | None = None,
) -> list[Finding]:
    """Every finding about the benchmark written in `document`, errors first.

    `clauses` are the statutory ranges there are, `above` the superior's benchmark, and
    `standing(basis, first, last)` says in words why an article cannot be cited throughout those
    days ("" when it can).
    """
    try:
        scheme = read(document)
    except DataFault as fault:
        remedy = "请改正后再校验，其余内容在改正之前没有校验"
        return [Finding(ERROR, "文档", str(fault).rstrip("。"), remedy)]
    return validate(scheme, clauses=clauses, standing=standing, above=above)


def validate(
    scheme: Scheme,
    *,
    clauses: Iterable[Clause],
    standing: Standing,
    above: Scheme | None = None,
) -> list[Finding]:
    """The findings about a benchmark that could be read; see `examine`."""
    clauses = list(clauses)
    found = [
        *extent.conventions(scheme),
        *extent.ranges(scheme),
        *extent.weights(scheme),
        *against_law.rows(scheme, clauses),
        *against_law.bases(scheme, standing),
        *reach.tiers(scheme),
        *superior.compare(scheme, above),
        *lengths.words(scheme.document),
    ]
    return sorted(found, key=lambda finding: finding.weight != ERROR)


def refuse(findings: Iterable[Finding]) -> list[Finding]:
    """Those that forbid publication."""
    return [finding for finding in findings if finding.weight == ERROR]


__all__ = ["ERROR", "NOTE", "Clause", "Finding", "examine", "refuse", "validate"]
