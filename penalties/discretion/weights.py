"""权重累加: the figure a sum of weights gives, with every factor as a reason."""

from fractions import Fraction
from typing import NamedTuple

from penalties.discretion.arithmetic import rounded
from penalties.discretion.scheme import Conventions, Level, Weight, Weights
from penalties.discretion.terms import Band, DiscretionError, Reason, Rules
from penalties.discretion.weighing import Start

WHOLE = 100


class Answer(NamedTuple):
    """What was found out about one factor: the title of a level, or a number that chooses it."""

    level: str | int
    text: str = ""
    evidence: tuple[int, ...] = ()


def chosen(weight: Weight, answer: Answer | None, conventions: Conventions) -> Level:
    """The level of an answer; the lowest for what could not be found out.

    Raises DiscretionError for a level that the benchmark does not have.
    """
    if answer is None:
        return min(weight.levels, key=lambda level: level.percent)
    if isinstance(answer.level, str):
        found = [level for level in weight.levels if level.title == answer.level]
    else:
        found = [level for level in weight.levels if _holds(level, answer.level, conventions)]
    if not found:
        known = "、".join(level.title for level in weight.levels)
        raise DiscretionError(f"“{weight.title}”没有“{answer.level}”这一等级，可用的是 {known}")
    heaviest = conventions.band_end == "heavier"
    return (max if heaviest else min)(found, key=lambda level: level.percent)


def _holds(level: Level, number: int, conventions: Conventions) -> bool:
    if level.least is None and level.most is None:
        return False
    above = level.least is None or number > level.least - conventions.above_inclusive
    return above and (level.most is None or number < level.most + conventions.below_inclusive)


def start(
    weights: Weights, answers: dict[str, Answer], conventions: Conventions, rules: Rules
) -> Start:
    """Σ% × statutory maximum, the sum held at 100 %, the figure between minimum and maximum."""
    total, reasons = weights.start, []
    for weight in weights.factors:
        answer = answers.get(weight.title)
        level = chosen(weight, answer, conventions)
        total += level.percent
        reasons.append(_reason(weight, level, answer, rules))
    counted = min(total, WHOLE)
    exact = Fraction(counted * rules.maximum, WHOLE)
    whole = Band("", rules.minimum, rules.maximum, True, True)
    figure = rounded(min(max(exact, rules.minimum), rules.maximum), whole, rules.rounding)
    return Start(figure, (*reasons, _sum(weights.start, total, counted, exact, figure, rules)))


def _reason(weight: Weight, level: Level, answer: Answer | None, rules: Rules) -> Reason:
    unknown = "没有查明，按最轻的等级认定"
    return Reason(
        f"{weight.title}：{level.title}",
        (answer.text if answer else unknown) or f"查明为“{level.title}”",
        f"裁量权基准{rules.row}",
        answer.evidence if answer else (),
        f"{level.percent}%",
    )


def _sum(
    begun: int, total: int, counted: int, exact: Fraction, figure: int, rules: Rules
) -> Reason:
    capped = f"，按 {WHOLE}% 计" if counted != total else ""
    amount = f"{int(exact):,}" if exact.denominator == 1 else f"{float(exact):,.2f}"
    words = (
        f"起点 {begun}% 加各项共 {total}%{capped}；{counted}% × {rules.maximum:,} 元 = {amount} 元"
    )
    if figure != exact:
        words += f"，按法定幅度和取整规则为 {figure:,} 元"
    return Reason("权重累加", f"{words}。", f"裁量权基准{rules.row}", (), f"{figure:,} 元")
