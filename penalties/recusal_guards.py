"""回避 (行政处罚法第四十三条): who stands aside, and that nothing is decided meanwhile."""

from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries.law import PENALTY_LAW


def recused(case: Case, people) -> bool:
    """Whether one of `people` (keys) was told to stand aside in the case."""
    return case.recusals.filter(person__in=people, granted=True).exists()


def recusals_decided(case: Case, act: Act) -> str | None:
    """The investigation goes on meanwhile; whoever decides does not (第四十三条第三款)."""
    if row := case.recusals.filter(decided_on=None).select_related("person").first():
        return (
            f"{row.person}的回避申请还没有决定，不能作出处理决定，请机关负责人先决定是否回避。"
            f"依据：{PENALTY_LAW}第四十三条。"
        )
    return None


def not_recused(case: Case, act: Act) -> str | None:
    if recused(case, act.persons):
        return f"您在本案中已经决定回避，请由其他人员办理。依据：{PENALTY_LAW}第四十三条。"
    return None
