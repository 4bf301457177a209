"""What a local clause may set, by the level of its text (行政处罚法第十二条至第十六条)."""

from typing import NamedTuple

LOCAL_REGULATION, LOCAL_RULE = "local_regulation", "local_rule"
PENALTY_LAW = "《中华人民共和国行政处罚法》"
ARTICLE = {LOCAL_REGULATION: "第十二条", LOCAL_RULE: "第十四条"}


class Bounds(NamedTuple):
    """Whom a clause reaches, with which kinds of penalty, and its range in yuan."""

    category: str
    kinds: tuple[str, ...]
    minimum: int
    maximum: int


class Beyond(NamedTuple):
    why: str
    articles: str

    @property
    def sentence(self) -> str:
        return f"{self.why}依据：{self.articles}。"


def beyond_its_level(
    level: str, clause: Bounds, above: Bounds | None, *, fined_above: bool
) -> Beyond | None:
    """Why `clause` sets more than its level may; None when it keeps within.

    `above` is the clause of law that it spells out, if any; `fined_above` whether law sets a
    penalty for the act at all.
    """
    if level not in ARTICLE:
        return Beyond(
            "除法律、法规、规章外，其他规范性文件不得设定行政处罚。", f"{PENALTY_LAW}第十六条"
        )
    article = f"{PENALTY_LAW}{ARTICLE[level]}"
    if fined_above:
        return _within(clause, above, f"{article}{_paragraph(level)}")
    if level == LOCAL_RULE:
        return Beyond(
            "法律、法规已经规定了这一行为而没有规定处罚，地方政府规章不能补充设定；只有尚未制定"
            "法律、法规的，才可以设定警告、通报批评和限额以内的罚款。",
            f"{article}第二款",
        )
    return None  # 第十二条第三款


def _paragraph(level: str) -> str:
    return "第二款" if level == LOCAL_REGULATION else "第一款"


def _within(clause: Bounds, above: Bounds | None, article: str) -> Beyond | None:
    """Inside the act, the kinds and the range that the law has set."""
    if above is None or above.category != clause.category:
        return Beyond(
            "法律对这一行为已经规定了处罚，请选择它所细化的条款；违法行为和对象不能超出该条款。",
            article,
        )
    if more := [kind for kind in clause.kinds if kind not in above.kinds]:
        return Beyond(f"法律对这一行为没有规定{'、'.join(more)}，不能增加处罚种类。", article)
    if clause.minimum < above.minimum or clause.maximum > above.maximum:
        return Beyond(
            f"罚款超出法律规定的幅度（{above.minimum:,} 元至 {above.maximum:,} 元），"
            "请改在这一幅度以内。",
            article,
        )
    return None
