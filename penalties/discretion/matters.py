"""Cases as plain data, read so that bad input is named by case and field."""

from dataclasses import dataclass
from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from penalties.discretion.reading import DataFault, Node
from penalties.discretion.repeating import (
    fact_of,
    times_penalised,
    told,
    weight_of,
    years_after,
)
from penalties.discretion.scheme import WEIGHTS, Cite, Scheme
from penalties.discretion.terms import (
    GRADED,
    LOWER,
    TRANSFER,
    DiscretionError,
    Fact,
)
from penalties.discretion.weighing import STOPS
from penalties.discretion.weights import Answer
from penalties.discretion.weights import start as by_weights

CASE_FIELDS = (
    "id", "row", "conduct", "on", "act_on", "found_on", "five_years", "fined_before", "facts",
    "earlier", "gains", "base", "waive",
)  # fmt: skip
FACT_FIELDS = (
    "text", "evidence", "tier", "criterion", "met", "factor", "decisive", "weight", "level",
)  # fmt: skip
LIMIT, LONG_LIMIT = 2, 5  # years, 行政处罚法第三十六条


@dataclass(frozen=True)
class Matter:
    """One case to be weighed: what was found out, and which choices were made."""

    id: str
    row: str
    conduct: str
    facts: tuple[Fact, ...]
    answers: dict[str, Answer]
    gains: int | None
    base: int | None
    waive: bool | None
    place: str


def read_cases(data, scheme: Scheme, cite: Cite) -> list[Matter]:
    """The cases of a file: a list, or an object with a list `cases`; DataFault names the fault."""
    entries = data.get("cases") if isinstance(data, dict) else data
    if not isinstance(entries, list):
        raise DataFault('案例文件：应当是案例的列表，或者 {"cases": [案例…]}。')
    found, seen = [], set()
    for number, entry in enumerate(entries, start=1):
        node = Node(entry, f"案例第 {number} 个")
        name = node.text("id")
        if name in seen:
            raise node.fault("id", f"“{name}”用了不止一次")
        seen.add(name)
        node.place = f"案例 {name}"
        found.append(_matter(node, scheme, cite))
    return found


def _matter(node: Node, scheme: Scheme, cite: Cite) -> Matter:
    node.only(CASE_FIELDS)
    row = scheme.rows[node.choice("row", scheme.rows)]
    _check_day(node, scheme)
    gains = node.number("gains", None)
    if gains and not row.confiscate_gains:
        raise node.fault("gains", f"条目 {row.code} 没有规定没收违法所得，应当为 0")
    multiple = scheme.ranges[row.range].times is not None
    base = node.number("base", ... if multiple else None, least=1)
    facts, answers = _facts(node, scheme, cite)
    facts += _by_dates(node, cite)
    _repeated(node, scheme, facts, answers)
    _levels_known(node, scheme, answers)
    waive = node.flag("waive", None)
    if waive is not None and not any(_may_waive(fact) for fact in facts):
        raise node.fault("waive", "没有登记可以不予处罚的情节，不能选择是否不予处罚")
    return Matter(
        node.value["id"],
        row.code,
        node.text("conduct", row.title),
        tuple(facts),
        answers,
        gains,
        base,
        waive,
        node.place,
    )


def _may_waive(fact: Fact) -> bool:
    return fact.effect in STOPS and fact.duty == "may"


def _check_day(node: Node, scheme: Scheme) -> None:
    on = node.day("on", None)
    first, last = scheme.valid_from or date.min, scheme.valid_to or date.max
    if on and not first <= on <= last:
        until = f"至{cn_date(last)}" if scheme.valid_to else "起"
        raise node.fault("on", f"{cn_date(on)}不在基准的有效期内（{cn_date(first)}{until}）")


def _facts(node: Node, scheme: Scheme, cite: Cite) -> tuple[list[Fact], dict[str, Answer]]:
    facts, answers = [], {}
    for key, row in enumerate(node.nodes("facts", []), start=1):
        row.only(FACT_FIELDS)
        uses = [name for name in ("tier", "factor", "weight") if name in row.value]
        if len(uses) != 1:
            raise row.fault("用途", "tier、factor、weight 应当恰好写一个，同一事实只能用一次")
        if uses == ["weight"]:
            _take_weight(row, scheme, answers)
        else:
            make = _criterion if uses == ["tier"] else _factor
            facts.append(make(key, row, scheme, cite))
    return facts, answers


def _evidence(row: Node) -> tuple[int, ...]:
    found = row.items("evidence", [])
    if not all(type(entry) is int and entry > 0 for entry in found):
        raise row.fault("evidence", "应当是证据序号（正整数）的列表")
    return tuple(sorted(set(found)))


