"""一事不再罚: one act is fined once (行政处罚法第二十九条、第三十五条第二款)."""

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries import earlier_fines
from penalties.queries.law import PENALTY_LAW

COURT = "人民法院"
ARTICLE = f"依据：{PENALTY_LAW}第二十九条"


def fined_once(case: Case, act: Act) -> str | None:
    """No second fine; and what may have been the same act has been looked into."""
    if row := earlier_fines.same_act(case):
        if COURT in row.authority:
            return (
                f"同一个违法行为已经由{row.authority}以{row.number}判处罚金 {row.amount:,} 元，不再"
                "给予罚款，请按“同一违法行为已受罚款，不再罚款”结束案件。"
                f"依据：{PENALTY_LAW}第三十五条第二款。"
            )
        return (
            f"同一个违法行为已经由{row.authority}以{row.number}处以罚款 {row.amount:,} 元，不得"
            f"再给予罚款，请按“同一违法行为已受罚款，不再罚款”结束案件。{ARTICLE}。"
        )
    left = [row for row in earlier_fines.unanswered(case) if row.decided_on <= act.on]
    if left:  # what was decided later has to look back at this case, not the other way round
        made = left[0]
        return (
            f"本机关{cn_date(made.decided_on)}以{made.document.number}对当事人处过罚款，在本案违法行为"
            "终了以后，请先办理“登记已受罚款”，写明是不是同一个违法行为。"
            f"{ARTICLE}。"
        )
    return None


def fined_before(case: Case) -> str | None:
    """The ground of an ending: a fine for this act stands in the record."""
    if earlier_fines.same_act(case):
        return None
    return (
        f"没有登记同一个违法行为已受的罚款，不能以此结束案件，请先办理“登记已受罚款”。{ARTICLE}。"
    )
