"""What papers after a decision say of what is owed: 催告书, 强制执行申请书."""

import re

from archives_enforcement.templatetags.formats import cn_date
from penalties.amounts import capital
from penalties.models import Case
from penalties.queries import demands, enforcing, papers
from penalties.queries.demands import APPLICATION

WHERE = re.compile(r"内，到(.+?)缴纳")  # as every decision words it


def words(case: Case, kind: str) -> dict[str, str]:
    """What the record says in papers of this kind alone; nothing before a decision."""
    decision = papers.decision(case)
    if decision is None or kind not in (papers.DEMAND, APPLICATION):
        return {}
    return _demanded(case, decision) if kind == papers.DEMAND else _applied(case)


def sum_owed(case: Case) -> int:
    """What is still to be paid, in yuan."""
    return enforcing.owed(case) - enforcing.paid(case)


def unpaid_fine(case: Case) -> int:
    """What is unpaid of the fine alone, in yuan: payments go to the fine first."""
    paid = enforcing.paid(case)
    return max(enforcing.fine_of(case) - paid, 0)


def in_parts(case: Case) -> str:
    """Fine, confiscation, 加处罚款, and what was paid of them, in one sentence."""
    late = enforcing.surcharge_of(case)
    gains = 0 if enforcing.revoked(case) else case.decision.assessment.gains
    paid = enforcing.paid(case)
    owed = (("罚款", enforcing.fine_of(case)), ("没收违法所得", gains), ("加处罚款", late))
    said = "、".join(f"{label} {amount:,} 元" for label, amount in owed if amount)
    return f"{said}，已缴纳 {paid:,} 元，还应缴纳 {sum_owed(case):,} 元" if paid else said


def _demanded(case: Case, decision) -> dict[str, str]:
    found = WHERE.search(" ".join(decision.fields.get("performance", ())))
    place, left = found[1] if found else "决定书写明的账户", sum_owed(case)
    return {
        "duty": f"缴纳{in_parts(case)}。",
        "term": "自收到本催告书之日起十日内（工作日）",
        "manner": f"到{place}缴纳。",
        "payment": f"人民币{capital(left)}（¥{left:,}），由你（单位）缴入上述账户。",
    }


def _applied(case: Case) -> dict[str, str]:
    notice = papers.issued(case, papers.DEMAND)
    told = papers.delivered_on(notice)
    said = f"{cn_date(told)}送达《{notice.title}》（{notice.number}）" if told else ""
    return {
        "receiver": case.bureau.court,
        "request": f"强制被执行人缴纳{in_parts(case)}。",
        "demand": f"{said}，十日（工作日）期满，被执行人仍未履行。" if said else "",
        "opinions": demands.opinions(case),
    }
