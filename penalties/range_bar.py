"""幅度条: the bands of a range as a drawing; coordinates only, no markup."""

from typing import NamedTuple

from penalties import discretion
from penalties.amounts import plain

NAME_WIDTH = 30  # what two characters need, in units of the drawing


class Segment(NamedTuple):
    label: str
    css: str  # class of the fill
    text_css: str
    x: float
    width: float
    name_x: float  # beside the figure when both would meet in the middle


class Mark(NamedTuple):
    """A figure on the bar, or a bound below it."""

    label: str
    x: float
    anchor: str = "middle"


class Bar(NamedTuple):
    """Everything the template draws, in the units of its view box."""

    width: int
    height: int
    top: int
    thick: int
    segments: list[Segment]
    bounds: list[Mark]
    figure: Mark | None
    tried: Mark | None
    summary: str

    @property
    def middle_y(self) -> int:
        return self.top + self.thick // 2

    @property
    def name_y(self) -> int:
        return self.middle_y + 5

    @property
    def bound_y(self) -> int:
        return self.top + self.thick + 22

    @property
    def pin_y(self) -> int:
        return self.middle_y - 9

    @property
    def pin_top(self) -> int:
        return self.top - 20

    @property
    def label_y(self) -> int:
        return self.top - 26

    @property
    def foot_y(self) -> int:
        return self.top + self.thick + 2

    @property
    def tried_top(self) -> int:
        """A refused figure stands one line higher, so that the two labels never meet."""
        return self.top - 34

    @property
    def tried_y(self) -> int:
        return self.top - 40


def range_bar(
    rules: discretion.Rules,
    result: discretion.Result,
    *,
    figure: int | None = None,
    tried: int | None = None,
) -> dict[str, Bar]:
    """The bar for a wide page and for a phone; `tried` is a figure that was refused."""
    return {
        "wide": _draw(rules, result, figure, tried, (800, 136, 60, 680, 60)),
        "narrow": _draw(rules, result, figure, tried, (340, 122, 24, 292, 58)),
    }


def _draw(rules, result, figure, tried, box) -> Bar:
    width, height, left, length, top = box
    bands = discretion.bands(rules)
    mitigated = result.tier == discretion.MITIGATED
    shown = [bands[tier] for tier in discretion.GRADED]
    if mitigated:
        shown.insert(0, bands[discretion.MITIGATED])
    low, high = shown[0].lower, rules.maximum

    def place(amount: int) -> float:
        share = (amount - low) / (high - low)
        return round(left + length * min(max(share, -0.03), 1.03), 1)

    proposed = figure if figure is not None else result.suggestion
    label = "拟处" if figure is not None else "建议"
    segments = [_segment(band, result.tier, place, proposed) for band in shown]
    edges = [low, *(band.upper for band in shown)]
    bounds = [Mark(_short(amount), place(amount)) for amount in edges]
    return Bar(
        width,
        height,
        top,
        34,
        segments,
        bounds,
        _figure(f"{label} {plain(proposed)}", place(proposed), width) if proposed else None,
        _figure(f"{_short(tried)} ✕", place(tried), width) if tried is not None else None,
        _summary(rules, result, proposed, tried),
    )


def _segment(band: discretion.Band, tier: str, place, figure: int | None) -> Segment:
    """One band; its name stands beside the figure, and is left out where there is no room."""
    chosen = band.tier == tier
    css = "fi" if chosen else "f2" if band.tier == discretion.MIDDLE else "f1"
    x, end = place(band.lower), place(band.upper)
    left, right = x, end
    if figure is not None and chosen:
        pin = place(figure)
        left, right = (pin + 8, end) if end - pin >= pin - x else (x, pin - 8)
    label = discretion.TITLES[band.tier] if right - left >= NAME_WIDTH else ""
    text = "inv" if chosen else "em"
    return Segment(label, css, text, x, round(end - x, 1), round((left + right) / 2, 1))


def _figure(label: str, x: float, width: int) -> Mark:
    """Near an edge the words start or end at the mark, so that they stay on the drawing."""
    reach = 7 * len(label)
    if x < reach:
        return Mark(label, x, "start")
    return Mark(label, x, "end" if x > width - reach else "middle")


def _short(amount: int) -> str:
    return plain(amount).removesuffix("元").strip()


def _summary(rules, result, proposed, tried) -> str:
    parts = [f"法定幅度{plain(rules.minimum)}至 {plain(rules.maximum)}"]
    if result.band is not None:
        parts.append(f"{result.title}档{result.band.words}")
    if proposed:
        parts.append(f"数额 {plain(proposed)}")
    if tried is not None:
        parts.append(f"输入的 {plain(tried)}不在本档")
    return "；".join(parts)
