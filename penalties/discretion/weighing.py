"""From the facts shown to a tier, a band and a figure, with every reason in words."""

from collections.abc import Iterable

from penalties.amounts import plain
from penalties.discretion.arithmetic import bands, suggest
from penalties.discretion.terms import (
    GRADED,
    LOWER,
    MAY_WAIVE,
    MIDDLE,
    MITIGATED,
    NO_PENALTY,
    TITLES,
    TRANSFER,
    UPPER,
    DiscretionError,
    Fact,
    Reason,
    Result,
    Rules,
)

LIGHTEN, AGGRAVATE = "mitigate_or_lighten", "aggravate"
STOPS = {"no_penalty": NO_PENALTY, "time_barred": NO_PENALTY}


def assess(facts: Iterable[Fact], rules: Rules, *, conduct: str) -> Result:
    """Weigh the facts: stop rules, base tier, factors, band and suggested figure.

    `conduct` is the unlawful act in one sentence. Raises DiscretionError when a fact is used twice.
    """
    facts = list(facts)
    _each_once(facts)
    opening = Reason(
        "违法行为和法定幅度",
        conduct,
        rules.law,
        effect=f"{plain(rules.minimum)}至 {plain(rules.maximum)}",
    )
    if stop := _stopped(facts, rules, opening):
        return stop
    base, base_reason = _base(facts, rules)
    tier, weighed = _adjust(base, facts)
    band = bands(rules)[tier]
    reasons = (opening, base_reason, *weighed)
    figure = suggest(band, rules.rounding)
    return Result(tier, band, figure, reasons, rules.requires.get(tier, ()))


def _each_once(facts: list[Fact]) -> None:
    seen = set()
    for fact in facts:
        text = "".join(fact.text.split())
        if fact.key in seen or text in seen:
            raise DiscretionError(
                f"“{fact.text}”用了不止一次。同一事实只能作为档次标准或者裁量情节使用一次。"
            )
        if bool(fact.tier) == bool(fact.code):
            raise DiscretionError(f"“{fact.text}”应当恰好用作一项档次标准或者一项裁量情节。")
        seen |= {fact.key, text}


def _stopped(facts: list[Fact], rules: Rules, opening: Reason) -> Result | None:
    """Where no fine may be worked out: transfer first, then 不予处罚, then 可以不予处罚."""
    found = [fact for fact in facts if fact.tier == TRANSFER and fact.shown]
    found += [fact for fact in facts if fact.effect in STOPS and fact.duty == "shall"]
    found += [fact for fact in facts if fact.effect in STOPS and fact.duty != "shall"]
    if not found:
        return None
    first = found[0]
    if first.tier == TRANSFER:
        tier, heading = TRANSFER, f"涉嫌犯罪，应当移送：{first.criterion}"
    else:
        tier = NO_PENALTY if first.duty == "shall" else MAY_WAIVE
        heading = f"{first.title}，{TITLES[tier]}"
    effect = "不计算罚款"
    reason = Reason(heading, first.text, first.law, first.evidence, effect, True)
    return Result(tier, None, None, (opening, reason), rules.requires.get(tier, ()))


def _base(facts: list[Fact], rules: Rules) -> tuple[str, Reason]:
    """The heaviest tier whose criteria are shown; unknown criteria count at their lightest."""
    shown = {tier: [f for f in facts if f.tier == tier and f.shown] for tier in GRADED}
    denied = [fact for fact in facts if fact.tier == LOWER and not fact.shown]
    if shown[UPPER]:
        tier, used = UPPER, shown[UPPER]
    elif shown[MIDDLE] or denied:
        tier, used = MIDDLE, [*shown[MIDDLE], *denied]
    else:
        tier, used = LOWER, shown[LOWER]
    text = "；".join(_as_criterion(fact) for fact in used)
    band = bands(rules)[tier]
    evidence = tuple(sorted({number for fact in used for number in fact.evidence}))
    heading = f"基础档次：{TITLES[tier]}"
    law = f"裁量权基准{rules.row}“{TITLES[tier]}”档"
    nothing = "没有查明较重档次的标准，不能查明的按最轻认定"
    return tier, Reason(heading, f"{text or nothing}。", law, evidence, band.words)


def _as_criterion(fact: Fact) -> str:
    text = fact.text.rstrip("。")
    if fact.shown:
        return f"{text}，属于“{fact.criterion}”"
    return f"{text}，不具备“{fact.criterion}”"


def _adjust(base: str, facts: list[Fact]) -> tuple[str, list[Reason]]:
    """Weigh the factors one by one, 从重 first; the tiers end at 从重 above and 减轻 below.

    An aggravating factor counts one tier up, a lightening one down, a decisive one two. 减轻 (below
    the statutory minimum) opens only for two lightening factors or a decisive one. Without any
    从重 circumstance the base is at most 一般, so an 应当从轻或者减轻 factor always leaves it.
    """
    lightening = [fact for fact in facts if fact.effect == LIGHTEN]
    aggravating = [fact for fact in facts if fact.effect == AGGRAVATE]
    opened = len(lightening) >= 2 or any(fact.decisive for fact in lightening)
    place, lowest, highest = GRADED.index(base), -1 if opened else 0, len(GRADED) - 1
    reasons = []
    for fact in (*aggravating, *lightening):
        step = 1 if fact.effect == AGGRAVATE else -2 if fact.decisive else -1
        before, place = place, min(max(place + step, lowest), highest)
        reasons.append(_as_factor(fact, _tier_at(before), _tier_at(place)))
    if not aggravating:
        reasons.append(_no_aggravation(base))
    return _tier_at(place), reasons


def _tier_at(place: int) -> str:
    return MITIGATED if place < 0 else GRADED[place]


def _as_factor(fact: Fact, before: str, after: str) -> Reason:
    duty = "应当" if fact.duty == "shall" else "可以"
    up = fact.effect == AGGRAVATE
    what, way = ("从重", "上调") if up else ("从轻或者减轻", "下调")
    moved = before != after
    effect = f"{way} → {TITLES[after]}" if moved else f"仍为{TITLES[after]}"
    return Reason(f"{fact.title}，{duty}{what}", fact.text, fact.law, fact.evidence, effect, moved)


def _no_aggravation(base: str) -> Reason:
    if base == UPPER:
        text = "从重的事实已经作为档次标准，不再重复使用。"
        return Reason("没有其他从重情节", text, effect="不调整")
    text = "没有查明法律规定或者裁量权基准列明的从重情节。"
    return Reason("没有从重情节", text, effect="不调整")
