"""Why a case waits while it is disputed which bureau is competent."""

from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW


def settled(case: Case, act: Act) -> str | None:
    """第二十五条第二款: talked over, else the common superior designates who is competent."""
    if paper := papers.disputed(case):
        return (
            f"管辖争议还没有解决（{paper.number}还没有答复），不能办理。请先在该文书上登记答复；"
            f"指定由其他机关管辖的，重新认定事实后移送。依据：{PENALTY_LAW}第二十五条第二款。"
        )
    return None
