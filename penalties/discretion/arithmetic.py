"""The bands of a statutory range and the figure a band suggests: the arithmetic of the rule set."""

from collections.abc import Iterable

from penalties.discretion.terms import (
    LOWER,
    MIDDLE,
    MITIGATED,
    UPPER,
    Band,
    Rounding,
    Rules,
)


def bands(rules: Rules) -> dict[str, Band]:
    """The four bands of a range; a cut that is no whole yuan goes up, to the party's favour."""
    width = rules.maximum - rules.minimum
    first = rules.minimum + -(-width * rules.lower_percent // 100)
    second = rules.minimum + -(-width * rules.upper_percent // 100)
    floor = -(-rules.minimum * rules.floor_percent // 100)
    return {
        MITIGATED: Band(MITIGATED, floor, rules.minimum, True, False),
        LOWER: Band(LOWER, rules.minimum, first, True, True),
        MIDDLE: Band(MIDDLE, first, second, False, True),
        UPPER: Band(UPPER, second, rules.maximum, False, True),
    }


def suggest(band: Band, rounding: Iterable[Rounding]) -> int:
    """The middle of the band, rounded with ties to the party, never outside the band."""
    double = band.lower + band.upper
    step = next((row.step for row in rounding if row.below is None or double < 2 * row.below), 1)
    down, rest = divmod(double, 2 * step)
    figure = (down + (rest > step)) * step
    if figure > band.highest:
        figure = band.highest // step * step
    if figure < band.lowest:
        figure = -(-band.lowest // step) * step
    return figure if band.holds(figure) else max(double // 2, band.lowest)
