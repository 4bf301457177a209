"""催告: until when the party may speak to it, and what it said (行政强制法第三十六条)."""

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from penalties.models import Case, Statement
from penalties.queries import papers

APPLICATION = "enforcement_application"
NOTHING_SAID = "当事人收到催告书后没有提出陈述、申辩。"


def heard_on(case: Case) -> Document | None:
    """The 催告书 that the party may still speak to: it has it, and the court was not asked yet."""
    if case.state != Case.State.DECIDED:
        return None
    demand = papers.issued(case, papers.DEMAND)
    asked = demand is not None and papers.issued(case, APPLICATION) is not None
    return None if asked or papers.delivered_on(demand) is None else demand


def unanswered(case: Case) -> bool:
    """Whether something that the party said after the decision waits for its answer."""
    return case.state == Case.State.DECIDED and any(
        row.kind == Statement.Kind.STATEMENT and row.answered_on is None
        for row in case.statements.all()
    )


def opinions(case: Case) -> str:
    """What the party said to the demand and how it was answered, for the court (第五十五条)."""
    told = papers.delivered_on(papers.issued(case, papers.DEMAND))
    if told is None:
        return ""
    said = case.statements.filter(kind=Statement.Kind.STATEMENT, made_on__gte=told)
    rows = [
        f"当事人于{cn_date(row.made_on)}提出：{row.text.rstrip('。')}。"
        f"复核结果：{row.get_answer_display() or '尚未复核'}，{row.answer_text.rstrip('。')}。"
        for row in said.order_by("pk")
    ]
    return "\n".join(rows) or NOTHING_SAID
