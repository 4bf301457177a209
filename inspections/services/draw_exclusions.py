"""Acts on the lists of a draw before they are published: who is left out and why."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, lock
from inspections.models import Draw, DrawExclusion
from inspections.queries import draw_lists
from inspections.services.draws import draft_of
from units.models import Unit


@act
def exclude(
    draw: Draw,
    *,
    actor,
    on: date,
    reason: str,
    unit: Unit | None = None,
    officer: User | None = None,
) -> DrawExclusion:
    """不列入名单: one unit or one officer, with the reason that is published with the rule."""
    draw = draft_of(draw, actor, "调整名单")
    backfilled = check_date(actor, on)
    if not reason.strip():
        raise Refused("请写明不列入名单的原因；原因随规则一并公示。")
    row = DrawExclusion(draw=draw, unit=unit, officer=officer, reason=reason.strip())
    row.validate_constraints()
    allowed = (
        draw_lists.selectable_units(draw).filter(pk=unit.pk)
        if unit
        else draw_lists.selectable_officers(draw).filter(pk=officer.pk)
    )
    if not allowed.exists():
        raise Refused(f"{unit or officer}不在这次抽取的名单里，请刷新页面后重新选择。")
    row.save()
    trail.record(
        draw, "exclude", "不列入名单", actor=actor, on=on, backfilled=backfilled, note=str(row)
    )
    return row


@act
def include(exclusion: DrawExclusion, *, actor, on: date) -> Draw:
    """重新列入: take an exclusion back."""
    exclusion = lock(exclusion, actor)
    draw = draft_of(exclusion.draw, actor, "调整名单")
    backfilled = check_date(actor, on)
    words = str(exclusion)
    exclusion.delete()
    trail.record(
        draw, "include", "重新列入名单", actor=actor, on=on, backfilled=backfilled, note=words
    )
    return draw
