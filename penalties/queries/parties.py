"""Whether anybody is left who can be heard, penalised or made to pay in a case."""

from penalties.models import Case
from penalties.queries import enforcing, papers

S = Case.State
HEARD = (
    S.PENDING, S.RETURNED, S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED,
    *Case.TO_BE_HEARD,
)  # fmt: skip


def left_no_heir(case: Case) -> bool:
    """Whether the party is a unit of the register that ended and that nobody goes on with."""
    unit = getattr(case.party, "unit", None)
    return bool(unit and unit.left_no_heir)


def next_step(case: Case) -> str:
    """What to do with a case whose party is no more; "" where there is somebody."""
    if case.state not in (*HEARD, S.DECIDED) or not left_no_heir(case):
        return ""
    gone = "当事人已经撤销，没有承继单位"
    if case.state in (S.PENDING, S.RETURNED, S.ON_THE_SPOT):
        return f"{gone}，请机关负责人不予立案（当场处罚的先改用普通程序）。"
    if case.state != S.DECIDED:
        return f"{gone}，不能再告知、处罚，请机关负责人结束案件（当事人终止）。"
    told = papers.delivered_on(papers.decision(case)) is not None
    if told and enforcing.settled(case):
        return ""  # it goes its usual way to its end
    if case.outcome_note:
        return f"{gone}，承办人员已提请结案，等待机关负责人批准。"
    left = "罚没款没有缴清，不能再催缴" if told else "处罚决定书不能再送达"
    return f"{gone}，{left}，请写明财产清理情况，提请结案。"
