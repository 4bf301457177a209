"""Why a step of 年度计划 is not lawful yet; each guard returns the sentence or None."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.models import Inspection


def plan_has_items(plan, act: Act) -> str | None:
    return None if plan.items.exists() else "计划里还没有检查项目，请先添加。"


def plan_checked_by_another(plan, act: Act) -> str | None:
    if plan.drafted_by_id in act.persons:
        return "编制人不能审核自己编制的计划，请由其他法制审核人员审核。依据：本机关检查工作规范。"
    return None


def plan_approved_by_another(plan, act: Act) -> str | None:
    if plan.drafted_by_id in act.persons:
        return "编制人不能审定自己编制的计划，请由机关负责人审定。"
    if plan.checked_by_id in act.persons:
        return "审核人不能审定自己审核的计划，请由其他负责人审定。依据：本机关检查工作规范。"
    return None


def plan_steps_in_order(plan, act: Act) -> str | None:
    """A step entered late is not dated before the one that it rests on."""
    taken = (
        (plan.published_on, "公布"), (plan.approved_on, "审定"), (plan.checked_on, "法制审核"),
        (plan.withdrawn_on, "撤回公布"),
    )  # fmt: skip
    day, step = next(((on, step) for on, step in taken if on), (act.on, ""))
    if act.on >= day:
        return None
    return f"办理日期不能早于{step}的日期（{cn_date(day)}），请改正日期。"


def plan_deviations_explained(plan, act: Act) -> str | None:
    open_items = plan.items.exclude(inspections__state__in=Inspection.TOLD)
    left = open_items.filter(deviation="", campaign=None).count()
    return f"还有 {left} 个项目没有完成，也没有写明原因。" if left else None
