"""自查实地抽查: the half that is chosen by contradiction, and the draw of the other half."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Checklist, Draw, Plan, SelfInspection, SelfReport, SpotDraw, SpotPick
from inspections.queries import self_answers, spot_checks
from inspections.services import draws
from inspections.services.plan_items import put_on
from inspections.services.self_inspection import RUN


@act
def choose(
    asked: SelfInspection, reports: Iterable[SelfReport], *, actor, on: date, plan: Plan, kind: str,
    month: int, checklist: Checklist,
) -> list[SpotPick]:  # fmt: skip
    """按矛盾选取: put the units on the plan, each with what contradicts its report.

    Raises Refused for a report that nothing contradicts, and beyond half of the ceiling.
    """
    asked = lock(asked, actor)
    check_permission(actor, RUN, "选取实地抽查单位")
    backfilled = check_date(actor, on)
    found = {row.report.pk: row for row in self_answers.candidates(asked)}
    rows = [found.get(report.pk) for report in reports]
    if not rows or None in rows or any(hasattr(row.report, "spot_pick") for row in rows):
        raise Refused(
            "只能选取自查与检查记录有矛盾、还没有选取的单位，请刷新页面后重新选择；"
            "其他单位由随机抽取产生。"
        )
    _within(asked, len(rows))
    plan = lock(plan, actor)
    if plan.state not in draws.OPEN_PLANS:
        raise Refused(f"{plan}的状态是“{plan.get_state_display()}”，不能列入项目，请另选计划。")
    units = [row.report.unit for row in rows]
    items = put_on(plan, units, actor, kind=kind, month=month, checklist=checklist)
    by_unit = {item.unit_id: item for item in items}
    picks = SpotPick.objects.bulk_create(
        SpotPick(
            report=row.report, reasons=row.reasons, plan_item=by_unit[row.report.unit_id],
            picked_by=actor, picked_on=on,
        )
        for row in rows
    )  # fmt: skip
    trail.record(
        asked, "choose_spot", "按矛盾选取实地抽查单位", actor=actor, on=on, backfilled=backfilled,
        details={str(row.report.unit): row.reasons for row in rows},
    )  # fmt: skip
    return picks


def _within(asked: SelfInspection, more: int) -> None:
    """No more than half of the ceiling, and no more than what draws have left."""
    ceiling, half = spot_checks.most(asked), spot_checks.most_chosen(asked)
    made = spot_checks.chosen(asked).count()
    if made + more > half or more > spot_checks.left_to_draw(asked):
        raise Refused(
            f"实地抽查不超过 {asked.rule.ceiling}%，一共 {ceiling} 个，按矛盾选取的不超过一半"
            f"（{half} 个），已选取 {made} 个，不能再选 {more} 个。"
            f"依据：{asked.rule.ceiling_basis}。"
        )


@act
def prepare_draw(asked: SelfInspection, *, actor, on: date, **settings) -> Draw:
    """准备随机抽取 among the units that reported; published, held and adopted like every draw."""
    asked = lock(asked, actor)
    check_permission(actor, RUN, "准备自查随机抽取")
    left = spot_checks.left_to_draw(asked)
    if not 0 < settings["unit_count"] <= left:
        raise Refused({"unit_count": (
            f"实地抽查不超过 {asked.rule.ceiling}%，一共 {spot_checks.most(asked)} 个，"
            f"随机抽取还能抽 {left} 个。依据：{asked.rule.ceiling_basis}。"
        )})  # fmt: skip
    draw = draws.prepare(actor=actor, on=on, **settings | {"kinds": []})
    SpotDraw.objects.create(self_inspection=asked, draw=draw)
    return draw
