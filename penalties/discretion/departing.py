"""调整适用: a figure outside the band of the benchmark, and what the law still asks of it.

国办发〔2022〕27号: where a benchmark would be clearly improper or unfair, or what it rests on
has changed, the body may depart from it with approval; the law itself binds it all the same.
"""

from collections.abc import Iterable

from penalties.amounts import plain
from penalties.discretion.objections import Objection, without_fine
from penalties.discretion.terms import GRADED, LOWER, MITIGATED, Fact, Reason, Result, Rules
from penalties.discretion.weighing import AGGRAVATE, LIGHTEN

BASIS = "国办发〔2022〕27号"
NEEDS = ("集体讨论", "法制审核")
HEADING = "调整适用裁量权基准"


def objection(result: Result, rules: Rules, facts: Iterable[Fact], figure: int) -> Objection | None:
    """Why `figure` cannot stand even as a departure from the benchmark; None when it can."""
    if result.band is None:
        return without_fine(result)
    if why := _why_not(result, rules, list(facts), figure):
        return Objection(f"不能调整为 {plain(figure)}", *why)
    return None


def _why_not(result: Result, rules: Rules, facts: list[Fact], figure: int):
    if result.band.holds(figure):
        text = f"这个金额在裁量权基准的幅度（{result.band.words}）以内，不用调整适用（{BASIS}）。"
        return text, ("直接按这个金额“确定拟处罚意见”",)
    if figure > rules.maximum:
        text = f"罚款不得超过法定最高 {rules.maximum:,} 元（{rules.law}）。"
        return text, (f"改为不超过 {rules.maximum:,} 元的金额",)
    if figure < rules.minimum and result.tier != MITIGATED:
        text = (
            f"低于法定最低 {rules.minimum:,} 元（{rules.law}）的是减轻处罚，本案没有查明可以减轻的"
            "情节；调整适用只能在法定幅度以内。依据：《中华人民共和国行政处罚法》第三十二条。"
        )
        return text, ("先补充减轻情节的证据，重新计算", "改为法定幅度以内的金额")
    if figure < 1:
        text = "减轻以后仍然处以罚款的，应当写明金额（《中华人民共和国行政处罚法》第五十九条）。"
        return text, ("改为不少于 1 元的金额",)
    if figure > result.band.highest and _only_lightening(result, facts):
        text = (
            "本案有应当从轻或者减轻处罚的情节，没有从重情节，金额不能高于现在的幅度"
            f"（{result.band.words}）。依据：《中华人民共和国行政处罚法》第三十二条。"
        )
        return text, ("改为更低的金额", "认为情节认定有误的，先更正裁量事实")
    return None


def _only_lightening(result: Result, facts: list[Fact]) -> bool:
    """应当从轻或者减轻 without anything that aggravates: heavier than 从轻 would be unlawful."""
    if result.tier not in (LOWER, MITIGATED) or any(fact.effect == AGGRAVATE for fact in facts):
        return False
    heavy = any(fact.tier == GRADED[-1] and fact.shown for fact in facts)
    return not heavy and any(f.effect == LIGHTEN and f.duty == "shall" for f in facts)


def applied(result: Result, ground: str, reason: str, figure: int) -> Result:
    """The result with the departure as its last reason and what has to happen before it binds."""
    text = f"{ground}。{reason}"
    effect = f"基准的幅度是 {result.band.words}，调整为 {plain(figure)}"
    last = Reason(HEADING, text, BASIS, effect=effect, moves=True)
    needs = tuple(dict.fromkeys((*result.requires, *NEEDS)))
    return result._replace(reasons=(*result.reasons, last), requires=needs)
