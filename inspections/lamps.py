"""过错灯 over the steps of a check and of a problem."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models.deadlines import OPEN
from archives_enforcement.workflow import Act
from inspections.models import Finding, Inspection, Reply
from inspections.queries.recording import AFTERWARDS
from inspections.workflow import FINDING_FLOW, INSPECTION_FLOW

LATE = {"D-I05": "L2102", "D-I06": "L1002"}
GOING = ("L0101", "L0102")
STANDS = {
    "submit": GOING,
    "approve": GOING,
    "start": ("L0101",),
    "go_urgently": GOING,
    "tell": ("L1002", "L2102"),
    "tell_all_well": ("L1002", "L2102"),
    "close": ("L2102",),
}


def facts(visit: Inspection, act: Act) -> dict[str, str]:
    """Which lamps are lit over a check on the day of the act, each with its fact."""
    found = {}
    if visit.kind in Inspection.ENFORCEMENT:
        if why := unplanned(visit):
            found["L0101"] = why
        if why := visited_before(visit):
            found["L0102"] = why
    late = deadlines.for_subject(visit).filter(OPEN, code__in=LATE, due_on__lt=act.on)
    for clock in late:
        found[LATE[clock.code]] = (
            f"“{clock.name}”已于{cn_date(clock.due_on)}届满，逾期{(act.on - clock.due_on).days}天"
        )
    return found


def unplanned(visit: Inspection) -> str:
    """A check that rests on no plan, no lead and no campaign; empty when it rests on one."""
    if visit.plan_item_id or visit.lead_id or visit.campaign_id or visit.cap_exception:
        return ""
    return f"对{visit.unit}的检查没有列入年度计划，也没有线索或者上级专项部署"


def visited_before(visit: Inspection) -> str:
    """The unit was checked earlier this year; a check on a lead does not count as again."""
    if visit.lead_id or visit.cap_exception:
        return ""
    earlier = Inspection.objects.filter(
        bureau=visit.bureau_id, unit=visit.unit_id, kind__in=Inspection.ENFORCEMENT,
        state__in=AFTERWARDS, inspected_on__year=visit.day.year,
    ).exclude(pk=visit.pk)  # fmt: skip
    days = [cn_date(day) for day in earlier.values_list("inspected_on", flat=True)]
    return f"{visit.day.year}年已于{'、'.join(days)}检查过{visit.unit}" if days else ""


def unanswered(finding: Finding, act: Act) -> dict[str, str]:
    """The unit objects or asks for more time and has had no answer."""
    waiting = {Reply.Kind.OBJECTION, Reply.Kind.MORE_TIME} & set(finding.waiting)
    if not waiting:
        return {}
    kinds = "、".join(Reply.Kind(kind).label for kind in sorted(waiting))
    return {"L1501": f"单位的“{kinds}”还没有答复"}


INSPECTION_FLOW.watch(facts, STANDS)
FINDING_FLOW.watch(unanswered, {"return_reply": ("L1501",), "accept_part": ("L1501",)})
