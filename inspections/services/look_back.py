"""回头看: a second visit to the open problems of a first one, and what follows from it."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.limits import Computation, compute
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Finding, Inspection, LookBackResult
from inspections.queries.look_back import look_back_under_way
from inspections.queries.rectification import letter_issued_on
from inspections.services.rectification import verify_on_site
from inspections.termination_guards import nothing_asked_of

LIMIT = "D-I10"


def latest_day(origin: Inspection) -> Computation | None:
    """Until when a look-back should be arranged (D-I10, a setting); None before the letter."""
    told_on = letter_issued_on(origin)
    return compute(LIMIT, told_on, bureau=origin.bureau) if told_on else None


@act
def create_look_back(
    origin: Inspection,
    *,
    actor,
    on: date,
    scheduled_on: date,
    session: str,
    unannounced: str = "",
) -> Inspection:
    """安排回头看 on the open problems of `origin`; team and approval follow as for any visit.

    Raises Refused when nothing is open or another look-back is under way. A day later than
    `latest_day` is allowed (D-I10 is a setting, not law) and noted.
    """
    origin = lock(origin, actor)
    check_permission(actor, "inspections.draft_inspection", "安排回头看")
    backfilled = check_date(actor, on)
    if why := _why_not(origin, scheduled_on, on):
        raise Refused(why)
    visit = Inspection.objects.create(
        bureau=origin.bureau,
        unit=origin.unit,
        kind=Inspection.Kind.LOOK_BACK,
        origin=origin,
        checklist=origin.checklist,
        reason=f"核实{cn_date(origin.day)}检查发现问题的整改情况",
        scheduled_on=scheduled_on,
        session=session,
        place=origin.place,
        unannounced=unannounced.strip(),
        drafted_by=actor,
    )
    limit = latest_day(origin)
    late = f"晚于建议的{cn_date(limit.due_on)}" if limit and scheduled_on > limit.due_on else ""
    trail.record(
        visit,
        "create_look_back",
        "安排回头看",
        actor=actor,
        on=on,
        backfilled=backfilled,
        note=late,
    )
    return visit


def _why_not(origin: Inspection, scheduled_on: date, on: date) -> str | None:
    if origin.is_look_back:
        return "这次检查本身就是回头看，请从原来的检查再安排。"
    if origin.state != Inspection.State.RECTIFYING:
        return "只有在整改中的检查才能安排回头看：反馈意见书已签发，问题还没有全部销号。"
    if why := nothing_asked_of(origin.unit, on):
        return why
    if not origin.findings.filter(state__in=Finding.UNFIXED).exists():
        return "这次检查的问题已经全部销号，不用回头看。"
    if under_way := look_back_under_way(origin):
        return f"已经安排了{cn_date(under_way.scheduled_on)}的回头看，请先办完再安排下一次。"
    if scheduled_on < on:
        return "回头看的日期不能早于今天。"
    return None


@act
def settle(look_back: Inspection, *, actor, on: date) -> int:
    """Take over what a look-back saw: problems put right are struck off, the others stay open.

    Called in the act that ends the visit; returns how many problems were struck off.
    """
    seen = look_back.look_back_results.select_related("finding__inspection").order_by("pk")
    settled = 0
    for row in seen.filter(result=LookBackResult.Result.FIXED, finding__state__in=Finding.UNFIXED):
        note = row.facts.strip() or "回头看现场核实已整改"
        verify_on_site(row.finding, actor=actor, on=on, note=note)
        settled += 1
    return settled
