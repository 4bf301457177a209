"""调整适用裁量权基准: proposed by the officers, discussed, approved by the head."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from penalties import departure_guards as guards
from penalties.discretion.departing import BASIS
from penalties.guards import not_before_last_act
from penalties.models import Assessment, Case, Departure
from penalties.recusal_guards import not_recused
from penalties.services.discretion import Leaving, fix
from penalties.services.handling import check_state, stated

S = Case.State
APPROVE = "penalties.decide_case"


@act
def depart(
    case: Case, *, actor, on: date, fine: int, correction: str, ground: str, reason: str,
    gains: int = 0,
) -> Assessment:  # fmt: skip
    """调整适用基准: a figure outside the band, within what the law itself allows.

    It goes to the party only after `approve`. Raises Unfit where the law forbids the figure or
    the band holds it already.
    """
    if ground not in Departure.Ground.values:
        raise Refused(f"请选择可以调整适用基准的情形。依据：{BASIS}。")
    leaving = Leaving(Departure.Ground(ground), stated(reason, f"调整适用基准的理由（{BASIS}）"))
    step = "adjust" if case.state == S.NOTIFIED else "propose"
    return fix(case, step, actor, on, fine, correction, gains, leaving)


@act
def approve(
    case: Case, *, actor, on: date, consent_number: str = "", consent_on: date | None = None
) -> Departure:
    """批准调整适用 by the head, on the minutes; the maker of a superior benchmark first."""
    case = lock(case, actor)
    check_permission(actor, APPROVE, "批准调整适用基准")
    check_state(case, (S.PROPOSED, S.NOTIFIED), "批准调整适用基准")
    backfilled = check_date(actor, on)
    departure = guards.of_case(case)
    if departure is None or departure.approved_on:
        raise Refused("没有等待批准的调整适用意见，请刷新页面后再看。")
    for guard in (not_before_last_act, guards.agreed_by_another, not_recused, guards.discussed):
        if why := guard(case, Act(actor, on, APPROVE)):
            raise Refused(why)
    consent_number = consent_number.strip()
    if why := guards.maker_agreed(departure, consent_number, consent_on):
        raise Refused(why)
    if consent_on and consent_on > on:
        raise Refused("制定机关批准的日期不能晚于本机关批准的日期，请核对。")
    departure.consent_number, departure.consent_on = consent_number, consent_on
    departure.approved_by, departure.approved_on = actor, on
    departure.save()
    _told(case, departure, actor, on, backfilled)
    return departure


def _told(case: Case, departure: Departure, actor, on: date, backfilled: bool) -> None:
    details = {"fine": departure.assessment.fine, "consent": departure.consent_number}
    trail.record(
        case, "approve_departure", "批准调整适用基准", actor=actor, on=on, backfilled=backfilled,
        details=details,
    )  # fmt: skip
    officers = [row.user for row in case.officers.in_charge().select_related("user")]
    tell(officers, f"{case}：调整适用裁量权基准已经批准。", url=case.get_absolute_url())
