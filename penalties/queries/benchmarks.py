"""Reads of benchmarks: what is in force, what is wrong with one, what a version changes."""

from datetime import date, timedelta

from django.db.models import F, Q
from django.utils.timezone import localdate

from archives_enforcement.legislation import citations
from archives_enforcement.legislation.models import Law, LawVersion
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


def ended_for(benchmark: Benchmark):
    """The bureau's version of the same kind that ended the day before this one began."""
    if benchmark.valid_from is None:  # a draft, which ended none
        return Benchmark.objects.none()
    eve = benchmark.valid_from - timedelta(days=1)
    rows = Benchmark.objects.filter(
        bureau=benchmark.bureau_id, from_above=benchmark.from_above, valid_to=eve
    )
    return rows.filter(state=Benchmark.State.PUBLISHED)


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
