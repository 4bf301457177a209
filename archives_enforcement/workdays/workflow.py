"""延长期限: what the law lets extend, asked for by one person and decided by another."""

from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workdays.models import Bound, Deadline, Extension
from archives_enforcement.workflow import Act, Transition, Workflow

S = Extension.State
OURS = (Bound.BUREAU, Bound.OFFICER, Bound.HEAD)
APPROVE = "workdays.approve_extension"


def not_ours(deadline: Deadline) -> str | None:
    """The terms of others are theirs to ask for; their acts have pages of their own."""
    if deadline.bound in OURS:
        return None
    return (
        f"“{deadline.name}”是{deadline.get_bound_display()}的期限，不能在这里延长。由其提出延期、"
        f"分期等申请，在有关事项中办理。依据：{deadline.article or '本机关期限制度'}。"
    )


def why_never(deadline: Deadline) -> str | None:
    """Why this clock cannot be extended at all, with the article; None when it can be asked."""
    limit = limits.find(deadline.code)
    if not deadline.is_open:
        return f"“{deadline.name}”已经办结或者撤销，不能延长。"
    if not limit.extendable:
        return f"“{deadline.name}”不能延长。依据：{limit.basis or limit.source}。"
    return deadlines.why_not_again(deadline) or not_ours(deadline)


def lawful(extension: Extension, act: Act) -> str | None:
    found = why_never(extension.deadline) or deadlines.why_not_extended(
        extension.deadline, extension.until, extension.reason, act.on
    )
    return found or None


def approved_by_another(extension: Extension, act: Act) -> str | None:
    if extension.asked_by_id not in act.persons:
        return None
    return (
        "申请人不能批准自己的延长申请，请由机关负责人批准。"
        f"依据：{extension.basis}，本机关案件办理制度。"
    )


def not_before_asked(extension: Extension, act: Act) -> str | None:
    return "批准日期不能早于申请日期，请核对。" if act.on < extension.asked_on else None


# fmt: off
EXTENSION_FLOW = Workflow(
    Transition("approve", "批准延长", (S.ASKED,), S.APPROVED, APPROVE,
               (approved_by_another, not_before_asked, lawful)),
    Transition("refuse", "不批准延长", (S.ASKED,), S.REFUSED, APPROVE,
               (approved_by_another, not_before_asked)),
)
# fmt: on
