"""The figures of one bureau's year: every number is the count of the records it names."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from inspections.models import Finding, Inspection
from penalties.queries.papers import DECISIONS
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.queries.activities import in_year
from reports.queries.year import Year


class Figure(NamedTuple):
    """A count and the records behind it; a record is named `kind:key`."""

    key: str
    label: str
    record_ids: list[str]
    unit: str
    url: str

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


class Count(NamedTuple):
    """One line of the table of figures."""

    label: str
    unit: str
    find: Callable[[Year], Iterable[str]]


def _named(kind: str, rows) -> list[str]:
    """The names of records; of rows not yet read only the keys are asked for."""
    unread = isinstance(rows, QuerySet)
    keys = rows.values_list("pk", flat=True) if unread else [row.pk for row in rows]
    return [f"{kind}:{key}" for key in keys]


def _persons(kind: str, rows) -> list[str]:
    """Rows grouped by person or unit: `last` is the record that stands for each."""
    return [f"{kind}:{row['last']}" for row in rows]


def _of_kind(kind: str) -> Callable[[Year], list[str]]:
    return lambda year: _named("inspection", [row for row in year.checks() if row.kind == kind])


def _look_backs(year: Year) -> list[str]:
    return _named("inspection", [row for row in year.visits() if row.is_look_back])


def _key_visits(year: Year) -> list[str]:
    return _named("ledger_visit", year.ledger_visits())


def _every_visit(year: Year) -> list[str]:
    return _named("inspection", year.visits()) + _key_visits(year)


def _units_checked(year: Year) -> list[str]:
    return [f"unit:{key}" for key in sorted({row.unit_id for row in year.checks()})]


def _accepted(year: Year) -> list[str]:
    struck_off = [row for row in year.findings() if row.state == Finding.State.ACCEPTED]
    return _named("finding", struck_off)


# fmt: off
COUNTS: dict[str, Count] = {
    "officers_before": Count("上年末持证执法人员", "名",
                             lambda year: _persons("certificate", year.officers_before())),
    "officers_new": Count("新增持证执法人员", "名",
                          lambda year: _persons("certificate", year.officers_new())),
    "checks": Count("行政执法检查", "次", lambda year: _named("inspection", year.checks())),
    "checks_daily": Count("日常检查", "次", _of_kind(Inspection.Kind.DAILY)),
    "checks_special": Count("专项检查", "次", _of_kind(Inspection.Kind.SPECIAL)),
    "checks_case": Count("个案检查", "次", _of_kind(Inspection.Kind.CASE)),
    "checks_unapproved": Count(
        "未获补办批准的紧急检查（不计入检查）", "次",
        lambda year: _named("inspection", year.unapproved())),
    "letters": Count("印发反馈意见书", "份",
                     lambda year: _named("document", year.papers("feedback_letter"))),
    "look_backs": Count("回头看", "次", _look_backs),
    "key_unit_visits": Count("领导到重点部门安全检查", "次", _key_visits),
    "visits_total": Count("到现场合计", "次", _every_visit),
    "units_checked": Count("检查单位", "个", _units_checked),
    "checks_without_letter": Count(
        "未发反馈意见书的检查", "次",
        lambda year: _named("inspection", year.checks_without_letter())),
    "plan_items": Count("年度计划项目", "个",
                        lambda year: _named("plan_item", year.plan_items())),
    "plan_items_done": Count("完成计划项目", "个",
                             lambda year: _named("plan_item", year.plan_items_done())),
    "observers": Count("到场的执法检查观察员", "名",
                       lambda year: _persons("invitation", year.observers())),
    "findings": Count("发现问题", "项", lambda year: _named("finding", year.findings())),
    "findings_accepted": Count("已销号问题", "项", _accepted),
    "replies": Count("单位整改回复", "次", lambda year: _named("reply", year.replies())),
    "interviews": Count("约谈", "次", lambda year: _named("interview", year.interviews())),
    "exemplary_units": Count("整改优秀典型单位", "个",
                             lambda year: _persons("exemplary", year.exemplary_units())),
    "penalties": Count("行政处罚决定", "件",
                       lambda year: _named("document", year.papers(*DECISIONS))),
    "activities": Count("普法活动", "次", lambda year: _named(
        "activity", in_year(Activity, year.bureau, year.year))),
    "articles": Count("宣传稿件", "篇", lambda year: _named(
        "article", in_year(ArticlePiece, year.bureau, year.year))),
    "media": Count("媒体和简报刊载", "次", lambda year: _named(
        "media", in_year(MediaRecord, year.bureau, year.year))),
    "ledger_tasks": Count("年度工作台账任务", "项",
                          lambda year: _named("ledger_task", year.ledger_tasks())),
    "ledger_tasks_done": Count("完成台账任务", "项", lambda year: _named(
        "ledger_task", [row for row in year.ledger_tasks() if row.done_on])),
}
# fmt: on


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
    return Figure(key, count.label, record_ids, count.unit, url)


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
