"""当场处罚: when officers may decide on the spot, and how much (行政处罚法第五十一条)."""

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Act
from penalties.models import Case, Collection
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW

MOST = {True: 200, False: 3000}  # yuan: 公民; 法人或者其他组织 (第五十一条)
MOST_AT_ONCE = 100  # yuan that may be taken on the spot whatever the case (第六十八条第一项)
FINE = "罚款"
OPEN_KINDS = {"警告", FINE}
NOT_DRAFTED = "还没有起草当场处罚决定书，请先办理“起草当场处罚决定书”。"


def most(case: Case) -> int:
    """The highest fine on the spot for this party, in yuan."""
    return MOST[case.party.kind == Party.Kind.PERSON]


def fines(case: Case) -> bool:
    """Whether the clause sets a fine at all: a warning alone may be given on the spot too."""
    return FINE in case.clause.kinds


def simple_enough(case: Case, act: Act) -> str | None:
    """The clause itself must leave room for a warning, or a fine within the limit."""
    if beyond := [kind for kind in case.clause.kinds if kind not in OPEN_KINDS]:
        return (
            f"本案处罚依据规定了{'、'.join(beyond)}，当场只能给予警告或者限额以内的罚款，"
            f"请按普通程序办理。依据：{PENALTY_LAW}第五十一条。"
        )
    if fines(case) and case.clause.minimum > most(case):
        return (
            f"本案处罚依据规定的罚款最低为 {case.clause.minimum:,} 元，超过当场处罚的限额"
            f" {most(case):,} 元，不能当场处罚，请按普通程序办理。依据：{PENALTY_LAW}第五十一条。"
        )
    return None


def beyond_the_law(case: Case, fine: int) -> str | None:
    """Why this fine cannot be imposed on the spot; both ends of either range are within it."""
    clause = case.clause
    if not fines(case):
        none = f"本案处罚依据没有规定罚款，请把罚款改为 0。依据：{PENALTY_LAW}第四条。"
        return none if fine else None
    if fine > most(case):
        return (
            f"罚款 {fine:,} 元超过当场处罚的限额 {most(case):,} 元，请改为限额以内，"
            f"或者改用普通程序。依据：{PENALTY_LAW}第五十一条。"
        )
    if not clause.minimum <= fine <= clause.maximum:
        return (
            f"罚款应当在法定幅度 {clause.minimum:,} 元至 {clause.maximum:,} 元以内；"
            f"要减轻处罚的，请改用普通程序。依据：{PENALTY_LAW}第四条、第五十一条。"
        )
    return None


def figure_stands(case: Case, act: Act) -> str | None:
    made = case.assessment
    return NOT_DRAFTED if made is None else beyond_the_law(case, made.fine)


def not_collectable(collection: str, fine: int, because: str) -> str | None:
    """Why the officers may not take the fine themselves (第六十七条至第六十九条)."""
    if collection == Collection.SMALL and fine > MOST_AT_ONCE:
        return (
            f"罚款 {fine:,} 元，超过一百元，不能以“一百元以下”为由当场收缴。"
            f"依据：{PENALTY_LAW}第六十八条第一项。"
        )
    if collection in (Collection.HARD, Collection.REMOTE) and not because:
        article = "第六十八条第二项" if collection == Collection.HARD else "第六十九条"
        return f"请写明当场收缴的事实和理由，没有保存。依据：{PENALTY_LAW}{article}。"
    return None


def no_decision_under_way(case: Case, act: Act) -> str | None:
    paper = papers.latest(case, papers.SUMMARY)
    if paper is not None and paper.state == Document.State.DRAFT:
        return (
            f"当场处罚决定书已经起草，请先作废草稿，再改用普通程序。依据：{PENALTY_LAW}第五十一条。"
        )
    return None


def reported(case: Case, act: Act) -> str | None:
    """What was decided on the spot is reported to the bureau before the case is closed."""
    if not case.on_the_spot or case.decision.reported_on:
        return None
    return (
        "当场处罚决定还没有报所属行政机关备案，不能结案。请先办理“报备案”。"
        f"依据：{PENALTY_LAW}第五十二条第三款。"
    )
