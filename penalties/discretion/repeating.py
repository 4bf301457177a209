"""重复违法: how often a party was penalised within the years of the rule, and what follows."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from penalties.discretion.scheme import WEIGHTS, Repeat, Scheme, Weight
from penalties.discretion.terms import UPPER, Fact
from penalties.discretion.weighing import AGGRAVATE, TOP


def years_after(day: date, years: int) -> date:
    """The same day that many years on (back when negative); 29 February falls on the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def counts(day: date, act_on: date, years: int) -> bool:
    """Whether a penalty of `day` lies within the years before the act, counted back from it."""
    return years_after(act_on, -years) <= day < act_on


def times_penalised(earlier: Iterable[date], act_on: date, years: int) -> int:
    """This act and the penalties within the years before it."""
    return 1 + sum(counts(day, act_on, years) for day in earlier)


OPENING = "自行为之日（"  # with these words begins what `told` says, and no fact that was found out


def told(rule: Repeat, times: int, act_on: date) -> str:
    """The fact in words, as it becomes a reason."""
    return f"{OPENING}{cn_date(act_on)}）往前推算，{rule.years}年内第 {times} 次同类违法"


def was_counted(fact: Fact) -> bool:
    """Whether a frozen fact of a tier was counted from the books: it rests on no evidence."""
    return bool(fact.tier) and not fact.evidence and fact.text.startswith(OPENING)


def is_count(level: str | int, text: str) -> bool:
    """The same of a frozen weight: its level was a number of times."""
    return isinstance(level, int) and text.startswith(OPENING)


def effect_of(rule: Repeat, times: int) -> str | None:
    """What the rule says of that many times; None when it says nothing yet."""
    return next((effect for least, effect in reversed(rule.steps) if times >= least), None)


def weight_of(scheme: Scheme) -> Weight | None:
    """The weight that counts the times, under a benchmark that adds weights up."""
    found = scheme.weights.factors if scheme.model == WEIGHTS and scheme.weights else ()
    return next((row for row in found if row.repeated), None)


def fact_of(rule: Repeat, times: int, text: str, key="repeat") -> Fact | None:
    """The repetition as a fact that weighs; None while it does not."""
    effect = effect_of(rule, times)
    if effect is None:
        return None
    if effect == "upper":
        return Fact(key, text, tier=UPPER, criterion=rule.criterion or "再次违法")
    law = f"裁量权基准重复违法规则{f'（{rule.source}）' if rule.source else ''}"
    what = AGGRAVATE if effect == "up" else TOP
    return Fact(key, text, code="REPEAT", title="重复违法", effect=what, duty="shall", law=law)
