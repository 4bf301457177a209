"""Reads of benchmarks: what is in force, what is wrong with one, what a version changes."""

from datetime import date
from typing import NamedTuple

from django.db.models import F, Q
from django.utils.timezone import localdate

from archives_enforcement.legislation import citations
from archives_enforcement.legislation.models import Law, LawVersion
from archives_enforcement.templatetags.formats import cn_date
from penalties import discretion
from penalties.discretion.checks import Clause, Finding, examine
from penalties.discretion.scheme import DUTIES, EFFECTS, ENDS, REPEATED, WEIGHTS
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


def above(benchmark: Benchmark, day: date) -> Benchmark | None:
    """The superior's benchmark that binds this one: recorded by its bureau, in force on `day`."""
    if benchmark.from_above or benchmark.bureau_id is None:
        return None
    recorded = Benchmark.objects.in_force(day).filter(bureau=benchmark.bureau_id, from_above=True)
    return recorded.exclude(pk=benchmark.pk).order_by("-valid_from").first()


def findings(benchmark: Benchmark) -> list[Finding]:
    """What the validator says about one version, errors first; a draft as if it began today."""
    day = benchmark.valid_from or localdate()
    superior = above(benchmark, day)
    return examine(
        benchmark.document | {"valid_from": day.isoformat()},
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


class Extent(NamedTuple):
    """A band in figures, and which of its ends do not belong to it."""

    figures: str
    without: str


class Line(NamedTuple):
    """One line of the printed table: a row of the benchmark with its bands."""

    code: str
    title: str
    party: str
    basis: str
    kinds: str
    graded: list[tuple[str, Extent]]  # title of the tier, its band
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
            [
                (discretion.TITLES[band.tier], extent(band))
                for band in scheme.bands_of(scheme.ranges[row.range])
            ],
            "是" if row.hearing_notice else "否",
            REVIEW.get(row.legal_review, "否"),
            notes[row.code],
        )
        for row in scheme.rows.values()
    ]


def factor_lines(scheme: discretion.Scheme, on: date) -> list[tuple[str, str, str, str]]:
    """Factors as code, title, what they do and their articles."""
    return [
        (row.code, row.title, f"{DUTIES[row.duty]}{EFFECTS[row.effect]}", cited(row.bases, on))
        for row in scheme.factors.values()
    ]


def extent(band: discretion.Band) -> Extent:
    """A band as the table prints it."""
    if band.lower == band.upper:
        return Extent(f"{band.lower:,}", "")
    ends = ((band.lower, band.lower_included), (band.upper, band.upper_included))
    without = "、".join(f"{figure:,}" for figure, included in ends if not included)
    return Extent(f"{band.lower:,}–{band.upper:,}", without and f"不含 {without}")


def conventions_in_words(scheme: discretion.Scheme) -> list[tuple[str, str]]:
    """What holds for every line, as head and text."""
    kept, rules = scheme.conventions, scheme.rule_set
    includes = {True: "包括本数", False: "不包括本数"}
    found = [
        ("裁量方法", "按权重累加" if scheme.model == WEIGHTS else "按档次"),
        (
            "以上、以下",
            f"“以上”{includes[kept.above_inclusive]}，“以下”{includes[kept.below_inclusive]}",
        ),
        ("相接的数", ENDS[kept.band_end]),
        ("分档规则", rules.title),
        ("取整", "；".join(_rounding(*step) for step in rules.rounding) or "不取整"),
        ("减轻的底线", f"法定下限的 {scheme.floor_percent}%"),
    ]
    if rule := scheme.repeat:
        steps = "；".join(f"第 {times} 次起{REPEATED[effect]}" for times, effect in rule.steps)
        found.append(("重复违法", f"自行为之日往前推算 {rule.years} 年，{steps}"))
    return found


def _rounding(party: str, step: discretion.Rounding) -> str:
    who = discretion.PARTIES.get(party, "其他")
    below = f"不满 {step.below:,} 元的" if step.below else ""
    return f"{who}{below}取整到 {step.step:,} 元"


def differences(before: dict, after: dict) -> list[str]:
    """What a new content changes, part by part, with the codes of the entries."""
    names = {"ranges": "幅度", "tiers": "档次", "rows": "条目", "factors": "情节"}
    found = []
    for name, title in names.items():
        key = "key" if name == "ranges" else "code"
        old, new = ({row.get(key): _plain(row) for row in side[name]} for side in (before, after))
        if added := new.keys() - old.keys():
            found.append(f"{title}：新增 {'、'.join(sorted(added))}")
        if removed := old.keys() - new.keys():
            found.append(f"{title}：删除 {'、'.join(sorted(removed))}")
        if altered := sorted(code for code in old.keys() & new.keys() if old[code] != new[code]):
            found.append(f"{title}：修改 {'、'.join(altered)}")
    whole = {
        "conventions": "通则",
        "rule_set": "分档和取整",
        "repeat": "重复违法",
        "weights": "权重",
    }
    for name, title in (whole | {"model": "裁量方法"}).items():
        if _plain(before.get(name)) != _plain(after.get(name)):
            found.append(f"{title}：有修改")
    return found


def _plain(value):
    """A value without what is empty: a missing cell and an empty one say the same."""
    if isinstance(value, dict):
        kept = {name: _plain(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in (None, "", [], False)}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def law_codes() -> dict[str, str]:
    """The code of each law by its title, for what is read from Excel."""
    return dict(Law.objects.values_list("title", "code"))


def cited(bases: list[dict], on: date) -> str:
    """The articles as of `on`; what cannot be cited that day says so itself."""
    try:
        return cite(bases, on)
    except citations.CitationError as error:
        return str(error)
