"""Charts as plain numbers: the page draws them as SVG and puts the same numbers in a table."""

from typing import NamedTuple

from reports.queries.text import areas, rate
from reports.queries.year import Year

WIDTH, HEIGHT = 520, 214
LEFT, RIGHT, TOP, FOOT = 34.0, 508.0, 16.0, 178.0
LINES = 4  # steps of the vertical scale at most
QUARTERS = ("一季度", "二季度", "三季度", "四季度")


class Point(NamedTuple):
    x: float
    y: float
    month: int
    value: int


class Mark(NamedTuple):
    """A line of the vertical scale."""

    y: float
    text_y: float
    value: int


class Line(NamedTuple):
    """Checks by month of one year, and of the year before as a second line."""

    path: str
    before_path: str
    points: list[Point]
    marks: list[Mark]
    top: Point | None


class Quarter(NamedTuple):
    """A row of the table beside the line."""

    label: str
    value: int
    before: int

    @property
    def change(self) -> str:
        return change(self.value, self.before)


def change(value: int, before: int) -> str:
    """How a number moved against the year before: ↑ 7, ↓ 1 or 持平."""
    if value == before:
        return "持平"
    return f"{'↑' if value > before else '↓'} {abs(value - before)}"


def by_month(records: Year) -> list[int]:
    """Checks of each month."""
    found = [0] * 12
    for row in records.all_checks():
        found[row.inspected_on.month - 1] += 1
    return found


def line(now: list[int], before: list[int]) -> Line:
    """Where the points of both years stand in the drawing."""
    most = max(*now, *before, 1)
    step = -(-most // LINES)
    top = step * -(-most // step)

    def y(value):
        return FOOT - (FOOT - TOP) * value / top

    points = _points(now, y)
    marks = [
        Mark(_short(y(value)), _short(y(value) + 4), value) for value in range(0, top + 1, step)
    ]
    highest = max(points, key=lambda point: point.value)
    return Line(
        _path(points), _path(_points(before, y)), points, marks, highest if any(now) else None
    )


def _points(values: list[int], y) -> list[Point]:
    gap = (RIGHT - LEFT) / (len(values) - 1)
    return [
        Point(_short(LEFT + gap * place), _short(y(value)), place + 1, value)
        for place, value in enumerate(values)
    ]


def _path(points: list[Point]) -> str:
    return "M" + " L".join(f"{point.x} {point.y}" for point in points)


def _short(number: float) -> float:
    return round(number, 1)


def quarters(now: list[int], before: list[int]) -> list[Quarter]:
    """Both years by quarter."""
    return [
        Quarter(label, sum(now[start : start + 3]), sum(before[start : start + 3]))
        for label, start in zip(QUARTERS, range(0, 12, 3), strict=True)
    ]


def whole_year(now: list[int], before: list[int]) -> Quarter:
    """The sum below the quarters."""
    return Quarter("合计", sum(now), sum(before))


class Area(NamedTuple):
    """Problems in one area of the checklist."""

    label: str
    value: int
    fixed: int
    terminated: int  # ended with its unit: no part of the rate
    percent: int  # of the most frequent area, for the length of the bar

    @property
    def rate(self) -> str:
        return rate(self.fixed, self.value - self.terminated)


def problem_areas(records: Year) -> list[Area]:
    """Where the problems are, the most frequent area first."""
    rows = areas(records)
    most = max((count for _, count, *_ in rows), default=1)
    return [
        Area(label, count, fixed, ended, count * 100 // most) for label, count, fixed, ended in rows
    ]
