"""Acts on checks before anybody goes: draft and revise."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections.campaign_guards import visit_refusal
from inspections.guards import within_the_cap
from inspections.models import Campaign, Checklist, Inspection, Lead, Plan, PlanItem
from units.models import Unit
from units.services import succession_in_words

DRAFT = "inspections.draft_inspection"
CHANGEABLE = (
    "checklist",
    "scheduled_on",
    "session",
    "place",
    "reason",
    "cap_exception",
    "unannounced",
)
READY = (Plan.State.APPROVED, Plan.State.PUBLISHED)


@act
def draft_inspection(
    *,
    actor,
    on: date,
    unit: Unit,
    kind: str,
    checklist: Checklist,
    scheduled_on: date,
    session: str,
    place: str = "",
    reason: str = "",
    cap_exception: str = "",
    unannounced: str = "",
    plan_item: PlanItem | None = None,
    lead: Lead | None = None,
    campaign: Campaign | None = None,
) -> Inspection:
    """拟定检查, from a plan item, for a campaign or freely; a 个案检查 needs a lead or a reason.

    An empty `place` becomes the unit's address. Holidays are no obstacle (see queries.slots). An
    enterprise at its yearly ceiling is refused but for a `cap_exception` with its reason; a visit
    for a campaign from above (上级部署的专项检查) is one.
    """
    check_permission(actor, DRAFT, "拟定检查")
    backfilled = check_date(actor, on)
    unit = _held(Unit.objects.visible_to(actor), unit.pk)
    if plan_item is not None:
        _check_plan_item(lock(plan_item, actor), unit, kind)
        campaign = plan_item.campaign
    _check_kind(kind, unit, lead, reason)
    check_day(scheduled_on, on)
    inspection = Inspection(
        bureau=actor.bureau,
        unit=unit,
        kind=kind,
        plan_item=plan_item,
        lead=lead,
        campaign=campaign,
        checklist=checklist,
        scheduled_on=scheduled_on,
        session=session,
        place=place.strip() or unit.party.address or unit.party.name,
        reason=reason.strip(),
        cap_exception=cap_exception,
        unannounced=unannounced.strip(),
        drafted_by=actor,
    )
    check_list(inspection)
    _check_cap(inspection, actor, on)
    inspection.save()
    trail.record(inspection, "draft", "拟定检查", actor=actor, on=on, backfilled=backfilled)
    return inspection


def _held(units, key: int) -> Unit:
    """The unit, locked, so that of two checks drafted at a time the second counts the first."""
    return units.select_related("party__bureau").select_for_update(of=("self",)).get(pk=key)


def _check_cap(inspection: Inspection, actor, on: date) -> None:
    if why := within_the_cap(inspection, Act(actor, on, DRAFT)):
        raise Refused(why)


def _check_plan_item(item: PlanItem, unit: Unit, kind: str) -> None:
    if item.plan.state not in READY:
        raise Refused(f"{item.plan}还没有审定，不能按它安排检查。请先由机关负责人审定计划。")
    if (item.unit_id, item.kind) != (unit.pk, kind):
        raise Refused("单位或检查类型与计划项目不一致，请从计划页面重新安排。")
    if item.inspections.exclude(state__in=Inspection.FALLEN).exists():
        raise Refused(f"{item.unit}的这个计划项目已经安排过检查，请不要重复安排。")


def _check_kind(kind: str, unit: Unit, lead: Lead | None, reason: str) -> None:
    if unit.state != Unit.State.ACTIVE:
        raise Refused(f"{succession_in_words(unit) or f'{unit}已经撤销'}，不能安排检查。")
    if kind == Inspection.Kind.LOOK_BACK:
        raise Refused("回头看针对原检查中没有整改的问题，请从原检查的页面安排。")
    if lead is not None and lead.party_id != unit.party_id:
        raise Refused("线索涉及的当事人不是这个单位，请核对后重新选择。")
    if kind == Inspection.Kind.CASE and lead is None and not reason.strip():
        raise Refused(
            "个案检查应当有线索，请关联线索或者写明事由（投诉举报、移送、数据异常等）。"
            "依据：《中华人民共和国档案法》第四十三条。"
        )


def check_day(scheduled_on: date, on: date) -> None:
    """Refuse a day that has passed when it is fixed."""
    if scheduled_on < on:
        raise Refused(f"检查日期（{cn_date(scheduled_on)}）早于办理日期，请改为以后的日期。")


def check_list(inspection: Inspection) -> None:
    """A list of the bureau's own, or for a campaign the one that all its visits are held by."""
    campaign, day = inspection.campaign, inspection.scheduled_on
    if campaign is not None:
        if why := visit_refusal(campaign, inspection):
            raise Refused(why)
        _beyond_caps(inspection)
        return
    rows = Checklist.objects.in_force(inspection.bureau, day)
    if not rows.filter(pk=inspection.checklist_id).exists():
        raise Refused(f"“{inspection.checklist}”在{cn_date(day)}不适用，请改选当时适用的清单。")


def _beyond_caps(inspection: Inspection) -> None:
    """What was deployed from above is named as such, with the paper that it rests on."""
    inspection.reason = inspection.reason or inspection.campaign.cited
    if inspection.party.is_enterprise:
        inspection.cap_exception = Inspection.CapException.SUPERIOR


@act
def revise_inspection(
    inspection: Inspection,
    *,
    actor,
    on: date,
    checklist: Checklist,
    scheduled_on: date,
    session: str,
    place: str,
    reason: str = "",
    cap_exception: str = "",
    unannounced: str = "",
) -> Inspection:
    """Change day, place, checklist or reason of a draft."""
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "修改检查")
    if inspection.state != Inspection.State.DRAFT:
        raise Refused(
            f"检查的状态是“{inspection.get_state_display()}”，不能修改。"
            "待审批的请机关负责人退回；已批准的，日期请机关负责人改期，其他内容请取消后重新拟定。"
        )
    backfilled = check_date(actor, on)
    check_day(scheduled_on, on)
    inspection.checklist, inspection.session = checklist, session
    inspection.scheduled_on = scheduled_on
    inspection.place = place.strip() or inspection.place
    inspection.reason = reason.strip()
    inspection.cap_exception, inspection.unannounced = cap_exception, unannounced.strip()
    if not inspection.is_look_back:
        check_list(inspection)
        _check_kind(inspection.kind, inspection.unit, inspection.lead, reason)
    _held(Unit.objects, inspection.unit_id)
    _check_cap(inspection, actor, on)
    inspection.save(update_fields=CHANGEABLE)
    trail.record(inspection, "revise", "修改检查", actor=actor, on=on, backfilled=backfilled)
    return inspection
