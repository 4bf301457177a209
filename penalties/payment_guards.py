"""Why nobody can ask to pay later or in parts now (行政处罚法第六十六条第二款)."""

from datetime import date

from penalties.models import Case
from penalties.queries import enforcing, papers
from penalties.queries.law import PENALTY_LAW

ARTICLE = f"依据：{PENALTY_LAW}第六十六条第二款。"


def nothing_to_ask_for(case: Case, on: date) -> str | None:
    """The decision was delivered, something is owed, and no application waits."""
    told = papers.delivered_on(papers.decision(case))
    if told is None or on < told:
        return f"处罚决定书还没有送达，还没有要缴纳的罚款。{ARTICLE}"
    if enforcing.settled(case):
        return f"罚没款已经缴清或者不再应缴，不用申请。{ARTICLE}"
    if any(row.answered_on is None for row in case.payment_requests.all()):
        return f"已有一份申请正在办理，请等待答复。{ARTICLE}"
    return None
