"""From the facts shown to a tier, a band and a figure, with every reason in words."""

from collections.abc import Iterable
from typing import NamedTuple

from penalties.amounts import plain
from penalties.discretion.arithmetic import bands, suggest, top_of
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
TOP = "top"  # what a repeat rule may ask: the highest figure of the band
STOPS = {"no_penalty": "不予处罚", "time_barred": "不再处罚", "fined": "不再罚款"}


WAIVERS = {  # the choice of the head: none yet, 不予处罚, 处罚
    None: (
        "是否不予处罚，由机关负责人集体讨论决定；决定处罚的，按以上幅度。",
        "由机关负责人决定",
    ),
    True: ("机关负责人集体讨论决定不予处罚。", "决定不予处罚"),
    False: ("机关负责人集体讨论决定仍予处罚。", "决定处罚"),
}


class Start(NamedTuple):
    """Where weighing begins when the benchmark adds up weights: a figure and how it came about."""

    figure: int
    reasons: tuple[Reason, ...]


def assess(
    facts: Iterable[Fact],
    rules: Rules,
    *,
    conduct: str,
    start: Start | None = None,
    waive: bool | None = None,
) -> Result:
    """Weigh the facts: stop rules, base tier, factors, band and suggested figure.

    `conduct` is the unlawful act in one sentence; `start` the figure of the weights, for a
    benchmark that adds them up; `waive` what the head chose where the law says 可以不予处罚.
    Raises DiscretionError when a fact is used twice.
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
    waivers = [_as_waiver(fact, waive) for fact in facts if fact.effect in STOPS]
    if waivers and waive:
        needs = rules.requires.get(MAY_WAIVE, ())
        return Result(NO_PENALTY, None, None, (opening, *waivers), needs)
    base, reasons = _base(facts, rules) if start is None else _by_weights(start, rules)
    tier, weighed = _adjust(base, facts, rules, by_weights=start is not None)
    band = bands(rules)[tier]
    moved = tier != base
    figure = start.figure if start and not moved else suggest(band, rules.rounding)
    topped = [fact for fact in facts if fact.effect == TOP]
    for fact in topped:
        figure = top_of(band, rules.rounding)
        effect = f"本档上限 {figure:,} 元"
        weighed.append(Reason(fact.title, fact.text, fact.law, fact.evidence, effect, True))
    everything = (opening, *reasons, *weighed, *waivers)
    return Result(tier, band, figure, everything, rules.requires.get(tier, ()), bool(waivers))


def _as_waiver(fact: Fact, waive: bool | None) -> Reason:
    """可以 leaves the choice to the head; nothing follows of itself."""
    choice, effect = WAIVERS[waive]
    text = f"{fact.text.rstrip('。')}。{choice}"
    heading = f"{fact.title}，可以不予处罚"
    return Reason(heading, text, fact.law, fact.evidence, effect, waive is not None)


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
    """Where no fine may be worked out: transfer first, then what must not be penalised."""
    found = [fact for fact in facts if fact.tier == TRANSFER and fact.shown]
    found += [fact for fact in facts if fact.effect in STOPS and fact.duty == "shall"]
    if not found:
        return None
    first = found[0]
    if first.tier == TRANSFER:
        tier, heading = TRANSFER, f"涉嫌犯罪，应当移送：{first.criterion}"
    else:
        tier, heading = NO_PENALTY, f"{first.title}，{STOPS[first.effect]}"
    effect = "不计算罚款"
    reason = Reason(heading, first.text, first.law, first.evidence, effect, True)
    taught = tier == TRANSFER or first.effect == "no_penalty"  # 第三十三条第三款 needs an act
    needs = rules.requires.get(tier, ()) if taught else ()
    return Result(tier, None, None, (opening, reason), needs)


def _by_weights(start: Start, rules: Rules) -> tuple[str, tuple[Reason, ...]]:
    """The band in which the figure of the weights lies; between two bands the lighter counts."""
    found = bands(rules)
    tier = next((tier for tier in reversed(GRADED) if found[tier].lowest <= start.figure), LOWER)
    words = f"{start.figure:,} 元落在“{TITLES[tier]}”档。"
    law = f"裁量权基准{rules.row}"
    return tier, (
        *start.reasons,
        Reason(f"基础档次：{TITLES[tier]}", words, law, (), found[tier].words),
    )


def _base(facts: list[Fact], rules: Rules) -> tuple[str, tuple[Reason, ...]]:
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
    return tier, (Reason(heading, f"{text or nothing}。", law, evidence, band.words),)


def _as_criterion(fact: Fact) -> str:
    text = fact.text.rstrip("。")
    if fact.shown:
        return f"{text}，属于“{fact.criterion}”"
    return f"{text}，不具备“{fact.criterion}”"


def _adjust(
    base: str, facts: list[Fact], rules: Rules, *, by_weights: bool
) -> tuple[str, list[Reason]]:
    """Weigh the factors one by one, 从重 first; the tiers end at 从重 above and 减轻 below.

    An aggravating factor counts one tier up, a lightening one down, a decisive one two. 减轻 (below
    the statutory minimum) opens only for two lightening factors or a decisive one. Without any
    从重 circumstance the base is at most 一般, so an 应当从轻或者减轻 factor always leaves it. A
    sum of weights may stand higher without one, so there it goes down to 从轻 at once.
    """
    lightening = [fact for fact in facts if fact.effect == LIGHTEN]
    aggravating = [fact for fact in facts if fact.effect == AGGRAVATE]
    opened = len(lightening) >= 2 or any(fact.decisive for fact in lightening)
    lowest = -1 if opened and rules.minimum else 0
    place, highest = GRADED.index(base), len(GRADED) - 1
    unopposed = by_weights and not aggravating
    reasons = []
    for fact in (*aggravating, *lightening):
        step = 1 if fact.effect == AGGRAVATE else -2 if fact.decisive else -1
        before, place = place, min(max(place + step, lowest), highest)
        if unopposed and fact.effect == LIGHTEN and fact.duty == "shall":
            place = min(place, 0)
        reasons.append(_as_factor(fact, _tier_at(before), _tier_at(place)))
    if not aggravating:
        reasons.append(_no_aggravation(base, by_weights))
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


def _no_aggravation(base: str, by_weights: bool) -> Reason:
    if base == UPPER and not by_weights:
        text = "从重的事实已经作为档次标准，不再重复使用。"
        return Reason("没有其他从重情节", text, effect="不调整")
    text = "没有查明法律规定或者裁量权基准列明的从重情节。"
    return Reason("没有从重情节", text, effect="不调整")
