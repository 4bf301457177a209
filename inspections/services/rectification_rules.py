"""整改规则 of a bureau: set for the days to come."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import RectificationRule

SET = "inspections.set_rectification_rule"
TERMS = (
    "days_a", "days_b", "days_c", "remind_before", "talk_first", "inquiry_first",
    "circular_first", "source",
)  # fmt: skip


@act
def set_rule(*, actor, on: date, valid_from: date, **terms) -> RectificationRule:
    """Set the days, how early is reminded and which rungs are needed (`TERMS`), from a day on."""
    check_permission(actor, SET, "设定整改规则")
    backfilled = check_date(actor, on)
    if valid_from <= trail.today():
        raise Refused("整改规则最早从明天起启用，已经办理的不受影响。")
    rule = RectificationRule(bureau=actor.bureau, valid_from=valid_from, **terms)
    rule.full_clean(exclude=["bureau"])
    rule.validate_constraints()
    rule.save()
    trail.record(
        rule, "set_rectification_rule", "设定整改规则", actor=actor, on=on, backfilled=backfilled,
        details={"valid_from": str(valid_from), **terms},
    )  # fmt: skip
    return rule
