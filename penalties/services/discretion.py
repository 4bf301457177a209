"""裁量: the proposal with its figure, frozen with all that it was worked out from."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act
from penalties import accountability_guards, deciding_guards, discretion, hearing_guards
from penalties.discretion import departing, warning
from penalties.discretion.scheme import WEIGHTS
from penalties.models import (
    Assessment,
    BenchmarkRow,
    Case,
    Departure,
)
from penalties.queries import discretion as queries
from penalties.queries import new_facts, papers, repetition
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import stated
from penalties.workflow import CASE_FLOW

BASIS = f"依据：{PENALTY_LAW}第三十四条。"


class Unfit(Refused):
    """The figure cannot stand; `objection` says why and what to do instead."""

    def __init__(self, objection: discretion.Objection):
        super().__init__(str(objection))
        self.objection = objection


class Leaving(NamedTuple):
    """Why a proposal leaves the band of the benchmark (调整适用)."""

    ground: Departure.Ground
    reason: str


def graded_by(case: Case, on: date) -> BenchmarkRow:
    """The line of the benchmark in force; Refused where there is none."""
    row = queries.row_for(case, on)
    if row is None:
        raise Refused(
            f"{cn_date(on)}没有适用于本案的裁量权基准，请先由系统管理员载入并公布。{BASIS}"
        )
    return row


@act
def propose(
    case: Case, *, actor, on: date, fine: int, correction: str, gains: int = 0,
    warning_only: bool = False,
) -> Assessment:  # fmt: skip
    """确定拟处罚意见: the figure is checked against its band and frozen with all its reasons.

    `correction` is what the party is ordered to put right (第二十八条); `warning_only` leaves the
    fine out, where there are grounds for 减轻. Raises Unfit outside the band, Refused for a
    heavier figure than notified without new facts that weigh in it (第四十四条).
    """
    return fix(case, "propose", actor, on, fine, correction, gains, warning_only=warning_only)


@act
def adjust(
    case: Case, *, actor, on: date, fine: int, correction: str, gains: int = 0,
    warning_only: bool = False,
) -> Assessment:  # fmt: skip
    """调整拟处罚意见 after a statement was answered: never heavier than notified (第四十五条)."""
    return fix(case, "adjust", actor, on, fine, correction, gains, warning_only=warning_only)


def fix(
    case: Case, step: str, actor, on: date, fine, correction, gains, leaving=None, *,
    warning_only=False,
) -> Assessment:  # fmt: skip
    """Take `step` with a proposal frozen on the way; the acts that fix one call this."""
    made = []

    def write(row):
        how = {"after_statement": step == "adjust", "leaving": leaving}
        how["warning_only"] = warning_only
        made.append(assessed(row, actor, on, fine, correction, gains, **how))
        if why := accountability_guards.lightened(row, made[0]):
            raise Refused(why)
        _check_against_notice(row, made[0], step, Act(actor, on))
        return {}

    note = f"{departing.HEADING}：{leaving.ground.label}。{leaving.reason}" if leaving else ""
    CASE_FLOW.advance(
        case, step, actor=actor, on=on, write=write, note=note, details=lambda row: {"fine": fine}
    )
    return made[0]


def assessed(
    case: Case, actor, on: date, fine: int, correction: str, gains=0, *, after_statement=False,
    leaving: Leaving | None = None, warning_only: bool = False,
) -> Assessment:  # fmt: skip
    """The figure by the benchmark in force, frozen; raises Unfit outside its band.

    `leaving` says why it may lie outside; then it is held against the law alone. `warning_only`
    is 减轻 to the warning without a fine.
    """
    row = graded_by(case, on)
    _check_benchmark(case, row, on)
    rules, result = queries.rules_of(row, case), queries.result_of(case, row, on)
    if leaving:
        objection = departing.objection(result, rules, queries.facts_of(case, row, on), fine)
    elif warning_only:
        objection = warning.objection(result, row.clause.kinds, fine)
    else:
        objection = discretion.objection(result, rules, fine)
    if objection:
        raise Unfit(objection)
    if gains and not row.clause.confiscate_gains:
        raise Refused(f"{rules.law}没有规定没收违法所得，请把违法所得改为 0。")
    if leaving:
        result = departing.applied(result, leaving.ground.label, leaving.reason, fine)
    if warning_only:
        result = warning.applied(result)
    made = Assessment.objects.create(
        case=case,
        row=row,
        tier=result.tier,
        fine=fine,
        gains=gains,
        correction=stated(correction, f"责令改正的内容（{PENALTY_LAW}第二十八条）"),
        snapshot=queries.snapshot(case, row, result, fine, on)
        | _as_left(leaving)
        | {"warning_only": warning_only},
        after_statement=after_statement,
        made_by=actor,
        made_on=on,
    )
    if leaving:
        Departure.objects.create(assessment=made, **leaving._asdict())
    return made


def _as_left(leaving: Leaving | None) -> dict:
    return {"departure": [leaving.ground.label, leaving.reason]} if leaving else {}


def _check_benchmark(case: Case, row: BenchmarkRow, on: date) -> None:
    """No figure by the sample; and facts of another version may name what this one has not."""
    if why := deciding_guards.only_a_sample(row):
        raise Refused(why)
    adds_up = queries.scheme_of(row).model == WEIGHTS
    if why := repetition.stale(case, row, on):
        raise Refused(why)
    for fact in case.circumstances.filter(times=None).select_related("tier", "factor"):
        used = fact.tier or fact.factor
        if (used.benchmark_id != row.benchmark_id) if used else not adds_up:
            raise Refused(
                f"裁量事实“{fact}”是按另一版裁量权基准登记的，现在适用“{row.benchmark}”。"
                f"请删除后按现行基准重新登记，再确定金额。{BASIS}"
            )


def _check_against_notice(case: Case, made: Assessment, step: str, act: Act) -> None:
    notice, told = papers.issued(case, papers.NOTICE), papers.notified(case)
    if notice is None or not (why := hearing_guards.not_heavier_than_notified(case, act)):
        return
    if step == "adjust":
        raise Refused(why)
    proved = case.evidence.filter(excluded_on=None, obtained_on__gt=notice.issued_on).exists()
    weighed = made.fine <= told.fine or new_facts.heavier(case, told, made, notice.issued_on)
    if not (proved and weighed):
        raise Refused(
            f"{why}新的事实应当有告知以后取得的证据，并且登记为裁量事实（较重的标准、从重情节或者权重）"
            "，计入现在的数额。"
        )
