"""评分规则 of a bureau: set for the days to come, never for what was graded already."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import ScoringRule
from inspections.services.adopting import ADOPT

FIGURES = (
    "excellent", "good", "passing", "points_a", "points_b", "points_c", "capped_by_a", "in_letter",
    "source",
)  # fmt: skip


@act
def set_rule(*, actor, on: date, valid_from: date, **figures) -> ScoringRule:
    """Set the percentages and points (`FIGURES`) from a later day on; the rules before stay."""
    check_permission(actor, ADOPT, "设定评分规则")
    backfilled = check_date(actor, on)
    if valid_from <= trail.today():
        raise Refused("评分规则最早从明天起启用：已经进行的检查按当时的规则评分，不重新计算。")
    rule = ScoringRule(bureau=actor.bureau, valid_from=valid_from, **figures)
    rule.validate_constraints()
    rule.save()
    trail.record(
        rule, "set_scoring_rule", "设定评分规则", actor=actor, on=on, backfilled=backfilled,
        details={"valid_from": str(valid_from), **figures},
    )  # fmt: skip
    return rule
