"""The indicators of a year: what each counts, in words and from which records."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from inspections.models import Finding, Inspection
from penalties.queries.papers import DECISIONS
from publicity.models import Activity, ArticlePiece, MediaRecord
from publicity.queries.activities import in_year
from reports.queries.year import Year


class Count(NamedTuple):
    """One line of the table of figures."""

    label: str
    unit: str
    meaning: str  # 口径: what is counted, over which time, and what is not
    find: Callable[[Year], Iterable[str]]


def _named(kind: str, rows) -> list[str]:
    """The names of records; of rows not yet read only the keys are asked for."""
    unread = isinstance(rows, QuerySet)
    keys = rows.values_list("pk", flat=True) if unread else [row.pk for row in rows]
    return [f"{kind}:{key}" for key in keys]


def _persons(kind: str, rows) -> list[str]:
    """Rows grouped by person or unit: `last` is the record that stands for each."""
    return [f"{kind}:{row['last']}" for row in rows]


def _checks(year: Year) -> list[str]:
    return _named("inspection", year.checks()) + _named("past_check", year.past_checks())


def _of_kind(kind: str) -> Callable[[Year], list[str]]:
    def found(year: Year) -> list[str]:
        own = [row for row in year.checks() if row.kind == kind]
        past = [row for row in year.past_checks() if row.kind == kind]
        return _named("inspection", own) + _named("past_check", past)

    return found


def _look_backs(year: Year) -> list[str]:
    own = [row for row in year.visits() if row.is_look_back]
    past = [row for row in year.past_visits() if row.kind == Inspection.Kind.LOOK_BACK]
    return _named("inspection", own) + _named("past_check", past)


def _letters(year: Year) -> list[str]:
    return _named("document", year.papers("feedback_letter")) + _named(
        "past_letter", year.past_letters()
    )


def _without_letter(year: Year) -> list[str]:
    past = _named("past_check", year.past_without_letter())
    return _named("inspection", year.checks_without_letter()) + past


def _findings(year: Year) -> list[str]:
    return _named("finding", year.findings()) + _named("past_finding", year.past_findings())


def _key_visits(year: Year) -> list[str]:
    return _named("ledger_visit", year.ledger_visits())


def _every_visit(year: Year) -> list[str]:
    past = _named("past_check", year.past_visits())
    return _named("inspection", year.visits()) + past + _key_visits(year)


def _units_checked(year: Year) -> list[str]:
    return [f"unit:{key}" for key in sorted({row.unit_id for row in year.all_checks()})]


def _accepted(year: Year) -> list[str]:
    struck_off = [row for row in year.findings() if row.state == Finding.State.ACCEPTED]
    past = [row for row in year.past_findings() if row.is_fixed]
    return _named("finding", struck_off) + _named("past_finding", past)


def _terminated(year: Year) -> list[str]:
    rows = [row for row in year.findings() if row.state == Finding.State.TERMINATED]
    return _named("finding", rows)


COUNTS: dict[str, Count] = {
    "officers_before": Count(
        "上年末持证执法人员",
        "名",
        "上年12月31日证件在有效期内的执法人员，一人计一名；馆员、观察员不计",
        lambda year: _persons("certificate", year.officers_before()),
    ),
    "officers_new": Count(
        "新增持证执法人员",
        "名",
        "本年第一次取得执法证件的执法人员",
        lambda year: _persons("certificate", year.officers_new()),
    ),
    "checks": Count(
        "行政执法检查",
        "次",
        "本年到现场的日常、专项、个案检查，从纸质记录补录的也计；回头看、领导检查不计",
        _checks,
    ),
    "checks_daily": Count(
        "日常检查", "次", "检查种类为日常检查的", _of_kind(Inspection.Kind.DAILY)
    ),
    "checks_special": Count(
        "专项检查", "次", "检查种类为专项检查的", _of_kind(Inspection.Kind.SPECIAL)
    ),
    "checks_case": Count("个案检查", "次", "检查种类为个案检查的", _of_kind(Inspection.Kind.CASE)),
    "checks_unapproved": Count(
        "未获补办批准的紧急检查（不计入检查）",
        "次",
        "先行检查、事后没有获得批准的紧急检查，不算检查",
        lambda year: _named("inspection", year.unapproved()),
    ),
    "letters": Count(
        "印发反馈意见书",
        "份",
        "本年签发的反馈意见书；更正后重发的计一份，随历史检查补录的也计，单独补录的旧文书不计",
        _letters,
    ),
    "look_backs": Count("回头看", "次", "本年到现场核实整改的回头看，与检查分开计算", _look_backs),
    "key_unit_visits": Count(
        "领导到重点部门安全检查", "次", "台账登记的领导安全检查，不是行政执法检查", _key_visits
    ),
    "visits_total": Count("到现场合计", "次", "检查、回头看和领导检查之和", _every_visit),
    "units_checked": Count("检查单位", "个", "本年检查过的单位，查几次都计一个", _units_checked),
    "checks_without_letter": Count(
        "未发反馈意见书的检查",
        "次",
        "到现场检查后一直没有签发反馈意见书的",
        _without_letter,
    ),
    "plan_items": Count(
        "年度计划项目",
        "个",
        "已批准的年度计划所列项目",
        lambda year: _named("plan_item", year.plan_items()),
    ),
    "plan_items_done": Count(
        "完成计划项目",
        "个",
        "计划项目已到现场检查的，不论在哪一年完成",
        lambda year: _named("plan_item", year.plan_items_done()),
    ),
    "observers": Count(
        "到场的执法检查观察员",
        "名",
        "到场的观察员，一人计一名",
        lambda year: _persons("invitation", year.observers()),
    ),
    "findings": Count(
        "发现问题",
        "项",
        "本年检查登记的问题，回头看不再计",
        _findings,
    ),
    "findings_accepted": Count("已销号问题", "项", "上述问题中整改审核通过、已经销号的", _accepted),
    "findings_terminated": Count(
        "因单位撤销终结整改的问题",
        "项",
        "上述问题中单位撤销、没有承继单位而终结整改的，不算已销号，也不计入销号率",
        _terminated,
    ),
    "replies": Count(
        "单位整改回复",
        "次",
        "本年收到的单位回复，每次计一次",
        lambda year: _named("reply", year.replies()),
    ),
    "interviews": Count(
        "约谈", "次", "本年举行的约谈", lambda year: _named("interview", year.interviews())
    ),
    "exemplary_units": Count(
        "整改优秀典型单位",
        "个",
        "本年决定选树的典型，一个单位计一个",
        lambda year: _persons("exemplary", year.exemplary_units()),
    ),
    "penalties": Count(
        "行政处罚决定",
        "件",
        "本年签发的处罚决定书（含当场处罚），以后撤销的也计",
        lambda year: _named("document", year.papers(*DECISIONS)),
    ),
    "activities": Count(
        "普法活动",
        "次",
        "本年举办的普法活动",
        lambda year: _named("activity", in_year(Activity, year.bureau, year.year)),
    ),
    "articles": Count(
        "宣传稿件",
        "篇",
        "本年发布的宣传稿件",
        lambda year: _named("article", in_year(ArticlePiece, year.bureau, year.year)),
    ),
    "media": Count(
        "媒体和简报刊载",
        "次",
        "本年媒体和简报的刊载",
        lambda year: _named("media", in_year(MediaRecord, year.bureau, year.year)),
    ),
    "ledger_tasks": Count(
        "年度工作台账任务",
        "项",
        "列入本年台账的任务",
        lambda year: _named("ledger_task", year.ledger_tasks()),
    ),
    "ledger_tasks_done": Count(
        "完成台账任务",
        "项",
        "上述任务中已登记完成的",
        lambda year: _named("ledger_task", [row for row in year.ledger_tasks() if row.done_on]),
    ),
}
