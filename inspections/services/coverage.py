"""Acts on 覆盖规则 and the usual half-days: with date of effect and source, never altered."""

from datetime import date, timedelta

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import CoverageRule, UsualTime

SET = "inspections.set_coverage"
STATED = (
    "title", "kind", "population", *CoverageRule.NUMBERS, "effective_from", "source", "mark",
)  # fmt: skip


@act
def set_rule(*, actor, on: date, is_sample: bool = False, **stated) -> CoverageRule:
    """设定规则; `stated` are the fields of STATED. ValidationError where it contradicts itself."""
    check_permission(actor, SET, "设定覆盖规则")
    backfilled = check_date(actor, on)
    rule = _made(actor, is_sample, stated)
    trail.record(
        rule, "set_rule", "设定覆盖规则", actor=actor, on=on, backfilled=backfilled,
        details=_details(rule),
    )  # fmt: skip
    return rule


def _made(actor, is_sample: bool, stated: dict) -> CoverageRule:
    rule = CoverageRule(bureau=actor.bureau, made_by=actor, is_sample=is_sample, **stated)
    if not rule.source.strip():
        raise Refused("请写明依据的文件或者做法；没有依据的比例和次数不能作为规则。")
    rule.full_clean()
    rule.save()
    return rule


def _details(rule: CoverageRule) -> dict:
    return {
        "rule": rule.in_words,
        "population": rule.get_population_display(),
        "effective_from": rule.effective_from.isoformat(),
        "source": rule.source,
    }


@act
def replace_rule(rule: CoverageRule, *, actor, on: date, **stated) -> CoverageRule:
    """修改规则: the old one ends the day before, the new one begins; the past stays as it was."""
    rule = lock(rule, actor)
    check_permission(actor, SET, "修改覆盖规则")
    backfilled = check_date(actor, on)
    _still_in_force(rule, on)
    begins = stated["effective_from"]
    if begins < on:
        raise Refused(
            f"修改后的规则不能早于今天（{cn_date(on)}）适用，以前的情况仍按原规则；请改为今天或者以后的日期。"
        )
    rule.ended_on = begins - timedelta(days=1)
    rule.save(update_fields=["ended_on"])
    new = _made(actor, False, stated)
    trail.record(
        new, "replace_rule", "修改覆盖规则", actor=actor, on=on, backfilled=backfilled,
        note=f"代替{cn_date(rule.effective_from)}起的“{rule}”：{rule.in_words}",
        details=_details(new),
    )  # fmt: skip
    return new


@act
def end_rule(rule: CoverageRule, *, actor, on: date, last_day: date, note: str) -> CoverageRule:
    """停用规则 after `last_day`; one that has not begun by then never comes into force."""
    rule = lock(rule, actor)
    check_permission(actor, SET, "停用覆盖规则")
    backfilled = check_date(actor, on)
    _still_in_force(rule, on)
    if last_day < on:
        raise Refused("适用至的日期不能早于今天，以前的情况仍按原规则。")
    if not note.strip():
        raise Refused("请写明停用的原因。")
    rule.ended_on = last_day
    rule.save(update_fields=["ended_on"])
    trail.record(
        rule, "end_rule", "停用覆盖规则", actor=actor, on=on, backfilled=backfilled,
        note=note.strip(), details={"ended_on": last_day.isoformat()},
    )  # fmt: skip
    return rule


def _still_in_force(rule: CoverageRule, on: date) -> None:
    if rule.ended_on is not None:
        raise Refused(f"“{rule}”已设定适用至{cn_date(rule.ended_on)}，不能再改，请设定新的规则。")


@act
def set_usual_times(
    *, actor, on: date, half_days: list[str], effective_from: date, source: str
) -> UsualTime:
    """设定固定检查时间 from a day on; `half_days` are codes of UsualTime.HALF_DAYS."""
    check_permission(actor, SET, "设定固定检查时间")
    backfilled = check_date(actor, on)
    known = dict(UsualTime.HALF_DAYS)
    if not half_days or set(half_days) - known.keys():
        raise Refused("请至少选择一个工作日的半天。")
    if not source.strip():
        raise Refused("请写明依据，如本机关的工作制度。")
    ordered = [code for code in known if code in half_days]
    times = UsualTime(
        bureau=actor.bureau, half_days=ordered, effective_from=effective_from,
        source=source.strip(), made_by=actor,
    )  # fmt: skip
    times.full_clean()
    times.save()
    trail.record(
        times, "set_usual_times", "设定固定检查时间", actor=actor, on=on, backfilled=backfilled,
        note=times.in_words, details={"source": times.source},
    )  # fmt: skip
    return times
