"""裁量: the facts that weigh, and the proposal with its figure."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act
from penalties import discretion, guards
from penalties.discretion.scheme import WEIGHTS
from penalties.models import Assessment, BenchmarkRow, Case, Circumstance, Evidence, Factor, Tier
from penalties.queries import discretion as queries
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, stated
from penalties.workflow import CASE_FLOW

S = Case.State
BASIS = f"依据：{PENALTY_LAW}第三十四条。"
WEIGHING = (S.ON_THE_SPOT, S.INVESTIGATED, S.PROPOSED, S.NOTIFIED)


class Unfit(Refused):
    """The figure cannot stand; `objection` says why and what to do instead."""

    def __init__(self, objection: discretion.Objection):
        super().__init__(str(objection))
        self.objection = objection


@act
def add_circumstance(
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
    found = _row(case, on)
    _check_use(found, tier, criterion, factor, weight, shown)
    _check_weight(case, queries.scheme_of(found), tier, weight, weight_level)
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


def _row(case: Case, on: date) -> BenchmarkRow:
    row = queries.row_for(case, on)
    if row is None:
        raise Refused(
            f"{cn_date(on)}没有适用于本案的裁量权基准，请先由系统管理员载入并公布。{BASIS}"
        )
    return row


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
            raise Refused("现行的裁量权基准按档次裁量，没有权重，请选择档次标准或者裁量情节。")
        return
    if tier is not None and tier.code != discretion.TRANSFER:
        raise Refused("现行的裁量权基准按权重累加，请选择权重或者裁量情节。")
    known = {row.title: [it.title for it in row.levels] for row in scheme.weights.factors}
    if weight and level not in known.get(weight, ()):
        raise Refused("所选的权重不在现行的裁量权基准里，请重新选择。")
    if weight and case.circumstances.filter(weight=weight).exists():
        raise Refused(f"“{weight}”已经登记过，需要改变的，请先删除原来的事实。")


@act
def remove_circumstance(row: Circumstance, *, actor, on: date) -> Case:
    """Take a fact out of the weighing; the assessments made before keep their copy."""
    case, backfilled = open_for(row.case, WEIGHING, "删除裁量事实", actor=actor, on=on)
    case.circumstances.filter(pk=row.pk).delete()
    details = {"text": row.text}
    _note(case, "remove_circumstance", "删除裁量事实", actor, on, backfilled, details)
    return case


@act
def propose(
    case: Case, *, actor, on: date, fine: int, correction: str, gains: int = 0
) -> Assessment:
    """确定拟处罚意见: the figure is checked against its band and frozen with all its reasons.

    `correction` is what the party is ordered to put right (第二十八条). Raises Unfit outside the
    band, Refused for a heavier figure than notified without new evidence (第四十四条).
    """
    return _fix(case, "propose", actor, on, fine, correction, gains)


@act
def adjust(
    case: Case, *, actor, on: date, fine: int, correction: str, gains: int = 0
) -> Assessment:
    """调整拟处罚意见 after a statement was answered: never heavier than notified (第四十五条)."""
    return _fix(case, "adjust", actor, on, fine, correction, gains)


def _fix(case: Case, step: str, actor, on: date, fine, correction, gains) -> Assessment:
    made = []

    def write(row):
        adjusted = step == "adjust"
        made.append(assessed(row, actor, on, fine, correction, gains, after_statement=adjusted))
        _check_against_notice(row, made[0], step, Act(actor, on))
        return {}

    CASE_FLOW.advance(
        case, step, actor=actor, on=on, write=write, details=lambda row: {"fine": fine}
    )
    return made[0]


def assessed(
    case: Case, actor, on: date, fine: int, correction: str, gains=0, *, after_statement=False
) -> Assessment:
    """The figure by the benchmark in force, frozen; raises Unfit outside its band."""
    row = _row(case, on)
    _check_same_benchmark(case, row)
    rules, result = queries.rules_of(row, case), queries.result_of(case, row, on)
    if objection := discretion.objection(result, rules, fine):
        raise Unfit(objection)
    if gains and not row.clause.confiscate_gains:
        raise Refused(f"{rules.law}没有规定没收违法所得，请把违法所得改为 0。")
    return Assessment.objects.create(
        case=case,
        row=row,
        tier=result.tier,
        fine=fine,
        gains=gains,
        correction=stated(correction, f"责令改正的内容（{PENALTY_LAW}第二十八条）"),
        snapshot=queries.snapshot(case, row, result, fine, on),
        after_statement=after_statement,
        made_by=actor,
        made_on=on,
    )


def _check_same_benchmark(case: Case, row: BenchmarkRow) -> None:
    """Facts registered under another version may name what this one does not have."""
    adds_up = queries.scheme_of(row).model == WEIGHTS
    for fact in case.circumstances.select_related("tier", "factor"):
        used = fact.tier or fact.factor
        if (used.benchmark_id != row.benchmark_id) if used else not adds_up:
            raise Refused(
                f"裁量事实“{fact}”是按另一版裁量权基准登记的，现在适用“{row.benchmark}”。"
                f"请删除后按现行基准重新登记，再确定金额。{BASIS}"
            )


def _check_against_notice(case: Case, made: Assessment, step: str, act: Act) -> None:
    notice = papers.issued(case, papers.NOTICE)
    if notice is None or not (why := guards.not_heavier_than_notified(case, act)):
        return
    new = case.evidence.filter(excluded_on=None, obtained_on__gt=notice.issued_on).exists()
    if step == "adjust" or not new:
        raise Refused(why)


def _note(case, action, label, actor, on, backfilled, details) -> None:
    trail.record(case, action, label, actor=actor, on=on, backfilled=backfilled, details=details)
