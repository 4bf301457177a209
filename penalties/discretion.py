"""裁量: from the facts shown to a tier, a band and a figure, with every reason in words.

Plain values in, plain values out; nothing here reads the database. The arithmetic is that of the
benchmark's rule set (R30: the lower 30 % and the upper 30 % of the statutory range); which way a
case may go is 行政处罚法第三十条至第三十三条、第四十九条 and the benchmark.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from penalties.amounts import plain

MITIGATED, LOWER, MIDDLE, UPPER, TRANSFER = "T2", "T3", "T4", "T5", "T6"
NO_PENALTY, MAY_WAIVE = "T0", "T1"
GRADED = (LOWER, MIDDLE, UPPER)
TITLES = {
    NO_PENALTY: "不予处罚",
    MAY_WAIVE: "可以不予处罚",
    MITIGATED: "减轻",
    LOWER: "从轻",
    MIDDLE: "一般",
    UPPER: "从重",
    TRANSFER: "移送",
}
LIGHTEN, AGGRAVATE = "mitigate_or_lighten", "aggravate"
STOPS = {"no_penalty": NO_PENALTY, "time_barred": NO_PENALTY}


class DiscretionError(ValueError):
    """The facts cannot be weighed as they stand; the message is a Chinese sentence."""


class Fact(NamedTuple):
    """One fact, used exactly once: as a criterion of `tier`, or as the factor `code`.

    `shown` is False for a criterion of the lightest tier that was found not to be met; what is
    not known is left out and counts at its lightest.
    """

    key: int
    text: str
    evidence: tuple[int, ...] = ()
    tier: str = ""
    criterion: str = ""
    shown: bool = True
    code: str = ""
    title: str = ""
    effect: str = ""
    duty: str = ""
    law: str = ""
    decisive: bool = False


class Rounding(NamedTuple):
    """Figures below `below` (None: all) are rounded to `step`; ties go to the party."""

    below: int | None
    step: int


@dataclass(frozen=True)
class Rules:
    """The statutory range of one clause and how the benchmark cuts it; amounts in yuan."""

    minimum: int
    maximum: int
    lower_percent: int
    upper_percent: int
    floor_percent: int
    rounding: tuple[Rounding, ...]
    law: str = ""
    row: str = ""
    requires: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Band(NamedTuple):
    """Where a figure may lie; each band holds its upper end, only the lowest also its lower."""

    tier: str
    lower: int
    upper: int
    lower_included: bool
    upper_included: bool

    def holds(self, figure: int) -> bool:
        above = figure >= self.lower if self.lower_included else figure > self.lower
        below = figure <= self.upper if self.upper_included else figure < self.upper
        return above and below

    @property
    def lowest(self) -> int:
        return self.lower if self.lower_included else self.lower + 1

    @property
    def highest(self) -> int:
        return self.upper if self.upper_included else self.upper - 1

    @property
    def words(self) -> str:
        return f"{plain(self.lower)}至 {plain(self.upper)}"


class Reason(NamedTuple):
    """One numbered reason as page and paper print it; `effect` is what it does to the fine."""

    heading: str
    text: str
    law: str = ""
    evidence: tuple[int, ...] = ()
    effect: str = ""
    moves: bool = False

    @property
    def grounds(self) -> str:
        """Law and evidence in one line."""
        numbers = f"证据{'、'.join(map(str, self.evidence))}" if self.evidence else ""
        return "　".join(filter(None, (self.law, numbers)))


class Result(NamedTuple):
    """What the facts lead to; band and suggestion are None where no fine is worked out."""

    tier: str
    band: Band | None
    suggestion: int | None
    reasons: tuple[Reason, ...]
    requires: tuple[str, ...]

    @property
    def title(self) -> str:
        return TITLES[self.tier]


class Objection(NamedTuple):
    """Why a figure cannot be used, and what one may do instead."""

    title: str
    text: str
    remedies: tuple[str, ...]

    def __str__(self):
        return f"{self.title}。{self.text}您可以：{'；'.join(self.remedies)}。"


def bands(rules: Rules) -> dict[str, Band]:
    """The four bands of a range; a cut that is no whole yuan goes up, to the party's favour."""
    width = rules.maximum - rules.minimum
    first = rules.minimum + -(-width * rules.lower_percent // 100)
    second = rules.minimum + -(-width * rules.upper_percent // 100)
    floor = -(-rules.minimum * rules.floor_percent // 100)
    return {
        MITIGATED: Band(MITIGATED, floor, rules.minimum, True, False),
        LOWER: Band(LOWER, rules.minimum, first, True, True),
        MIDDLE: Band(MIDDLE, first, second, False, True),
        UPPER: Band(UPPER, second, rules.maximum, False, True),
    }


def suggest(band: Band, rounding: Iterable[Rounding]) -> int:
    """The middle of the band, rounded with ties to the party, never outside the band."""
    double = band.lower + band.upper
    step = next((row.step for row in rounding if row.below is None or double < 2 * row.below), 1)
    down, rest = divmod(double, 2 * step)
    figure = (down + (rest > step)) * step
    if figure > band.highest:
        figure = band.highest // step * step
    if figure < band.lowest:
        figure = -(-band.lowest // step) * step
    return figure if band.holds(figure) else max(double // 2, band.lowest)


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


def objection(result: Result, rules: Rules, figure: int) -> Objection | None:
    """Why `figure` cannot stand under this result; None when it can."""
    if result.band is None:
        return Objection(
            f"本案不能处以罚款（{result.title}）",
            "按查明的事实，本案不应当计算罚款。",
            ("按“结束案件”办理，并写明理由", "认为事实认定有误的，先更正裁量事实"),
        )
    if result.band.holds(figure):
        return None
    why, remedies = _where(result, rules, figure)
    keep = f"改为 {result.band.lowest:,} 元至 {result.band.highest:,} 元之间的金额"
    return Objection(f"不能按 {plain(figure)}告知", why, (keep, *remedies))


def _where(result: Result, rules: Rules, figure: int) -> tuple[str, tuple[str, ...]]:
    if figure > rules.maximum:
        text = f"罚款不得超过法定最高 {rules.maximum:,} 元（{rules.law}）。"
        return text, ()
    if figure < rules.minimum and result.tier != MITIGATED:
        text = (
            f"本案认定为“{result.title}”，应当在法定幅度以内，最低 {rules.minimum:,} 元"
            f"（{rules.law}）。"
        )
        lawful = (
            "认为应当减轻处罚的，先补充减轻情节的证据，再提请集体讨论并送法制审核"
            "（《中华人民共和国行政处罚法》第三十二条、第五十七条第二款）",
        )
        return text, lawful
    text = f"本案认定为“{result.title}”，对应的幅度是{result.band.words}。"
    return text, ("认为档次不对的，先更正或者补充裁量事实和证据，再重新计算",)
