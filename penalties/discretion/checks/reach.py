"""Tiers that no case can come to, and criteria that stand in two of them."""

from collections.abc import Iterator
from fractions import Fraction

from penalties.discretion.checks.findings import ERROR, NOTE, Finding
from penalties.discretion.scheme import WEIGHTS, Scheme
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
)
from penalties.discretion.weighing import LIGHTEN, STOPS


def tiers(scheme: Scheme) -> Iterator[Finding]:
    """Every tier of the benchmark can be reached, every criterion has one place."""
    for code in GRADED:
        if code not in scheme.tiers:
            reason = f"没有“{TITLES[code]}”档"
            yield Finding(ERROR, f"档次 {code}", reason, "请补充，三个档次缺一不可")
    for code, remedy in _ways(scheme).items():
        if code in scheme.tiers and remedy:
            reason = "永远达不到：没有任何标准或者情节通向它"
            yield Finding(ERROR, f"档次 {code} {scheme.tiers[code].title}", reason, remedy)
    yield from _twice(scheme)
    yield from _empty_bands(scheme)
    if scheme.model == WEIGHTS:
        yield from _by_weights(scheme)


def _ways(scheme: Scheme) -> dict[str, str]:
    """What would have to be added for a tier to be reached; empty when it can be."""
    criteria = {code: tier.criteria for code, tier in scheme.tiers.items()}
    factors = scheme.factors.values()
    stops = [factor.duty for factor in factors if factor.effect in STOPS]
    graded = scheme.model != WEIGHTS
    ways = {
        NO_PENALTY: ("shall" in stops, "请补充应当不予处罚的情节"),
        MAY_WAIVE: ("may" in stops, "请补充可以不予处罚的情节"),
        MITIGATED: (any(f.effect == LIGHTEN for f in factors), "请补充从轻或者减轻的情节"),
        MIDDLE: (
            not graded or criteria.get(MIDDLE) or criteria.get(LOWER),
            "请写明一般档的标准，或者从轻档的标准（不具备时适用一般档）",
        ),
        UPPER: (not graded or criteria.get(UPPER), "请写明从重档的标准"),
        TRANSFER: (criteria.get(TRANSFER), "请写明移送的标准"),
    }
    return {code: "" if reached else remedy for code, (reached, remedy) in ways.items()}


def _twice(scheme: Scheme) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for code, tier in scheme.tiers.items():
        if code not in (*GRADED, TRANSFER):
            continue
        for criterion in tier.criteria:
            if before := seen.get(criterion):
                reason = f"标准“{criterion}”已经写在 {before}"
                yield Finding(ERROR, f"档次 {code}", reason, "同一事实只能用一次，请保留一处")
            seen[criterion] = code


def _empty_bands(scheme: Scheme) -> Iterator[Finding]:
    for found in scheme.ranges.values():
        if found.times is not None:
            continue
        for band in scheme.bands_of(found):
            if band.lowest > band.highest:
                place = f"幅度 {found.key}“{TITLES[band.tier]}”"
                yield Finding(
                    ERROR, place, "这一档里没有任何金额", "请扩大这一档，或者写明包括端点"
                )


def _by_weights(scheme: Scheme) -> Iterator[Finding]:
    """Bands that no sum of weights comes to."""
    levels = [[level.percent for level in weight.levels] for weight in scheme.weights.factors]
    least = scheme.weights.start + sum(map(min, levels))
    most = min(scheme.weights.start + sum(map(max, levels)), 100)
    for found in scheme.ranges.values():
        if found.times is not None or found.maximum is None:
            continue
        low, high = (Fraction(percent * found.maximum, 100) for percent in (least, most))
        for band in scheme.bands_of(found):
            if band.lowest > high or (band.highest < low and band.tier == LOWER):
                place = f"幅度 {found.key}“{TITLES[band.tier]}”"
                reason = f"各项权重合计 {least}% 至 {most}%，达不到这一档"
                yield Finding(NOTE, place, reason, "请核对起点和各项百分值")
