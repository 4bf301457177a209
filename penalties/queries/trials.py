"""试算: a draft benchmark tried on the cases that the bureau has decided. It only reads."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from archives_enforcement.documents.models import Document
from penalties import discretion
from penalties.discretion import trying
from penalties.discretion.scheme import Scheme
from penalties.models import Benchmark, Challenge, Decision
from penalties.queries.benchmarks import clause_rows, clause_values

MOST = 300  # the newest cases; a benchmark is tried on a few years, not on all there ever was
NO_LINE = "草稿没有这一法定幅度的条目"
NO_FIGURE = "不计算罚款"
ONLY_WARNED = "原决定只给予警告，不与幅度比较"


class Line(NamedTuple):
    """One decided case: what was decided, by the benchmark of then, and what the draft says."""

    decision: Decision
    fine: int
    tier: str
    band: str
    row: str  # the line of the draft; empty where it has none
    new_tier: str
    new_band: str
    suggestion: int | None
    difference: int | None
    inside: bool | None  # whether the decided figure lies within the draft's band; None without one
    reached: bool
    gone: list[str]  # reasons of then that fall away
    come: list[str]
    lost: tuple[str, ...]
    note: str

    @property
    def moved(self) -> bool:
        return bool(self.row) and self.tier != self.new_tier


class Trial(NamedTuple):
    lines: list[Line]
    more: bool  # whether older cases were left out

    @property
    def counts(self) -> list[tuple[str, int]]:
        rows = self.lines
        return [
            ("试算的案件", len(rows)),
            ("档次有变化", sum(row.moved for row in rows)),
            ("建议金额比原决定高", sum((row.difference or 0) > 0 for row in rows)),
            ("建议金额比原决定低", sum((row.difference or 0) < 0 for row in rows)),
            ("原决定不在草稿幅度以内", sum(row.inside is False for row in rows)),
            ("没有一档的标准符合", sum(bool(row.row) and not row.reached for row in rows)),
            ("有事实用不上", sum(bool(row.lost) for row in rows)),
            ("草稿没有对应的条目", sum(not row.row for row in rows)),
        ]


def trial(benchmark: Benchmark, user) -> Trial:
    """Every decided case of the bureau that `user` may read, newest first, from frozen facts."""
    scheme = discretion.read_scheme(benchmark.document)
    lines_of = _lines_by_clause(scheme)
    standing = _standing(benchmark).visible_to(user)
    rows = standing.filter(assessment__row__isnull=False)
    rows = rows.select_related("case__clause", "assessment", "document")
    found = list(rows.order_by("-decided_on", "-pk")[: MOST + 1])
    days = _days_by_party(benchmark, found)
    lines = [
        _line(row, scheme, lines_of.get(row.case.clause_id, ""), _books(row, days))
        for row in found[:MOST]
    ]
    return Trial(lines, len(found) > MOST)


def _decisions(benchmark: Benchmark):
    rows = Decision.objects.filter(case__bureau=benchmark.bureau_id)
    return rows.exclude(document__state=Document.State.VOID)


def _standing(benchmark: Benchmark):
    """Decisions of the bureau that nobody has undone: neither itself nor 复议 nor a court."""
    annulled = Challenge.objects.filter(result=Challenge.Result.REVOKED).values("case")
    return _decisions(benchmark).exclude(case__in=annulled)


def _days_by_party(benchmark: Benchmark, found: list[Decision]) -> dict[tuple, list[tuple]]:
    """The penalties of each party of these decisions under each clause.

    Each is the key of its decision, its day and the day on which it was undone, if it was.
    """
    undone = Challenge.objects.filter(case=OuterRef("case"), result=Challenge.Result.REVOKED)
    undone = undone.order_by("ended_on").values("ended_on")[:1]
    rows = _decisions(benchmark).filter(case__party__in={row.case.party_id for row in found})
    days = defaultdict(list)
    for party, clause, *known in rows.annotate(undone=Subquery(undone)).values_list(
        "case__party", "case__clause", "pk", "decided_on", "undone"
    ):
        days[party, clause].append(known)
    return days


def _books(decision: Decision, days) -> trying.Books:
    """What the books said on the day of the decision: undone later, a penalty still counts."""
    case, on = decision.case, decision.decided_on
    known = days[case.party_id, case.clause_id]
    others = ((day, undone) for pk, day, undone in known if pk != decision.pk)
    earlier = tuple(day for day, undone in others if undone is None or undone > on)
    return trying.Books(case.act_ended_on, earlier)


def _lines_by_clause(scheme: Scheme) -> dict[int, str]:
    clauses = clause_rows()
    values = clause_values(clauses)
    found = {}
    for row in scheme.rows.values():
        clause = discretion.clause_of(row, values)
        if clause is not None:
            found[clauses[values.index(clause)].pk] = row.code
    return found


def _line(decision: Decision, scheme: Scheme, row: str, books: trying.Books) -> Line:
    made = decision.assessment
    frozen = made.snapshot
    band = frozen.get("band")
    before = (
        decision, made.fine, frozen["tier_title"],
        discretion.Band(*band).words if band else NO_FIGURE,
    )  # fmt: skip
    if not row:
        return Line(*before, "", "—", "—", None, None, None, False, [], [], (), NO_LINE)
    case = decision.case
    tried = trying.try_out(frozen, scheme, row, case.facts or case.summary, books)
    if tried.result is None:
        return Line(
            *before, row, "—", "—", None, None, None, tried.reached, [], [], tried.lost,
            tried.why_not,
        )  # fmt: skip
    fine, note = (None, ONLY_WARNED) if made.warning_only else (made.fine, "")
    return Line(*before, row, *_after(fine, tried), *_why(frozen, tried), tried.lost, note)


def _after(fine: int | None, tried: trying.Tried) -> tuple:
    """What the draft says; a decision without a fine is held against no band."""
    result = tried.result
    band, figure = result.band, result.suggestion
    return (
        trying.tier_title(result),
        band.words if band else NO_FIGURE,
        figure,
        None if figure is None or fine is None else figure - fine,
        None if band is None or fine is None else band.holds(fine),
        tried.reached,
    )


def _why(frozen: dict, tried: trying.Tried) -> tuple[list[str], list[str]]:
    return trying.changes(frozen["reasons"], tried.result.reasons)
