"""Conventions, bands and weights by themselves: what is missing, left out or covered twice."""

from collections.abc import Iterator

from penalties.discretion.checks.findings import ERROR, NOTE, Finding
from penalties.discretion.scheme import ENDS, WEIGHTS, Range, Scheme, Weight
from penalties.discretion.terms import GRADED, MITIGATED, TITLES, Band


def conventions(scheme: Scheme) -> Iterator[Finding]:
    """以上、以下, rounding, the floor of 减轻 and the repeat rule have to be said."""
    if not scheme.conventions_given:
        yield Finding(
            ERROR,
            "通则",
            "没有写明“以上”“以下”是否包括本数，也没有写明相接的数归哪一档",
            f"请写明两个约定，相接的数可以“{'”或者“'.join(ENDS.values())}”",
        )
    if not scheme.rule_set.rounding:
        yield Finding(NOTE, "通则", "没有取整规则，建议金额会精确到元", "请写明按多少元取整")
    tier = scheme.tiers.get(MITIGATED)
    if tier and not tier.floor_percent:
        reason = "没有写明减轻处罚的底线"
        yield Finding(ERROR, f"档次 {MITIGATED}", reason, "请写明不低于法定下限的百分之几")
    if scheme.repeat is None:
        reason = "没有重复违法的规则"
        yield Finding(
            NOTE, "通则", reason, "需要时写明几年内第几次违法怎样处理，从行为之日往前推算"
        )
    if scheme.valid_from is None:
        yield Finding(ERROR, "基本信息", "没有写施行日期", "请写明从哪一天起施行")
    elif scheme.valid_to and scheme.valid_to < scheme.valid_from:
        yield Finding(ERROR, "基本信息", "失效日期早于施行日期", "请检查两个日期")


def ranges(scheme: Scheme) -> Iterator[Finding]:
    """Each range cut by its bands without gap and overlap, as its rule set says."""
    used = {row.range for row in scheme.rows.values()}
    for found in scheme.ranges.values():
        place = f"幅度 {found.key}"
        if found.key not in used:
            yield Finding(NOTE, place, "没有条目使用这个幅度", "请删除，或者在条目中引用")
        if found.times is not None:
            continue
        bands = scheme.bands_of(found)
        if [band.tier for band in bands] != list(GRADED):
            reason = "档次不全，或者没有按从轻、一般、从重的顺序"
            yield Finding(ERROR, place, reason, "请按从轻、一般、从重各写一档")
            continue
        yield from _seams(scheme, found, bands, place)
        yield from _as_ruled(scheme, found, place)


def _seams(scheme: Scheme, found: Range, bands, place: str) -> Iterator[Finding]:
    given = bool(found.listed)
    for low, high in zip(bands, bands[1:], strict=False):
        between = f"{place}“{TITLES[low.tier]}”与“{TITLES[high.tier]}”之间"
        if high.lower < low.upper or (
            high.lower == low.upper and low.upper_included and high.lower_included
        ):
            reason = f"重叠：{_shared(low, high)}同时属于两档"
            yield Finding(ERROR, between, reason, "请改正两档相接的数，或者写明它归哪一档")
        elif high.lowest > low.highest + 1:
            reason = f"空档：{low.highest + 1:,} 元至 {high.lowest - 1:,} 元不属于任何一档"
            weight = ERROR if given else NOTE
            remedy = (
                "请把相邻两档接起来" if given else "这是所选分档规则本身的空档，建议改为列明各档"
            )
            yield Finding(weight, between, reason, remedy)
    yield from _ends(scheme, found, bands, place)


def _shared(low: Band, high: Band) -> str:
    first, last = high.lowest, min(low.highest, high.highest)
    return f"{first:,} 元" if first >= last else f"{first:,} 元至 {last:,} 元"


def _ends(scheme: Scheme, found: Range, bands, place: str) -> Iterator[Finding]:
    first, last = bands[0], bands[-1]
    if found.minimum and first.lowest > found.minimum:
        reason = f"空档：法定下限 {found.minimum:,} 元不属于任何一档"
        yield Finding(ERROR, place, reason, "请把从轻档的下端改为法定下限，并且包括本数")
    if first.lowest < found.minimum:
        reason = f"从轻档从 {first.lowest:,} 元起，低于法定下限 {found.minimum:,} 元"
        yield Finding(ERROR, place, reason, "从轻不能低于法定下限，低于下限的只能按减轻处罚办理")
    if found.maximum is None:
        return
    if last.highest < found.maximum:
        reason = f"空档：法定上限 {found.maximum:,} 元不属于任何一档"
        yield Finding(ERROR, place, reason, "请把从重档的上端改为法定上限，并且包括本数")
    if last.highest > found.maximum:
        reason = f"从重档到 {last.highest:,} 元，超过法定上限 {found.maximum:,} 元"
        yield Finding(ERROR, place, reason, "请改为不超过法定上限")


def _as_ruled(scheme: Scheme, found: Range, place: str) -> Iterator[Finding]:
    """Listed bands that differ from the rule set the benchmark names."""
    if not found.listed or scheme.rule_set.code == "LISTED":
        return
    ruled = scheme.bands_of(found._replace(listed=()))
    if found.listed != ruled:
        cuts = "、".join(f"{TITLES[band.tier]} {band.words}" for band in ruled)
        reason = f"与分档规则“{scheme.rule_set.title}”不一致，按规则应当是 {cuts}"
        yield Finding(ERROR, place, reason, "请按规则改正，或者把分档规则改为“逐个幅度列明各档”")


def weights(scheme: Scheme) -> Iterator[Finding]:
    """Weights that can never matter, and numbers that no level or two levels take."""
    if scheme.weights is None:
        return
    most = scheme.weights.start + sum(
        max(level.percent for level in weight.levels) for weight in scheme.weights.factors
    )
    if most > 100:
        reason = f"各项最高合计 {most}%，超过 100% 的部分不起作用"
        yield Finding(NOTE, "权重", reason, "请核对各项百分值")
    for weight in scheme.weights.factors:
        yield from _levels(scheme, weight)


def _levels(scheme: Scheme, weight: Weight) -> Iterator[Finding]:
    place = f"权重“{weight.title}”"
    kept = scheme.conventions
    spans = []
    for level in weight.levels:
        if level.least is not None or level.most is not None:
            least = 0 if level.least is None else level.least + (not kept.above_inclusive)
            most = level.most and level.most - (not kept.below_inclusive)
            spans.append((least, most, level.title))
    for (_, end, low), (begin, _, high) in zip(spans, spans[1:], strict=False):
        if end is None or begin <= end:
            reason = f"“{low}”与“{high}”重叠"
            yield Finding(ERROR, place, reason, "请让两个等级首尾相接而不重复")
        elif begin > end + 1:
            reason = f"“{low}”与“{high}”之间有空档（{end + 1} 至 {begin - 1}）"
            yield Finding(ERROR, place, reason, "请让两个等级首尾相接")
    if weight.repeated and not spans:
        reason = "按次数计算，但等级没有写从几次到几次"
        yield Finding(ERROR, place, reason, "请为每个等级写明次数")
    if scheme.model == WEIGHTS and len(weight.levels) < 2:
        yield Finding(NOTE, place, "只有一个等级，不区分轻重", "请补充等级，或者并入起点")
