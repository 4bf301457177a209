"""约谈 held: the minutes, the promises in them, and who signed or refused."""

from datetime import date

from archives_enforcement.workflow import Refused, act
from inspections.models import Commitment, Interview
from inspections.workflow import INTERVIEW_FLOW


@act
def hold(
    interview: Interview, *, actor, on: date, present: str, minutes: str, commitments=()
) -> Interview:
    """登记约谈记录: who came, what was said, and each promise as (what, until when)."""
    if not present.strip() or not minutes.strip():
        raise Refused("请写明参加人员和约谈记录。")
    promised = [_promise(text, due, on) for text, due in commitments]

    def write(row) -> dict:
        Commitment.objects.bulk_create(
            Commitment(interview=row, position=place, text=text, due_on=due)
            for place, (text, due) in enumerate(promised, start=1)
        )
        return {"held_on": on, "present": present.strip(), "minutes": minutes.strip()}

    return INTERVIEW_FLOW.advance(interview, "hold", actor=actor, on=on, write=write)


def _promise(text: str, due: date | None, on: date) -> tuple[str, date]:
    if not text.strip():
        raise Refused("填写了承诺期限的，请写明承诺做什么。")
    if due is None:
        raise Refused("单位有承诺的，请填写每项承诺在哪天前做到。")
    if due < on:
        raise Refused("承诺期限不能早于约谈的日期。")
    return text.strip(), due


@act
def sign_minutes(interview: Interview, *, actor, on: date, signed_by: str) -> Interview:
    """登记签字: who signed the minutes for the unit; the signed pages are added to the paper."""
    if not signed_by.strip():
        raise Refused("请写明签字的单位代表（姓名和职务）。")
    facts = {"signed_on": on, "signed_by": signed_by.strip()}
    return INTERVIEW_FLOW.advance(
        interview, "sign_minutes", actor=actor, on=on, write=lambda row: facts
    )


@act
def refuse_minutes(interview: Interview, *, actor, on: date, reason: str) -> Interview:
    """登记拒绝签字, with the reason that those who held the talk note on the minutes."""
    if not reason.strip():
        raise Refused("单位拒绝签字的，请写明原因。")
    facts = {"signed_on": on, "refusal_reason": reason.strip()}
    return INTERVIEW_FLOW.advance(
        interview, "refuse_minutes", actor=actor, on=on, write=lambda row: facts, note=reason
    )
