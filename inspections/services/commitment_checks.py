"""约谈承诺: whether what was promised was kept."""

from datetime import date

from django.urls import reverse

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Commitment
from inspections.services.interviews import HOLD


@act
def check_commitment(
    commitment: Commitment, *, actor, on: date, outcome: str, note: str
) -> Commitment:
    """核实承诺: kept or broken, and what was seen; a promise is not broken before its day is over.

    What is broken is said to the unit; the next rung of the ladder is the officer's choice.
    """
    commitment = lock(commitment, actor)
    check_permission(actor, HOLD, "核实承诺")
    backfilled = check_date(actor, on)
    if why := _not_to_check(commitment, outcome, on):
        raise Refused(why)
    if not note.strip():
        raise Refused("请写明核实的情况：看到了什么，怎么核实的。")
    commitment.outcome, commitment.outcome_note = outcome, note.strip()
    commitment.checked_by, commitment.checked_on = actor, on
    commitment.save(update_fields=["outcome", "outcome_note", "checked_by", "checked_on"])
    trail.record(
        commitment.interview, "check_commitment",
        f"核实承诺：{commitment.get_outcome_display()}", actor=actor, on=on,
        backfilled=backfilled, note=note, details={"commitment": commitment.position},
    )  # fmt: skip
    _tell_outcome(commitment, on)
    return commitment


def _not_to_check(commitment: Commitment, outcome: str, on: date) -> str | None:
    if outcome not in Commitment.CHECKED:
        return "请选择已做到或者没有做到。"
    if commitment.outcome:
        return f"这项承诺{cn_date(commitment.checked_on)}已经核实，不用再核实。"
    if on < commitment.interview.held_on:
        return "核实日期不能早于约谈的日期。"
    if outcome == Commitment.Outcome.BROKEN and on <= commitment.due_on:
        return f"承诺期限是{cn_date(commitment.due_on)}，还没有过，不能认定没有做到。"
    return None


def _tell_outcome(commitment: Commitment, on: date) -> None:
    talk = commitment.interview
    text = f"约谈时的承诺“{commitment.text[:60]}”经核实{commitment.get_outcome_display()}。"
    page = reverse("inspections:portal-inspection", args=[talk.inspection_id])
    tell_party(talk.unit.party, text, on=on, url=page)
