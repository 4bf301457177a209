"""告知—亮证—询问—查看—记录—阅核—签字: each step of a visit is a short act with its time.

Nothing is asked, looked at or recorded before the unit was told and the certificates were shown
(档案法实施条例第四十七条; before it 行政处罚法第五十五条).
"""

from datetime import date, time

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act
from inspections.models import Inspection, SiteStep
from inspections.queries import steps as queries
from inspections.services.site import note, open_record

Kind = SiteStep.Kind


@act
def take(inspection: Inspection, *, actor, on: date, step: str, at: time) -> Inspection:
    """Note that a step was taken `at` that time of the visit; noted again, its time is corrected.

    Raises Refused out of the lawful order, before the arrival, and for 签字, which is signing.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    if step not in Kind.values or step == Kind.SIGN:
        raise Refused("这一步不能单独记录：签字在“结束检查”页面办理。请刷新页面。")
    keep(inspection, step, at, queries.times_of(inspection), actor=actor)
    details = {"step": step, "at": f"{at:%H:%M}"}
    note(inspection, "take_step", Kind(step).label, actor, on, backfilled, **details)
    return inspection


def keep(inspection: Inspection, step: str, at: time, times: dict[str, time], *, actor) -> None:
    """Write a step of a locked record beside the `times` of those taken; Refused out of order."""
    at = at.replace(second=0, microsecond=0)
    if why := queries.out_of_order(inspection, times | {step: at}):
        raise Refused(why)
    facts = {"at": at, "noted_by": actor}
    if step in times:
        inspection.steps.filter(kind=step).update(**facts)
    else:
        inspection.steps.create(kind=step, **facts)
    times[step] = at
    if step == Kind.SHOW and not inspection.certificates_shown:
        inspection.certificates_shown = True
        inspection.save(update_fields=["certificates_shown"])


def begin_recording(
    inspection: Inspection, times: dict[str, time], *, actor, backfilled: bool
) -> dict[str, time]:
    """Refuse before 告知 and 亮证; what is recorded first on the day itself is the step 记录.

    `times` are those of the steps taken; returned with that of 记录.
    """
    if why := queries.not_opened(inspection, times):
        raise Refused(why)
    if Kind.RECORD not in times and not backfilled:
        keep(inspection, Kind.RECORD, now(times), times, actor=actor)
    return times


def review_again(inspection: Inspection, *, actor, on: date, backfilled: bool) -> None:
    """What was changed after 阅核 nobody of the unit has read: the step has to be taken again.

    Of what is entered late, the order of entry says nothing about the order on site.
    """
    if backfilled:
        return
    gone, _ = inspection.steps.filter(kind=Kind.REVIEW).delete()
    if gone:
        note(inspection, "review_again", "阅核后有改动，须重新阅核", actor, on, backfilled)


def close(inspection: Inspection, *, actor, backfilled: bool, at: time | None) -> None:
    """阅核 and 签字, as the head of the unit reads and signs; entered late only with a time."""
    if at is None and backfilled:
        return
    times = queries.times_of(inspection)
    at = at or now(times)
    for step in (Kind.REVIEW, Kind.SIGN):
        if step not in times:
            keep(inspection, step, at, times, actor=actor)


def now(times: dict[str, time]) -> time:
    """The minute of the act, and not before a step that is noted already."""
    minute = trail.moment().time().replace(second=0, microsecond=0)
    return max([minute, *times.values()])
