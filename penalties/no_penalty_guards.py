"""Why a case may not end without a penalty yet (行政处罚法第三十三条、第四十条)."""

from datetime import date

from archives_enforcement.documents.models import Document
from penalties.models import Case
from penalties.queries import discretion, no_penalty
from penalties.queries.law import PENALTY_LAW


def recorded(case: Case, on: date) -> str | None:
    """The facts that let the act go are recorded with evidence, where a benchmark grades it."""
    if discretion.row_for(case, on) is None or no_penalty.standing(case, on):
        return None
    return (
        "还没有登记可以不予处罚的情节和证据（如违法行为轻微、首次违法、没有主观过错），"
        "不能以此结束案件。请承办人员先在“裁量”页登记裁量事实。"
        f"依据：{PENALTY_LAW}第三十三条、第四十条。"
    )


def discussed(case: Case, on: date) -> str | None:
    """可以不予处罚 is the choice of the heads together, where the benchmark says so."""
    if not no_penalty.waits_for_discussion(case, on):
        return None
    if no_penalty.outrun(case):
        return (
            "集体讨论不予处罚以后，事实、证据或者裁量情节有变化，讨论的不是现在的事实。"
            "请按现在的事实再次讨论，并登记讨论记录。"
            f"依据：{PENALTY_LAW}第三十三条第一款、第五十七条第二款。"
        )
    return (
        "本案是“可以不予处罚”，由机关负责人集体讨论决定，还没有多数同意不予处罚的讨论记录。"
        "请先登记集体讨论（不予处罚）；不同意的，按拟处罚意见办理。"
        f"依据：{PENALTY_LAW}第三十三条第一款、第五十七条第二款，裁量权基准。"
    )


def left_to_the_heads(case: Case, on: date) -> str | None:
    """Only where the law says 可以 is there a choice to discuss."""
    found = no_penalty.standing(case, on)
    if found is None:
        return recorded(case, on) or (
            "没有适用于本案的裁量权基准，不予处罚由机关负责人直接决定。"
            f"依据：{PENALTY_LAW}第三十三条、第五十七条。"
        )
    if found.by_choice:
        return None
    return (
        f"按查明的事实，本案应当不予处罚（{found.result.reasons[-1].law}），不由集体讨论选择，"
        "请直接结束案件。"
    )


def says_the_reasons(document: Document, on: date) -> str | None:
    """The paper states every reason that the record gives."""
    said = "".join(str(document.fields["reasons"]).split())
    lines = no_penalty.reasons(document.subject, on)
    if missing := [line for line in lines if "".join(line.split()) not in said]:
        return (
            f"决定书没有写明裁量记录里的理由“{missing[0]}”，与案件记录不一致，请作废后重新起草。"
            f"依据：{PENALTY_LAW}第三十三条、第五十九条。"
        )
    return None
