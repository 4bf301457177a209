"""试算: a case that is over, weighed by another benchmark from the facts that were frozen then.

A criterion is found again by its words, a factor by its code; what the other benchmark does not
know weighs nothing and is named. How often the party had been penalised is no fact of the case: it
is counted anew, by the rule of the other benchmark. Plain values in, plain values out.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from penalties.discretion import repeating, weights
from penalties.discretion.scheme import WEIGHTS, Scheme
from penalties.discretion.terms import (
    GRADED,
    TITLES,
    TRANSFER,
    DiscretionError,
    Fact,
    Reason,
    Result,
)
from penalties.discretion.weighing import assess
from penalties.discretion.weights import Answer

REPEATED = "REPEAT"  # the code of what follows from a rule of repetition, no factor of a list


class Tried(NamedTuple):
    """What the other benchmark would have said, and which facts it has no place for."""

    result: Result | None  # None: it cannot be worked out, `why_not` says why
    lost: tuple[str, ...]
    reached: bool  # some criterion of a graded tier, or some level of a weight, fits the facts
    why_not: str = ""


class Books(NamedTuple):
    """When the act ended, and on which days the party had been penalised under the same clause."""

    act_on: date
    earlier: tuple[date, ...]


def try_out(frozen: dict, scheme: Scheme, row: str, conduct: str, books: Books) -> Tried:
    """Weigh the facts of a frozen copy under the line `row` of `scheme`; nothing is written."""
    facts, answers, lost = _facts(frozen, scheme, books)
    reached = bool(answers) or any(fact.tier in GRADED for fact in facts)
    try:
        rules = scheme.rules(row, lambda bases: "")
        start = None
        if scheme.model == WEIGHTS:
            start = weights.start(scheme.weights, answers, scheme.conventions, rules)
        result = assess(facts, rules, conduct=conduct, start=start)
    except DiscretionError as error:
        return Tried(None, tuple(lost), reached, str(error))
    return Tried(result, tuple(lost), reached or result.band is None)


def _facts(frozen: dict, scheme: Scheme, books: Books) -> tuple[list[Fact], dict, list[str]]:
    """Facts and weights as the scheme uses them, and what it has no place for, in words."""
    facts, told = _told_apart(Fact(**each) for each in frozen["facts"])
    known = {name: Answer(**each) for name, each in frozen.get("weights", {}).items()}
    counted = {name: it for name, it in known.items() if repeating.is_count(it.level, it.text)}
    placed = [(fact, _placed(fact, scheme)) for fact in facts]
    answers = _answers({k: it for k, it in known.items() if k not in counted}, scheme)
    lost = [f"“{fact.text}”" for fact, found in placed if found is None]
    lost += [f"“{title}”" for title in known if title not in answers and title not in counted]
    if not _counts_times(scheme):
        lost += [f"“{fact.text}”" for fact in told] + [f"“{title}”" for title in counted]
    found = [it for _, it in placed if it]
    return *_repeated(found, answers, scheme, books), lost


def _told_apart(facts: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What was found out of the act, and what was counted from the books."""
    rows = list(facts)
    told = [fact for fact in rows if fact.code == REPEATED or repeating.was_counted(fact)]
    return [fact for fact in rows if fact not in told], told


def _counts_times(scheme: Scheme) -> bool:
    if scheme.model == WEIGHTS:
        return repeating.weight_of(scheme) is not None
    return scheme.repeat is not None


def _repeated(facts: list[Fact], answers: dict, scheme: Scheme, books: Books) -> tuple[list, dict]:
    """The same with how often, as the rule of the scheme counts it; what was typed gives way."""
    rule = scheme.repeat
    times = rule and repeating.times_penalised(books.earlier, books.act_on, rule.years)
    if not times or times < 2:  # the first time is no repetition
        return facts, answers
    text = repeating.told(rule, times, books.act_on)
    if weight := repeating.weight_of(scheme):
        return facts, answers | {weight.title: Answer(times, text)}
    fact = None if scheme.model == WEIGHTS else repeating.fact_of(rule, times, text)
    if fact is None:
        return facts, answers
    others = [it for it in facts if not rule.criterion or it.criterion != rule.criterion]
    return [*others, fact], answers


def _placed(fact: Fact, scheme: Scheme) -> Fact | None:
    """The fact as the scheme uses it; None where it has no such criterion or factor."""
    fact = fact._replace(evidence=tuple(fact.evidence))
    if fact.tier:
        if scheme.model == WEIGHTS and fact.tier != TRANSFER:
            return None
        tier = _tier_with(fact, scheme)
        # Only of the lightest tier it matters that a criterion is not met.
        return fact._replace(tier=tier) if tier and (fact.shown or tier == fact.tier) else None
    factor = scheme.factors.get(fact.code)
    if factor is None:
        return None
    return fact._replace(title=factor.title, effect=factor.effect, duty=factor.duty)


def _tier_with(fact: Fact, scheme: Scheme) -> str:
    """The tier of which the words are a criterion now; the one it was before is asked first."""
    if scheme.repeat and fact.criterion == scheme.repeat.criterion:
        return fact.tier
    order = sorted((*GRADED, TRANSFER), key=lambda code: code != fact.tier)
    known = (code for code in order if code in scheme.tiers)
    return next((code for code in known if fact.criterion in scheme.tiers[code].criteria), "")


def _answers(found: dict[str, Answer], scheme: Scheme) -> dict[str, Answer]:
    if scheme.model != WEIGHTS:
        return {}
    known = {weight.title: weight for weight in scheme.weights.factors}
    return {
        title: it
        for title, it in found.items()
        if title in known and _has_level(known[title], it, scheme)
    }


def _has_level(weight, answer: Answer, scheme: Scheme) -> bool:
    try:
        weights.chosen(weight, answer, scheme.conventions)
    except DiscretionError:
        return False
    return True


def changes(before: list[dict], after: tuple[Reason, ...]) -> tuple[list[str], list[str]]:
    """The reasons that only the earlier, and that only the later weighing has, in words."""
    old = [_in_words(row["heading"], row["effect"]) for row in before]
    new = [_in_words(row.heading, row.effect) for row in after]
    return [it for it in old if it not in new], [it for it in new if it not in old]


def _in_words(heading: str, effect: str) -> str:
    return f"{heading}（{effect}）" if effect else heading


def tier_title(result: Result) -> str:
    return TITLES.get(result.tier, result.tier)
