"""重复违法: the bureau's own earlier decisions on a party, and what the benchmark makes of them."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.documents.models import Document
from penalties.discretion import repeating
from penalties.discretion.scheme import REPEATED, WEIGHTS, Scheme
from penalties.models import BenchmarkRow, Case, Challenge, Decision
from penalties.queries.discretion import scheme_of

NAMED = 5  # decisions named in the fact


class Repetition(NamedTuple):
    """How often the party was penalised under the clause, this case counted, and what follows."""

    times: int
    text: str
    decisions: list[Decision]
    follows: str


def found(case: Case, row: BenchmarkRow, on: date) -> Repetition | None:
    """What the books of the bureau say on the day `on` of an act of the case.

    None where the rule asks for more times, or is none.
    """
    scheme = scheme_of(row)
    rule = scheme.repeat
    decisions = earlier(case, rule.years, on) if rule else []
    if not decisions:
        return None
    times = len(decisions) + 1
    follows = _follows(scheme, times)
    if not follows:
        return None
    numbers = "、".join(it.document.number for it in decisions[:NAMED])
    more = "等" if len(decisions) > NAMED else ""
    text = f"{repeating.told(rule, times, case.act_ended_on)}（此前的决定：{numbers}{more}）"
    return Repetition(times, text, decisions, follows)


def earlier(case: Case, years: int, on: date) -> list[Decision]:
    """Decisions on the party under the same clause in the years before the act, newest first.

    What 复议 or a court undid by the day `on` was no penalty; undone later, it still was one.
    """
    act_on = case.act_ended_on
    rows = Decision.objects.filter(
        case__bureau=case.bureau_id,
        case__party=case.party_id,
        case__clause=case.clause_id,
        decided_on__gte=repeating.years_after(act_on, -years),
        decided_on__lt=act_on,
    ).exclude(document__state=Document.State.VOID)
    annulled = Challenge.objects.filter(result=Challenge.Result.REVOKED, ended_on__lte=on)
    rows = rows.exclude(case__in=annulled.values("case"))
    return list(rows.exclude(case=case).select_related("case", "document").order_by("-decided_on"))


def _follows(scheme: Scheme, times: int) -> str:
    """In words, empty when nothing does."""
    if weight := repeating.weight_of(scheme):
        return f"按“{weight.title}”这项权重计算"
    if scheme.model == WEIGHTS:
        return ""
    return REPEATED.get(repeating.effect_of(scheme.repeat, times), "")


def is_about(scheme: Scheme, criterion: str, weight: str) -> bool:
    """Whether a fact of this use says how often, as the repeat rule does."""
    counted = repeating.weight_of(scheme)
    if counted:
        return weight == counted.title
    return bool(criterion and scheme.repeat and criterion == scheme.repeat.criterion)


def used_already(case: Case, row: BenchmarkRow) -> bool:
    """Whether the repetition weighs in this case, taken from the books or typed by hand."""
    scheme = scheme_of(row)
    rows = case.circumstances.all()
    return any(it.times or is_about(scheme, it.criterion, it.weight) for it in rows)


def stale(case: Case, row: BenchmarkRow, on: date) -> str | None:
    """Why what was taken from the books no longer stands; None where it does or nothing was."""
    taken = next((it for it in case.circumstances.all() if it.times), None)
    now = found(case, row, on) if taken else None
    if taken is None or (now and now.times == taken.times):
        return None
    return (
        f"裁量事实“{taken}”与本机关现有的处罚决定或者现行基准不一致，请删除后重新采用，再确定金额。"
    )
