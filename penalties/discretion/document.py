"""Reading a benchmark's document into its values; what cannot be read is named by its place."""

from penalties.discretion.arithmetic import RULE_SETS
from penalties.discretion.reading import Node
from penalties.discretion.scheme import (
    BANDS,
    DUTIES,
    EFFECTS,
    ENDS,
    LEVELS,
    REPEATED,
    WEIGHTS,
    Conventions,
    FactorRule,
    Level,
    Range,
    Repeat,
    Row,
    RuleSet,
    Scheme,
    TierRule,
    Weight,
    Weights,
)
from penalties.discretion.terms import GRADED, TITLES, Band, Rounding


def read(document: dict) -> Scheme:
    """The benchmark written in `document`; DataFault names what cannot be read and where."""
    top = Node(document, "基准")
    conventions, given = _conventions(top)
    ranges = {row.value.get("key"): row for row in top.nodes("ranges", key="key")}
    read_ranges = {key: _range(row, conventions) for key, row in ranges.items()}
    scheme = Scheme(
        top.text("code"),
        top.text("title"),
        top.text("version"),
        top.flag("sample", False),
        top.text("label", ""),
        top.choice("level", LEVELS, ""),
        top.text("issuer", ""),
        top.day("valid_from", None),
        top.day("valid_to", None),
        top.choice("model", (BANDS, WEIGHTS), BANDS),
        conventions,
        _rule_set(top),
        read_ranges,
        _by_code(top, "tiers", _tier),
        _by_code(top, "rows", lambda row: _row(row, read_ranges)),
        _by_code(top, "factors", _factor),
        _weights(top),
        _repeat(top),
        given,
        document,
    )
    if scheme.model == WEIGHTS and scheme.weights is None:
        raise top.fault("weights", "按权重累加的基准应当写明各项因素和百分值")
    if not scheme.rows:
        raise top.fault("rows", "还没有条目")
    return scheme


def _conventions(top: Node) -> tuple[Conventions, bool]:
    node = top.child("conventions")
    if node is None:
        return Conventions(True, True, "lighter"), False
    return Conventions(
        node.flag("above_inclusive"),
        node.flag("below_inclusive"),
        node.choice("band_end", ENDS),
    ), True


def _rule_set(top: Node) -> RuleSet:
    node = top.child("rule_set")
    if node is None:
        raise top.fault("rule_set", "缺少分档和取整规则")
    code = node.choice("code", RULE_SETS)
    percent = {"least": 1, "most": 99}
    lower = node.number("lower_percent", 30, **percent)
    upper = node.number("upper_percent", 70, **percent)
    if lower >= upper:
        raise node.fault("upper_percent", f"应当大于 lower_percent（{lower}）")
    steps = node.number("steps", 3, least=3, most=99)
    if steps % 2 == 0:
        raise node.fault("steps", "应当是单数，才有中间一档")
    rounding = tuple(
        (row.text("party"), Rounding(row.number("below", None), row.number("step", least=1)))
        for row in node.nodes("rounding", [])
    )
    return RuleSet(code, node.text("title", RULE_SETS[code]), lower, upper, steps, rounding)


def _range(node: Node, conventions: Conventions) -> Range:
    times = node.items("times", None)
    if times is not None and (
        len(times) != 2 or not all(type(entry) is int for entry in times) or times[0] >= times[1]
    ):
        raise node.fault("times", "应当是由低到高的两个倍数，如 [1, 5]")
    if "/" in node.text("key"):
        raise node.fault("key", "代码里不能有斜线")
    minimum = 0 if times else node.number("minimum")
    maximum = None if times else node.number("maximum", None)
    if maximum is not None and maximum <= minimum:
        raise node.fault("maximum", f"应当大于 minimum（{minimum}）")
    bands = [_band(row) for row in node.nodes("bands", [], key="tier")]
    for place, (low, high) in enumerate(zip(bands, bands[1:], strict=False)):
        bands[place : place + 2] = _settle(low, high, conventions)
    return Range(
        node.text("key"),
        node.text("party", ""),
        minimum,
        maximum,
        node.items("bases", []),
        tuple(_closed(bands, conventions)),
        times and tuple(times),
    )


