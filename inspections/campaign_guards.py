"""Why a step of a 专项检查（上级） is not open yet; each guard returns the sentence or None."""

from calendar import monthrange
from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Campaign, Checklist, Inspection, Participant
from inspections.queries import campaigns as queries

LAW = "《中华人民共和国档案法》第四十二条"
POLICY = "国办发〔2024〕54号（据转载材料核对）"
PRACTICE = "上级文件（工作要求）"


def somebody_takes_part(campaign: Campaign, act) -> str | None:
    if campaign.participants.exists():
        return None
    return "还没有选择参加机关，请先修改专项检查，至少勾选一个。"


def list_in_force(campaign: Campaign, act) -> str | None:
    """The list is adopted and holds on the days of the campaign."""
    rows = Checklist.objects.in_force(campaign.bureau, campaign.begins_on, campaign.ends_on)
    if rows.filter(pk=campaign.checklist_id).exists():
        return None
    return (
        f"“{campaign.checklist}”在{campaign.period}不适用，不能下达。"
        "请先由机关负责人采用清单，或者改选当时适用的清单。"
    )


def list_published(campaign: Campaign, act) -> str | None:
    """Bureaux below check by it, enterprises too: what is asked is known beforehand."""
    if campaign.is_entered or queries.is_public(campaign.checklist, campaign.bureau_id, act.on):
        return None
    return (
        f"“{campaign.checklist}”还没有公布，不能下达：下级机关要据以检查企业。"
        f"请先在清单页面公布检查事项。依据：{POLICY}。"
    )


def issued_by_another(campaign: Campaign, act) -> str | None:
    if campaign.drafted_by_id in act.persons:
        return "起草人不能下达自己起草的专项检查，请由机关负责人下达。"
    return None


def is_running(participant: Participant, act) -> str | None:
    campaign = participant.campaign
    if campaign.state == Campaign.State.ISSUED:
        return None
    return f"这次专项检查的状态是“{campaign.get_state_display()}”，报送表不能再办理。"


def by_our_own(participant: Participant, act) -> str | None:
    if participant.bureau_id == act.actor.bureau_id:
        return None
    return f"这是{participant.bureau}的报送表，只能由{participant.bureau}办理。"


def by_the_one_above(participant: Participant, act) -> str | None:
    campaign = participant.campaign
    if campaign.bureau_id == act.actor.bureau_id:
        return None
    return f"退回和接收由{campaign.superior}办理。"


def units_as_asked(participant: Participant, act) -> str | None:
    lacking = queries.too_few(participant)
    if not lacking or participant.shortfall.strip():
        return None
    return (
        f"{lacking}。请先补选单位；确实不能的，在报送表里写明没有按要求选取单位的说明。"
        f"依据：{PRACTICE}。"
    )


def everything_answered(participant: Participant, act) -> str | None:
    questions = participant.campaign.questions
    left = [row for row in questions if not participant.answers.get(row, "").strip()]
    return f"报送表还有没填写的内容：{'、'.join(left)}。" if left else None


def window_open(participant: Participant, act) -> str | None:
    first = participant.campaign.reports_from
    if act.on >= first:
        return None
    return f"{cn_date(first)}起才报送，现在可以先填写。依据：{PRACTICE}。"


def sent_by_another(participant: Participant, act) -> str | None:
    if participant.prepared_by_id in act.persons:
        return "填报人不能签发自己填写的报送表，请由机关负责人签发。"
    return None


def campaign_stands(visit: Inspection, act) -> str | None:
    """What was withdrawn is no reason to go any more, least of all beyond a yearly ceiling."""
    campaign = visit.campaign
    if campaign is None or campaign.state != Campaign.State.WITHDRAWN:
        return None
    return (
        f"{campaign}已于{cn_date(campaign.ended_on)}撤回，不能再按它检查。"
        "请取消这次检查，需要检查的按本机关计划另行安排。"
    )


def visit_refusal(campaign: Campaign, visit: Inspection) -> str | None:
    """Why a visit may not be held for the campaign: its state, unit, kind, list or day."""
    return next((why for check in VISIT_CHECKS if (why := check(campaign, visit))), None)


def _campaign_runs(campaign, visit) -> str | None:
    if campaign.state == Campaign.State.ISSUED:
        return None
    return (
        f"{campaign}的状态是“{campaign.get_state_display()}”，不能再按它安排检查。"
        "已经安排、还没有开始的请取消，另按本机关计划安排。"
    )


def _unit_is_taken(campaign, visit) -> str | None:
    if campaign.participants.filter(bureau=visit.bureau_id, units__unit=visit.unit_id).exists():
        return None
    return f"{visit.unit}不在本机关为{campaign}选定的单位里，请先在专项检查页面选定。"


def _is_special(campaign, visit) -> str | None:
    if visit.kind == Inspection.Kind.SPECIAL:
        return None
    return f"按{campaign}进行的是专项检查，请选择“专项检查”。依据：{LAW}。"


def _by_its_list(campaign, visit) -> str | None:
    if visit.checklist_id == campaign.checklist_id:
        return None
    return f"{campaign}统一使用“{campaign.checklist}”，不能改用别的清单。依据：{PRACTICE}。"


def _within_its_days(campaign, visit) -> str | None:
    day = visit.scheduled_on
    if campaign.begins_on <= day <= campaign.ends_on:
        return None
    return f"检查日期（{cn_date(day)}）不在专项检查的期间（{campaign.period}）内，请改选日期。"


def _once_a_unit(campaign, visit) -> str | None:
    rows = Inspection.objects.filter(campaign=campaign, unit=visit.unit_id)
    if not rows.exclude(state__in=Inspection.FALLEN).exclude(pk=visit.pk).exists():
        return None
    return f"{visit.unit}已经按{campaign}安排过检查，请不要重复安排。"


VISIT_CHECKS = (
    _campaign_runs, _unit_is_taken, _is_special, _by_its_list, _within_its_days, _once_a_unit,
)  # fmt: skip


def plan_refusal(
    campaign: Campaign, plan, units, *, kind: str, month: int, checklist
) -> str | None:
    """Why units may not stand on a plan for the campaign."""
    first, last = date(plan.year, month, 1), date(plan.year, month, monthrange(plan.year, month)[1])
    visit = Inspection(bureau=plan.bureau, kind=kind, checklist=checklist)
    visit.scheduled_on = min(max(campaign.begins_on, first), last)  # a day of it, if it has one
    for visit.unit in units:
        if why := visit_refusal(campaign, visit):
            return why
    return None