def _criterion(key: int, row: Node, scheme: Scheme, cite: Cite) -> Fact:
    if scheme.model == WEIGHTS and row.value["tier"] != TRANSFER:
        raise row.fault("tier", "这个基准按权重累加，事实应当写成 weight 或者 factor")
    code = row.choice("tier", [tier for tier in (*GRADED, TRANSFER) if tier in scheme.tiers])
    criteria = scheme.tiers[code].criteria
    wanted = row.value.get("criterion")
    if type(wanted) is int and 1 <= wanted <= len(criteria):
        wanted = criteria[wanted - 1]
    if wanted not in criteria:
        raise row.fault(
            "criterion", f"{code} 没有这条标准，应当是 1 到 {len(criteria)} 或者标准的原文"
        )
    shown = row.flag("met", True)
    if not shown and code != LOWER:
        raise row.fault("met", f"只有 {LOWER} 的标准可以写“不具备”，其他标准不具备的不用写")
    text = row.text("text", f"{'' if shown else '不'}具备“{wanted}”")
    return Fact(key, text, _evidence(row), tier=code, criterion=wanted, shown=shown)


def _factor(key: int, row: Node, scheme: Scheme, cite: Cite) -> Fact:
    factor = scheme.factors[row.choice("factor", scheme.factors)]
    return Fact(
        key,
        row.text("text", factor.title),
        _evidence(row),
        code=factor.code,
        title=factor.title,
        effect=factor.effect,
        duty=factor.duty,
        law=cite(factor.bases),
        decisive=row.flag("decisive", False),
    )


def _take_weight(row: Node, scheme: Scheme, answers: dict[str, Answer]) -> None:
    if scheme.model != WEIGHTS:
        raise row.fault("weight", "这个基准按档次裁量，事实应当写成 tier 或者 factor")
    title = row.choice("weight", [weight.title for weight in scheme.weights.factors])
    if title in answers:
        raise row.fault("weight", f"“{title}”写了不止一次")
    level = row.value.get("level")
    if type(level) not in (int, str):
        raise row.fault("level", "应当是等级的名称或者一个数")
    answers[title] = Answer(level, row.text("text", ""), _evidence(row))


def _levels_known(node: Node, scheme: Scheme, answers: dict[str, Answer]) -> None:
    """A level that the benchmark does not have is told by case, before anything is computed."""
    if scheme.model != WEIGHTS:
        return
    rules = scheme.rules(next(iter(scheme.rows)), lambda bases: "", 1)
    try:
        by_weights(scheme.weights, answers, scheme.conventions, rules)
    except DiscretionError as error:
        raise node.fault("level", str(error)) from None


def _by_dates(node: Node, cite: Cite) -> list[Fact]:
    """Stop rules that follow from dates and from an earlier fine for the same act."""
    found = []
    ended, seen = node.day("act_on", None), node.day("found_on", None)
    years = LONG_LIMIT if node.flag("five_years", False) else LIMIT
    if seen and ended is None:
        raise node.fault("act_on", "写了发现日期的，应当写明行为终了的日期")
    if seen and seen > years_after(ended, years):
        text = (
            f"行为 {ended} 终了，{seen} 才发现，已经超过{'五' if years == LONG_LIMIT else '二'}年"
        )
        found.append(_stop("LIMITATION", "超过追责期限", text, "time_barred", cite, 36))
    if node.flag("fined_before", False):
        text = "同一违法行为已经给予过罚款"
        found.append(_stop("FINED", "同一违法行为已经罚款", text, "fined", cite, 29))
    return found


def _stop(code: str, title: str, text: str, effect: str, cite: Cite, article: int) -> Fact:
    law = cite([{"law": "penalty_law", "article": article, "paragraph": None, "item": None}])
    return Fact(f"dates-{code}", text, code=code, title=title, effect=effect, duty="shall", law=law)


def _repeated(node: Node, scheme: Scheme, facts: list[Fact], answers: dict[str, Answer]) -> None:
    """Bring the repeat rule in as a fact of its own, or as the number of its weight."""
    earlier = [node.as_day("earlier", day) for day in node.texts("earlier", ())]
    if not earlier:
        return
    act_on, rule = node.day("act_on", None), scheme.repeat
    if act_on is None:
        raise node.fault("act_on", "写了以往处罚的，应当写明行为日期，从该日往前推算")
    if rule is None:
        raise node.fault("earlier", "这个基准没有重复违法的规则")
    times = times_penalised(earlier, act_on, rule.years)
    text = told(rule, times, act_on)
    if scheme.model == WEIGHTS:
        weight = weight_of(scheme)
        if weight is None or weight.title in answers:
            raise node.fault("earlier", "基准没有次数这项权重，或者已经写在 facts 里，只能用一次")
        answers[weight.title] = Answer(times, text)
        return
    if any(fact.criterion == rule.criterion for fact in facts if rule.criterion):
        raise node.fault("earlier", f"“{rule.criterion}”已经写在 facts 里，同一事实只能用一次")
    if fact := fact_of(rule, times, text):
        facts.append(fact)
