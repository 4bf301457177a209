"""Why a step on a 普法计划 is not open yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from publicity.models import OutreachPlan

PRACTICE = "本机关普法工作安排"


def has_items(plan: OutreachPlan, act: Act) -> str | None:
    return None if plan.items.exists() else f"计划里还没有项目，请先列入。依据：{PRACTICE}。"


def not_before_draft(plan: OutreachPlan, act: Act) -> str | None:
    if act.on < plan.drafted_on:
        return f"办理日期不能早于拟定日期（{cn_date(plan.drafted_on)}）。"
    return None


def approved_by_another(plan: OutreachPlan, act: Act) -> str | None:
    if plan.drafted_by_id in act.persons:
        return f"拟定人不能批准自己拟的计划，请由机关负责人批准。依据：{PRACTICE}。"
    return None


def all_accounted_for(plan: OutreachPlan, act: Act) -> str | None:
    """Each item was held, or says why it was not."""
    left = plan.items.filter(activities=None, dropped="").count()
    if left:
        return (
            f"还有 {left} 个项目没有登记活动，也没有写明没有开展的原因，登记以后再总结。"
            f"依据：{PRACTICE}。"
        )
    return None
