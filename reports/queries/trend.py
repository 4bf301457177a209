"""近三年: the main numbers of the report's year beside those of the two years before."""

from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from archives_enforcement.documents.typesetting.charts import columns
from reports.queries.figures import Figure, figure_of
from reports.queries.year import Year

SPAN = 3  # years
KEYS = ("checks", "letters", "look_backs", "findings", "findings_accepted", "penalties")
DRAWN = ("checks", "findings", "findings_accepted")
WIDTHS = [60, 32, 32, 32]  # mm


class Line(NamedTuple):
    key: str
    label: str
    unit: str
    values: list[int]  # one a year, the earliest first


class Trend(NamedTuple):
    years: list[int]
    lines: list[Line]

    @property
    def title(self) -> str:
        return f"{self.years[0]}—{self.years[-1]}年检查和整改情况"

    @property
    def drawing(self) -> dict:
        """What the chart is drawn of."""
        drawn = [line for line in self.lines if line.key in DRAWN]
        return {
            "title": self.title,
            "labels": [f"{year}年" for year in self.years],
            "series": [[f"{line.label}（{line.unit}）", line.values] for line in drawn],
        }

    @property
    def svg(self) -> SafeString:
        """The chart for a page; `columns` escapes whatever it writes."""
        return mark_safe(columns(**self.drawing, name="trend"))  # noqa: S308

    @property
    def table(self) -> dict:
        """The same numbers, and more, as the typesetter and Word take a table."""
        return {
            "head": ["项目", *(f"{year}年" for year in self.years)],
            "rows": [
                [f"{line.label}（{line.unit}）", *map(str, line.values)] for line in self.lines
            ],
            "widths": WIDTHS,
        }


def trend(records: Year, found: list[Figure], *, before: Year | None = None) -> Trend | None:
    """`found` are the figures of the year itself, frozen or not; None without earlier records.

    `before` is the year before, where it has been read for other things.
    """
    years = list(range(records.year - SPAN + 1, records.year + 1))
    earlier = [Year(records.bureau, year) for year in years[:-1]]
    if before is not None:
        earlier[-1] = before
    now = {figure.key: figure for figure in found}
    lines = [
        Line(key, now[key].label, now[key].unit,
             [*(figure_of(year, key).value for year in earlier), now[key].value])
        for key in KEYS
    ]  # fmt: skip
    if not any(value for line in lines for value in line.values[:-1]):
        return None
    return Trend(years, lines)
