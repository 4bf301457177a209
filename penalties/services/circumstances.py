"""裁量事实: the facts that weigh, each used once, typed from evidence or taken from the books."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act
from penalties import accountability_guards, discretion
from penalties.discretion.scheme import WEIGHTS
from penalties.models import BenchmarkRow, Case, Circumstance, Evidence, Factor, Tier
from penalties.queries import discretion as queries
from penalties.queries import repetition
from penalties.queries.law import PENALTY_LAW
from penalties.services.discretion import graded_by
from penalties.services.handling import open_for, stated

S = Case.State
BASIS = f"依据：{PENALTY_LAW}第三十四条。"
WEIGHING = (S.ON_THE_SPOT, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED)


@act
def add(
    case: Case,
    *,
    actor,
    on: date,
    text: str,
    evidence: Iterable[Evidence],
    tier: Tier | None = None,
    criterion: str = "",
    factor: Factor | None = None,
    weight: str = "",
    weight_level: str = "",
    shown: bool = True,
    decisive: bool = False,
) -> Circumstance:
    """登记裁量事实: one fact, used once, as a criterion of a tier, as a factor or as a weight.

    Raises Refused when the fact was used before, rests on no evidence, or names something the
    benchmark in force does not list.
    """
    case, backfilled = open_for(case, WEIGHING, "登记裁量事实", actor=actor, on=on)
    text = stated(text, "查明的事实")
    found = graded_by(case, on)
    _check_use(found, tier, criterion, factor, weight, shown)
    scheme = queries.scheme_of(found)
    _check_weight(case, scheme, tier, weight, weight_level)
    _check_repetition(case, scheme, criterion, weight)
    if factor and (why := accountability_guards.fits(case, factor)):
        raise Refused(why)
    used = list(case.evidence.filter(excluded_on=None, pk__in=[row.pk for row in evidence]))
    if not used:
        raise Refused(f"裁量事实应当有证据，请选择证据。依据：{PENALTY_LAW}第四十条。")
    if any("".join(row.text.split()) == "".join(text.split()) for row in case.circumstances.all()):
        raise Refused(f"这个事实已经用过。同一事实只能作为档次标准或者裁量情节使用一次。{BASIS}")
    row = Circumstance.objects.create(
        case=case,
        text=text,
        tier=tier,
        criterion=criterion,
        factor=factor,
        weight=weight,
        weight_level=weight_level,
        shown=shown,
        decisive=decisive and factor is not None,
        added_by=actor,
    )
    row.evidence.set(used)
    details = {"text": text, "use": row.use}
    _note(case, "add_circumstance", "登记裁量事实", actor, on, backfilled, details)
    return row


@act
def remove(row: Circumstance, *, actor, on: date) -> Case:
    """Take a fact out of the weighing; the assessments made before keep their copy."""
    case, backfilled = open_for(row.case, WEIGHING, "删除裁量事实", actor=actor, on=on)
    case.circumstances.filter(pk=row.pk).delete()
    details = {"text": row.text}
    _note(case, "remove_circumstance", "删除裁量事实", actor, on, backfilled, details)
    return case


@act
def adopt_repetition(case: Case, *, actor, on: date) -> Circumstance:
    """登记重复违法 from the decisions of this bureau; they are its evidence.

    Raises Refused when the books show none within the years of the rule, or it weighs already.
    """
    case, backfilled = open_for(case, WEIGHING, "登记重复违法", actor=actor, on=on)
    row = graded_by(case, on)
    found = repetition.found(case, row, on)
    if found is None:
        raise Refused(
            f"本机关在裁量权基准规定的年限内没有对这一当事人适用同一条款的处罚决定。{BASIS}"
        )
    if repetition.used_already(case, row):
        raise Refused(f"重复违法已经登记过。同一事实只能使用一次。{BASIS}")
    made = Circumstance.objects.create(
        case=case, text=found.text, times=found.times, added_by=actor
    )
    details = {"text": made.text, "use": made.use}
    _note(case, "add_circumstance", "登记重复违法", actor, on, backfilled, details)
    return made


def _check_use(row: BenchmarkRow, tier, criterion: str, factor, weight: str, shown: bool) -> None:
    if [tier is not None, factor is not None, bool(weight)].count(True) != 1:
        raise Refused(f"请选择这个事实的一种用途：档次标准、裁量情节或者权重。{BASIS}")
    foreign = {part.benchmark_id for part in (tier, factor) if part} - {row.benchmark_id}
    if foreign or (tier and criterion not in tier.criteria):
        raise Refused(f"所选的标准或者情节不在现行的裁量权基准里，请重新选择。{BASIS}")
    if not shown and (tier is None or tier.code != discretion.LOWER):
        raise Refused(f"只有从轻档的标准可以认定为“不具备”，其他标准不具备的不用登记。{BASIS}")


def _check_weight(
    case: Case, scheme: discretion.Scheme, tier: Tier | None, weight: str, level: str
) -> None:
    """A weight only under a benchmark that adds weights up, each factor once."""
    if scheme.model != WEIGHTS:
        if weight:
            raise Refused(
                f"现行的裁量权基准按档次裁量，没有权重，请选择档次标准或者裁量情节。{BASIS}"
            )
        return
    if tier is not None and tier.code != discretion.TRANSFER:
        raise Refused(f"现行的裁量权基准按权重累加，请选择权重或者裁量情节。{BASIS}")
    known = {row.title: [it.title for it in row.levels] for row in scheme.weights.factors}
    if weight and level not in known.get(weight, ()):
        raise Refused(f"所选的权重不在现行的裁量权基准里，请重新选择。{BASIS}")
    if weight and case.circumstances.filter(weight=weight).exists():
        raise Refused(f"“{weight}”已经登记过，需要改变的，请先删除原来的事实。{BASIS}")


def _check_repetition(case: Case, scheme: discretion.Scheme, criterion: str, weight: str) -> None:
    """How often counts once, whether taken from the books or typed."""
    taken = case.circumstances.filter(times__isnull=False).exists()
    if taken and repetition.is_about(scheme, criterion, weight):
        raise Refused(f"重复违法已经按本机关的处罚决定计算，同一事实只能使用一次。{BASIS}")


def _note(case, action, label, actor, on, backfilled, details) -> None:
    trail.record(case, action, label, actor=actor, on=on, backfilled=backfilled, details=details)
