"""The figures of one bureau's year: every number is the count of the records it names."""

from typing import NamedTuple

from django.urls import reverse

from reports.queries.indicators import COUNTS
from reports.queries.year import Year


class Figure(NamedTuple):
    """A count and the records behind it; a record is named `kind:key`."""

    key: str
    label: str
    record_ids: list[str]
    unit: str
    url: str
    meaning: str = ""

    @property
    def value(self) -> int:
        return len(self.record_ids)

    def as_data(self) -> dict:
        """What is written to figures.json and frozen with a report."""
        return {
            "key": self.key,
            "label": self.label,
            "value": self.value,
            "record_ids": list(self.record_ids),
        }


def figures(bureau, year: int) -> list[Figure]:
    """All figures of one bureau's year, in the order of the report; zeros where nothing is."""
    return figures_of(Year(bureau, year))


def figures_of(records: Year) -> list[Figure]:
    """The figures of records that are wanted for other things too."""
    return [figure_of(records, key) for key in COUNTS]


def figure_of(records: Year, key: str) -> Figure:
    """One of COUNTS."""
    return _figure(key, list(COUNTS[key].find(records)), records.year)


def from_data(data: list[dict], year: int) -> list[Figure]:
    """The figures as they were frozen with a report."""
    return [_figure(row["key"], row["record_ids"], year) for row in data]


def _figure(key: str, record_ids: list[str], year: int) -> Figure:
    count = COUNTS[key]
    url = reverse("reports:figure-records", args=[year, key])
    return Figure(key, count.label, record_ids, count.unit, url, count.meaning)


def gaps(found: list[Figure]) -> list[str]:
    """What is missing in the year's records, in sentences; empty when nothing is."""
    value = {figure.key: figure.value for figure in found}
    said = [
        (not value["plan_items"], "没有审定的年度检查计划。"),
        (not value["checks"], "没有行政执法检查的记录。"),
        (not value["officers_before"] + value["officers_new"], "没有执法人员的有效证件记录。"),
        (value["checks_without_letter"],
         f"有 {value['checks_without_letter']} 次检查没有印发反馈意见书。"),
        (value.get("checks_unapproved"),  # reports frozen before it was counted have none
         f"有 {value.get('checks_unapproved')} 次紧急检查没有获得补办批准，不计入检查次数。"),
        (value["plan_items"] > value["plan_items_done"],
         f"年度计划还有 {value['plan_items'] - value['plan_items_done']} 个项目没有完成。"),
        (not value["activities"] + value["articles"], "没有普法宣传的记录。"),
        (not value["ledger_tasks"], "没有列入年度工作台账的任务。"),
    ]  # fmt: skip
    return [text for missing, text in said if missing]
