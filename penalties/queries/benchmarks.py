"""Reads of benchmarks: what is in force, what is wrong with one, what a version changes."""

from datetime import date
from typing import NamedTuple

from django.db.models import F, Q

from archives_enforcement.legislation import citations
from archives_enforcement.legislation.models import LawVersion
from archives_enforcement.templatetags.formats import cn_date
from penalties import discretion
from penalties.discretion.checks import Clause, Finding, examine
from penalties.models import Benchmark, FineClause
from penalties.queries.law import cite


def listed(rows):
    """What is being written first, then the newest; what was given up is not shown."""
    rows = rows.exclude(state=Benchmark.State.DISCARDED)
    return rows.order_by(F("valid_from").desc(nulls_first=True), "-pk").defer("content")


def clause_rows() -> list[FineClause]:
    return list(FineClause.objects.select_related("violation").order_by("pk"))


def clause_values(rows: list[FineClause]) -> list[Clause]:
    """The statutory ranges as plain values, in the order of the rows."""
    return [
        Clause(
            row.violation.code,
            row.category,
            row.bases,
            row.kinds,
            row.confiscate_gains,
            row.minimum,
            row.maximum,
        )
        for row in rows
    ]


def standing(basis: dict, first: date, last: date | None) -> str:
    """Why an article cannot be cited on every day from `first` to `last`; "" when it can."""
    try:
        cite([basis], first)
        if last:
            cite([basis], last)
    except citations.CitationError as error:
        return str(error)
    ends = LawVersion.objects.in_force(first).filter(law__code=basis["law"]).first().effective_to
    if ends and (last is None or ends < last):
        return f"{cite([basis], first)}到{cn_date(ends)}失效，基准在此之后仍然施行"
    return ""


class Standing:
    """`standing`, each article asked once."""

    def __init__(self):
        self.known: dict[tuple, str] = {}

    def __call__(self, basis: dict, first: date, last: date | None) -> str:
        key = (basis["law"], basis["article"], basis.get("paragraph"), basis.get("item"))
        if key not in self.known:
            full = {name: basis.get(name) for name in ("law", "article", "paragraph", "item")}
            self.known[key] = standing(full, first, last)
        return self.known[key]


def above(benchmark: Benchmark) -> Benchmark | None:
    """The superior's benchmark that binds this one: recorded by its bureau and in force then."""
    if benchmark.from_above or benchmark.bureau_id is None or benchmark.valid_from is None:
        return None
    recorded = Benchmark.objects.in_force(benchmark.valid_from)
    recorded = recorded.filter(bureau=benchmark.bureau_id, from_above=True)
    return recorded.exclude(pk=benchmark.pk).order_by("-valid_from").first()


def findings(benchmark: Benchmark) -> list[Finding]:
    """What the validator says about one version, errors first."""
    superior = above(benchmark)
    return examine(
        benchmark.document,
        clauses=clause_values(clause_rows()),
        standing=Standing(),
        above=superior and discretion.read_scheme(superior.document),
    )


def replaced_by(benchmark: Benchmark, day: date):
    """The bureau's versions of the same kind that end when this one begins on `day`."""
    rows = Benchmark.objects.filter(
        bureau=benchmark.bureau_id,
        from_above=benchmark.from_above,
        state=Benchmark.State.PUBLISHED,
    ).exclude(pk=benchmark.pk)
    return rows.filter(Q(valid_to=None) | Q(valid_to__gte=day))


class Line(NamedTuple):
    """One line of the printed table: a row of the benchmark with its bands."""

    code: str
    title: str
    party: str
    basis: str
    kinds: str
    bands: list[str]
    hearing: str
    review: str
    note: str


REVIEW = {"required": "是", "depends": "视情"}


def table(scheme: discretion.Scheme, on: date) -> list[Line]:
    """The benchmark as the table that is printed and published."""
    notes = {entry["code"]: entry.get("note", "") for entry in scheme.document["rows"]}
    return [
        Line(
            row.code,
            row.title,
            discretion.PARTIES.get(row.party, row.party),
            cited(row.bases, on),
            "、".join(row.kinds),
            [band_words(band) for band in scheme.bands_of(scheme.ranges[row.range])],
            "是" if row.hearing_notice else "否",
            REVIEW.get(row.legal_review, "否"),
            notes[row.code],
        )
        for row in scheme.rows.values()
    ]


def band_words(band: discretion.Band) -> str:
    """A band in yuan, saying which of its ends does not belong to it."""
    if band.lower == band.upper:
        return f"{band.lower:,} 元"
    low, high = ("" if own else "（不含）" for own in (band.lower_included, band.upper_included))
    return f"{band.lower:,} 元{low}至 {band.upper:,} 元{high}"


def cited(bases: list[dict], on: date) -> str:
    """The articles as of `on`; what cannot be cited that day says so itself."""
    try:
        return cite(bases, on)
    except citations.CitationError as error:
        return str(error)
