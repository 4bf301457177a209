"""Why an approval does not cover the act: by whom, when and for which day it is given."""

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from inspections.queries import standing
from inspections.queries.visits import approval_basis


def approved_before_telling(inspection, act: Act) -> str | None:
    if not inspection.awaits_late_approval:
        return None
    return (
        "这次紧急检查还没有补办批准，不能签发反馈意见书。请先由机关负责人补办批准。"
        "依据：国办发〔2024〕54号（据转载材料核对）。"
    )


def approved_by_another(inspection, act: Act) -> str | None:
    if inspection.drafted_by_id in act.persons:
        return "经办人不能批准自己拟定的检查，请由机关负责人批准。依据：本机关检查工作规范。"
    return None


def decided_by_no_traveller(inspection, act: Act) -> str | None:
    """补办批准 or its refusal is not for those who went."""
    if inspection.team.filter(user__in=act.persons).exists():
        return "参加检查的人员不能自己决定补办批准，请由其他负责人决定。"
    return None


def not_before_the_visit(inspection, act: Act) -> str | None:
    if act.on < inspection.inspected_on:
        return f"批准日期不能早于检查日期（{cn_date(inspection.inspected_on)}）。"
    return None


LATE_DECISION = (approved_by_another, decided_by_no_traveller, not_before_the_visit)


def approved_before_going(inspection, act: Act) -> str | None:
    if act.on > inspection.scheduled_on:
        return (
            f"检查日期（{cn_date(inspection.scheduled_on)}）已过，检查应当事先经机关负责人批准；"
            "请退回修改检查日期。依据：国办发〔2024〕54号（2025年起），此前为本机关检查工作规范。"
        )
    return None


def not_before_approval(inspection, act: Act) -> str | None:
    if inspection.approved_on is None or act.on < inspection.approved_on:
        basis = approval_basis(inspection.scheduled_on)
        return f"检查还没有批准，不能开始。请先报机关负责人批准。{basis}。"
    return None


def on_the_approved_day(inspection, act: Act) -> str | None:
    """An approval covers the day it names and no other."""
    day = inspection.scheduled_on
    if act.on == day:
        return None
    if act.on < day:
        what = "请在批准的日期去；需要改在别的日期的，先请机关负责人改期"
    else:
        what = "还没有去的，请机关负责人改期；当天已经去过的，由有补录权限的人员按实际日期补录"
    return (
        f"批准的检查日期是{cn_date(day)}，{cn_date(act.on)}不能开始检查。{what}；"
        f"情况紧急、来不及改期的，取消后作紧急检查。{approval_basis(day)}。"
    )


def no_notice_of_the_old_day(inspection, act: Act) -> str | None:
    """A 检查通知书 that names the day before it is changed would tell the unit the wrong one."""
    notice = standing.papers_of(inspection, standing.NOTICE).exclude(state=Document.State.VOID)
    if not notice.exists():
        return None
    return (
        "检查通知书写的是原来的日期，不能改期。请先作废通知书，改期以后按新的日期重新起草、送达。"
        "依据：本机关检查工作规范。"
    )
