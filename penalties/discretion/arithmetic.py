"""The bands of a statutory range and the figure a band suggests: the arithmetic of a rule set."""

from collections.abc import Iterable
from fractions import Fraction

from penalties.discretion.terms import (
    GRADED,
    LOWER,
    MIDDLE,
    MITIGATED,
    UPPER,
    Band,
    Rounding,
    Rules,
)

RULE_SETS = {
    "R30": "按幅度的百分比分三档（通常为30/40/30）",
    "RMEAN": "以平均值为一般，以下为从轻，以上为从重",
    "R3STEP": "等分为单数个阶次，中间一个阶次为一般",
    "RMAX": "只有上限：20%以下从轻，40%至60%一般，60%以上从重",
    "RMIN": "只有下限：下限从轻，二倍一般，五倍从重",
    "RMULT": "倍数罚款：以中间倍数为一般",
    "LISTED": "逐个幅度列明各档",
}


def bands(rules: Rules) -> dict[str, Band]:
    """The graded bands of a range, and below them 减轻, which ends short of the minimum."""
    found = rules.listed or percent_bands(
        rules.minimum, rules.maximum, rules.lower_percent, rules.upper_percent
    )
    floor = -(-rules.minimum * rules.floor_percent // 100)
    mitigated = Band(MITIGATED, floor, rules.minimum, True, False)
    return {MITIGATED: mitigated, **{band.tier: band for band in found}}


def percent_bands(
    minimum: int, maximum: int, lower: int, upper: int, end: str = "lighter"
) -> tuple[Band, ...]:
    """Three bands cut at per cents of the width."""
    return _cut(minimum, maximum, Fraction(lower, 100), Fraction(upper, 100), end)


def _cut(minimum: int, maximum: int, lower: Fraction, upper: Fraction, end: str):
    """A cut that is no whole yuan goes up, to the party's favour; `end` takes the shared figure."""
    width = maximum - minimum
    first, second = (minimum + -(-width * cut // 1) for cut in (lower, upper))
    lighter = end == "lighter"
    return (
        Band(LOWER, minimum, first, minimum > 0, lighter),
        Band(MIDDLE, first, second, not lighter, lighter),
        Band(UPPER, second, maximum, not lighter, True),
    )


def graded(rule_set, minimum: int, maximum: int | None, end: str) -> tuple[Band, ...]:
    """The bands that a rule set (R30, RMEAN, …) makes of a statutory range."""
    if rule_set.code == "RMIN":
        return _points(minimum, 2 * minimum, 5 * minimum)
    if rule_set.code in ("RMEAN", "RMULT"):
        return _about_mean(minimum, maximum)
    if rule_set.code == "R3STEP":
        below = (rule_set.steps - 1) // 2
        cuts = Fraction(below, rule_set.steps), Fraction(below + 1, rule_set.steps)
        return _cut(minimum, maximum, *cuts, end)
    if rule_set.code == "RMAX":
        return _by_maximum(maximum)
    return percent_bands(minimum, maximum, rule_set.lower_percent, rule_set.upper_percent, end)


def _points(*figures: int) -> tuple[Band, ...]:
    return tuple(
        Band(tier, figure, figure, True, True) for tier, figure in zip(GRADED, figures, strict=True)
    )


def _about_mean(minimum: int, maximum: int) -> tuple[Band, ...]:
    """The mean itself is 一般; half a yuan of it is the party's."""
    mean = (minimum + maximum) // 2
    return (
        Band(LOWER, minimum, mean, minimum > 0, False),
        Band(MIDDLE, mean, mean, True, True),
        Band(UPPER, mean, maximum, False, True),
    )


def _by_maximum(maximum: int) -> tuple[Band, ...]:
    """A source that leaves 20 % to 40 % in no band; the validator says so."""
    low, middle, high = (-(-maximum * percent // 100) for percent in (20, 40, 60))
    return (
        Band(LOWER, 0, low, False, True),
        Band(MIDDLE, middle, high, True, True),
        Band(UPPER, high, maximum, False, True),
    )


def step_for(figure: Fraction, rounding: Iterable[Rounding]) -> int:
    return next((row.step for row in rounding if row.below is None or figure < row.below), 1)


def rounded(figure: Fraction, band: Band, rounding: Iterable[Rounding]) -> int:
    """`figure` to the step of its size, ties to the party, never outside the band."""
    figure = Fraction(figure)
    step = step_for(figure, rounding)
    down, rest = divmod(figure, step)
    near = (int(down) + (2 * rest > step)) * step
    if near > band.highest:
        near = band.highest // step * step
    if near < band.lowest:
        near = -(-band.lowest // step) * step
    return near if band.holds(near) else min(max(int(figure), band.lowest), band.highest)


def suggest(band: Band, rounding: Iterable[Rounding]) -> int:
    """The middle of the band, rounded."""
    return rounded(Fraction(band.lower + band.upper, 2), band, rounding)


def top_of(band: Band, rounding: Iterable[Rounding]) -> int:
    """The highest round figure of the band."""
    step = step_for(Fraction(band.highest), rounding)
    near = band.highest // step * step
    return near if band.holds(near) else band.highest
