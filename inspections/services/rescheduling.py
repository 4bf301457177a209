"""改期: the head moves an approved check to another day; his approval then covers that day."""

from datetime import date

from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act
from inspections import campaign_guards, guards
from inspections.models import Inspection
from inspections.services.visits import check_day, check_list
from inspections.workflow import INSPECTION_FLOW

LAWFUL_ON_THE_DAY = (
    campaign_guards.campaign_stands,
    guards.two_licensed_officers,
    guards.within_the_cap,
    guards.items_published,
)


@act
def reschedule(
    inspection: Inspection, *, actor, on: date, day: date, session: str, reason: str
) -> Inspection:
    """Approve the check for `day` instead, with all that an approval asks; those who go are told.

    Raises Refused without a reason, for a day before the decision, while a 检查通知书 names the old
    day, and when the check would not be lawful on the new one.
    """
    if not reason.strip():
        raise Refused({"note": "请写明改期的原因。"})
    before = inspection.scheduled_on

    def write(row):
        row.scheduled_on = day
        _check(row, Act(actor, on))
        return {
            "scheduled_on": day, "session": session, "approved_by": actor, "approved_on": on,
        }  # fmt: skip

    inspection = INSPECTION_FLOW.advance(
        inspection,
        "reschedule",
        actor=actor,
        on=on,
        write=write,
        note=reason,
        details={"from": before.isoformat(), "to": day.isoformat()},
    )
    _tell(inspection, before, reason.strip())
    return inspection


def _check(inspection: Inspection, decision: Act) -> None:
    check_day(inspection.scheduled_on, decision.on)
    if not inspection.is_look_back:
        check_list(inspection)
    for guard in LAWFUL_ON_THE_DAY:
        if why := guard(inspection, decision):
            raise Refused(why)


def _tell(inspection: Inspection, before: date, reason: str) -> None:
    day = cn_date(inspection.scheduled_on)
    going = {inspection.drafted_by, *(row.user for row in inspection.team.select_related("user"))}
    text = f"{cn_date(before)}到{inspection.unit}的检查改到{day}：{reason}"
    tell(going, text, url=inspection.get_absolute_url())
    for invitation in inspection.invitations.select_related("observer"):
        text = f"{cn_date(before)}的检查改到{day}，请按新的日期到场观察。"
        tell([invitation.observer], text, url=invitation.get_absolute_url())