def _band(node: Node) -> Band:
    tier = node.choice("tier", GRADED)
    lower, upper = node.number("from"), node.number("to")
    if upper < lower:
        raise node.fault("to", f"小于 from（{lower}）")
    ends = node.flag("from_inclusive", None), node.flag("to_inclusive", None)
    return Band(tier, lower, upper, *ends)


def _settle(low: Band, high: Band, conventions: Conventions) -> tuple[Band, Band]:
    """Give the end that two bands share to one of them where neither says to which it belongs."""
    if low.upper != high.lower or low.upper_included is not None:
        return low, high
    if high.lower_included is not None:
        return low._replace(upper_included=not high.lower_included), high
    both = conventions.above_inclusive == conventions.below_inclusive
    to_lower = conventions.band_end == "lighter" if both else conventions.below_inclusive
    return low._replace(upper_included=to_lower), high._replace(lower_included=not to_lower)


def _closed(bands: list[Band], conventions: Conventions):
    """The outer ends are those of the law, which count (以上、以下包括本数); others as agreed."""
    last = len(bands) - 1
    for place, band in enumerate(bands):
        low, high = band.lower_included, band.upper_included
        if low is None:
            low = place == 0 or conventions.above_inclusive
        if high is None:
            high = place == last or conventions.below_inclusive
        yield band._replace(lower_included=low, upper_included=high)


def _by_code(top: Node, name: str, make) -> dict:
    found = {}
    for node in top.nodes(name, key="code"):
        code = node.text("code")
        if code in found:
            raise node.fault("code", "这个代码用了不止一次")
        found[code] = make(node)
    return found


def _tier(node: Node) -> TierRule:
    return TierRule(
        node.choice("code", TITLES),
        node.text("title"),
        node.texts("criteria", ()),
        node.texts("requires", ()),
        node.number("floor_percent", None, most=100),
    )


def _factor(node: Node) -> FactorRule:
    return FactorRule(
        node.text("code"),
        node.text("title"),
        node.choice("effect", EFFECTS),
        node.choice("duty", DUTIES),
        _bases(node),
        node.texts("measures", ()),
    )


def _bases(node: Node) -> list[dict]:
    for row in node.nodes("bases"):
        row.text("law")
        row.number("article", least=1)
        row.number("paragraph", None, least=1)
        row.number("item", None, least=1)
    return node.items("bases")


def _row(node: Node, ranges) -> Row:
    key = node.choice("range", ranges)
    return Row(
        node.text("code"),
        node.text("title"),
        node.text("violation", ""),
        node.text("party", ranges[key].party),
        key,
        _bases(node),
        node.texts("kinds"),
        node.flag("confiscate_gains", False),
        node.flag("hearing_notice", True),
        node.text("legal_review", "required"),
    )


def _weights(top: Node) -> Weights | None:
    node = top.child("weights")
    if node is None:
        return None
    factors = tuple(
        Weight(row.text("title"), _levels(row), row.flag("repeated", False))
        for row in node.nodes("factors", key="title")
    )
    return Weights(node.number("start_percent", most=100), factors)


def _levels(node: Node) -> tuple[Level, ...]:
    found = []
    for row in node.nodes("levels", key="title"):
        percent = row.number("percent", most=100)
        found.append(
            Level(row.text("title"), percent, row.number("from", None), row.number("to", None))
        )
    if not found:
        raise node.fault("levels", "至少要有一个等级")
    return tuple(found)


def _repeat(top: Node) -> Repeat | None:
    node = top.child("repeat")
    if node is None:
        return None
    steps = tuple(
        (row.number("times", least=2), row.choice("effect", REPEATED))
        for row in node.nodes("steps")
    )
    return Repeat(
        node.number("years", least=1, most=20),
        tuple(sorted(steps)),
        node.text("criterion", ""),
        node.text("source", ""),
    )
