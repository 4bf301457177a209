"""What every act of an officer on a case begins with."""

from datetime import date

from archives_enforcement.workflow import Act, Refused, check_date, check_permission, lock
from penalties import guards
from penalties.models import Case
from penalties.workflow import CASE_FLOW

HANDLE = "penalties.handle_case"


def open_for(
    case: Case, states, label: str, *, actor, on: date, basis: str = ""
) -> tuple[Case, bool]:
    """The case, locked, in one of `states` and handled by `actor`; and whether it is 补录.

    `basis` is the article that asks for what comes before, where one does.

    Raises Refused, PermissionDenied, or DoesNotExist outside the actor's scope.
    """
    case = lock(case, actor)
    check_permission(actor, HANDLE, label)
    check_state(case, states, label, basis)
    backfilled = check_date(actor, on)
    for guard in (guards.handled_by_own_officer, guards.not_before_last_act):
        if why := guard(case, Act(actor, on)):
            raise Refused(why)
    return case, backfilled


def check_state(case: Case, states, label: str, basis: str = "") -> None:
    if case.state not in states:
        raise Refused(
            f"现在的状态是“{case.get_state_display()}”，不能{label}。请刷新页面后再看。{basis}"
        )


def stated(text: str, what: str) -> str:
    """`text` without blanks around it; Refused when nothing was written."""
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()


def passed_over(case: Case, name: str, actor, on: date) -> dict:
    """For the trail of an act that is no step: the lamps that it passes over, asked beforehand."""
    lit = CASE_FLOW.lit(case, name, Act(actor, on))
    return {"lamps": [lamp.kept for lamp in lit]} if lit else {}
