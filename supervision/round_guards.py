"""Why a step of 执法监督检查 is not open yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from supervision.guards import PRACTICE
from supervision.models import Round


def witnessed_by_another(row: Round, act: Act) -> str | None:
    if row.drafted_by_id in act.persons:
        return f"组织人不能自己给出抽取的数字，请由另一名监督人员见证抽取。依据：{PRACTICE}。"
    return None


def not_before_draft(row: Round, act: Act) -> str | None:
    if act.on < row.drafted_on:
        return f"办理日期不能早于拟定日期（{cn_date(row.drafted_on)}）。"
    return None


def all_reviewed(row: Round, act: Act) -> str | None:
    left = row.items.filter(reviewed_on=None).count()
    return f"还有 {left} 件没有评查，评查完再汇总。依据：{PRACTICE}。" if left else None


def not_before_circular(row: Round, act: Act) -> str | None:
    if act.on < row.circulated_on:
        return f"报告日期不能早于通报日期（{cn_date(row.circulated_on)}）。"
    return None


def verified_by_another(row: Round, act: Act) -> str | None:
    if row.reported_by_id in act.persons:
        return f"报告人不能核实自己的报告，请由其他监督人员核实。依据：{PRACTICE}。"
    return None
