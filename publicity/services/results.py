"""检查结果公示规则 of a bureau: set for the letters to come."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from publicity.models import ResultRule

SET = "publicity.approve_notice"
TERMS = ("whom", "certificates", "months", "source")


@act
def set_rule(*, actor, on: date, valid_from: date, **terms) -> ResultRule:
    """Set whose results are public, how long, and whether with certificate numbers (`TERMS`).

    Letters that are out keep their clock: what was to be published stays to be published.
    """
    check_permission(actor, SET, "设定检查结果公示规则")
    backfilled = check_date(actor, on)
    if valid_from <= trail.today():
        raise Refused("检查结果公示规则最早从明天起启用，已经签发反馈意见书的检查不受影响。")
    rule = ResultRule(bureau=actor.bureau, valid_from=valid_from, **terms)
    rule.full_clean(exclude=["bureau"])
    rule.validate_constraints()
    rule.save()
    trail.record(
        rule, "set_result_rule", "设定检查结果公示规则", actor=actor, on=on, backfilled=backfilled,
        details={"valid_from": str(valid_from), **terms},
    )  # fmt: skip
    return rule
