"""One case weighed by a benchmark, and the answer with its numbered reasons."""

from penalties.discretion.matters import Matter
from penalties.discretion.reading import DataFault
from penalties.discretion.scheme import WEIGHTS, Cite, Scheme
from penalties.discretion.terms import (
    MAY_WAIVE,
    MITIGATED,
    NO_PENALTY,
    TRANSFER,
    DiscretionError,
    Fact,
    Reason,
    Result,
)
from penalties.discretion.weighing import STOPS, assess
from penalties.discretion.weights import start as by_weights

OUTCOMES = {
    "T2": "mitigate",
    "T3": "light",
    "T4": "general",
    "T5": "heavy",
    "T6": "transfer",
    "no_penalty": "no_penalty",
    "time_barred": "time_barred",
    "fined": "no_second_fine",
}
FINE, GAINS, WARNING = "罚款", "没收违法所得", "警告"
CORRECT, TEACH, HAND_OVER = "责令改正", "教育", "移送"


def weigh(matter: Matter, scheme: Scheme, cite: Cite) -> Result:
    """What the facts of a case lead to; DiscretionError names the case."""
    rules = scheme.rules(matter.row, cite, matter.base)
    start = None
    if scheme.model == WEIGHTS:
        start = by_weights(scheme.weights, matter.answers, scheme.conventions, rules)
    try:
        return assess(matter.facts, rules, conduct=matter.conduct, start=start, waive=matter.waive)
    except DiscretionError as error:
        raise DataFault(f"{matter.place} 的 facts：{error}") from None


def answer(matter: Matter, scheme: Scheme, cite: Cite) -> dict:
    """The answer for one case as plain JSON; docs/discretion.md explains every field."""
    result = weigh(matter, scheme, cite)
    row, band = scheme.rows[matter.row], result.band
    fined = band is not None
    reasons = [*result.reasons, *_procedure(matter, result, scheme, cite)]
    return {
        "id": matter.id,
        "outcome": _outcome(matter, result),
        "measures": _measures(matter, result, scheme),
        "range": [band.lower, band.upper] if fined else None,
        "range_includes": [band.lower_included, band.upper_included] if fined else None,
        "proposed": result.suggestion,
        "hearing_right": fined and row.hearing_notice,
        "reasons": [_numbered(number, row) for number, row in enumerate(reasons, start=1)],
    }


def _outcome(matter: Matter, result: Result) -> str:
    if result.waivable and matter.waive is None:
        return "may_waive"
    if result.tier == NO_PENALTY:
        return OUTCOMES["no_penalty" if matter.waive else _first_stop(matter).effect]
    return OUTCOMES[result.tier]


def _first_stop(matter: Matter) -> Fact:
    return next(f for f in matter.facts if f.effect in STOPS and f.duty == "shall")


def _measures(matter: Matter, result: Result, scheme: Scheme) -> list[str]:
    """What is ordered, by name; a confiscation where there are gains or none was stated."""
    kinds = list(scheme.rows[matter.row].kinds)
    if result.tier == TRANSFER:
        return [HAND_OVER]
    if result.tier != NO_PENALTY:
        return [kind for kind in kinds if kind != GAINS or matter.gains != 0] + [CORRECT]
    if matter.waive:
        return [TEACH]
    stop = _first_stop(matter)
    if stop.effect == "time_barred":
        return []
    if stop.effect == "fined":
        return [kind for kind in kinds if kind != FINE] + [CORRECT]
    return list(scheme.factors[stop.code].measures) or [TEACH]


def _procedure(matter: Matter, result: Result, scheme: Scheme, cite: Cite) -> list[Reason]:
    """What has to happen before the decision, each with its article."""
    row = scheme.rows[matter.row]
    needs = list(result.requires)
    if result.waivable and (tier := scheme.tiers.get(MAY_WAIVE)):
        needs += tier.requires
    if result.band is not None and row.legal_review == "required":
        needs.append("法制审核")
    found = []
    if result.tier == MITIGATED:
        text = "减轻到法定下限以下，不低于裁量权基准的底线；也可以只给予警告。"
        found.append(Reason("减轻处罚", text, cite([_article(32, None)])))
    if needs := list(dict.fromkeys(needs)):
        articles = [("集体讨论", 57, 2), ("法制审核", 58, 1)]
        bases = [_article(number, part) for need, number, part in articles if need in needs]
        found.append(Reason("程序要求", f"{'、'.join(needs)}。", cite(bases) if bases else ""))
    if result.band is not None and row.hearing_notice:
        law = cite([_article(63, 1)])
        found.append(Reason("听证", "应当告知当事人有要求听证的权利。", law))
    return found


def _article(number: int, paragraph: int | None) -> dict:
    return {"law": "penalty_law", "article": number, "paragraph": paragraph, "item": None}


def _numbered(number: int, reason: Reason) -> dict:
    return {
        "number": number,
        "heading": reason.heading,
        "text": reason.text,
        "law": reason.law,
        "evidence": list(reason.evidence),
        "effect": reason.effect,
    }
