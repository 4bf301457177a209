"""减轻为只给予警告: one kind of penalty less than the clause asks for.

行政处罚法第三十二条 lets a mitigated penalty be milder than the law's least; with 警告 and 罚款
together that may be the warning alone. It is a way of 减轻, so it needs its grounds, the
discussion of the heads and the legal review, as every figure below the minimum does.
"""

from collections.abc import Iterable

from penalties.discretion.departing import NEEDS
from penalties.discretion.objections import Objection, without_fine
from penalties.discretion.terms import MITIGATED, Reason, Result

WARNING, FINE = "警告", "罚款"
LAW = "《中华人民共和国行政处罚法》第三十二条"
HEADING = "减轻为只给予警告"


def offered(result: Result, kinds: Iterable[str]) -> bool:
    """Whether the penalty may be the warning alone."""
    return result.tier == MITIGATED and {WARNING, FINE} <= set(kinds)


def objection(result: Result, kinds: Iterable[str], figure: int) -> Objection | None:
    """Why no warning alone can be given; None when it can."""
    if result.band is None:
        return without_fine(result)
    if offered(result, kinds):
        return None if figure == 0 else Objection(
            "只给予警告的，不并处罚款",
            f"现在填写了罚款 {figure:,} 元（{LAW}）。",
            ("把罚款改为 0", "仍然罚款的，不选“只给予警告”"),
        )  # fmt: skip
    if WARNING not in kinds:
        text = "处罚依据没有规定警告，不能改为警告（《中华人民共和国行政处罚法》第四条）。"
        return Objection("不能只给予警告", text, ("按处罚依据规定的种类办理",))
    text = (
        f"处罚依据规定警告并处罚款，只给予警告属于减轻处罚；本案认定为“{result.title}”，"
        f"没有查明可以减轻的法定情节（{LAW}）。"
    )
    return Objection(
        "不能只给予警告", text,
        ("先补充减轻情节的证据，重新计算", f"按“{result.title}”档确定罚款"),
    )  # fmt: skip


def applied(result: Result) -> Result:
    """The result with the fine left out, as its last reason, and what has to come before it."""
    text = "减轻处罚情节已经查明，免去罚款，只给予警告，同时责令改正。"
    last = Reason(HEADING, text, LAW, effect="不并处罚款", moves=True)
    needs = tuple(dict.fromkeys((*result.requires, *NEEDS)))
    return result._replace(reasons=(*result.reasons, last), requires=needs, suggestion=0)
