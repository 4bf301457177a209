"""撤回 of a draw or of its result that was published by mistake."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.withdrawing import taken_back
from archives_enforcement.workflow import Refused, act, lock
from inspections.models import Draw, Plan
from inspections.workflow import DRAW_FLOW


@act
def withdraw(draw: Draw, *, actor, on: date, reason: str) -> Draw:
    """撤回公示 of lists published by mistake: everybody reads day, reason and digest, no names.

    The draw keeps its record; a right one is prepared anew.
    """
    return _withdraw(draw, "withdraw", actor, on, reason)


@act
def withdraw_result(draw: Draw, *, actor, on: date, reason: str) -> Draw:
    """The same once the announced number exists, by the head, who took no part.

    What came onto a plan by the draw goes off it again.
    """
    draw = _withdraw(draw, "withdraw_result", actor, on, reason)
    _take_off_plans(draw, actor, on)
    return draw


def _withdraw(draw: Draw, step: str, actor, on: date, reason: str) -> Draw:
    changes = taken_back(on, reason)
    draw = DRAW_FLOW.advance(
        draw, step, actor=actor, on=on, note=reason.strip(), write=lambda row: changes
    )
    tell([draw.drafted_by], f"{draw}的公示已撤回：{reason}", url=draw.get_absolute_url())
    return draw


def _take_off_plans(draw: Draw, actor, on: date) -> None:
    items = list(draw.items.select_related("plan", "unit__party"))
    if not items:
        return
    plan = lock(items[0].plan, actor)
    if plan.state == Plan.State.CLOSED:
        raise Refused(f"{plan}已经总结，按这次抽取列入的项目已经存档，名单不能撤回。")
    draw.items.all().delete()
    units = [str(item.unit) for item in items]
    details = {"draw": draw.digest, "units": units}
    trail.record(plan, "remove_drawn", "移除撤回的抽取结果", actor=actor, on=on, details=details)
