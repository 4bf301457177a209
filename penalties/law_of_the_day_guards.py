"""从旧兼从轻 (行政处罚法第三十七条): milder law that came after the act takes its place."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries import clauses, gate
from penalties.queries.law import PENALTY_LAW


def not_milder_since(case: Case, act: Act) -> str | None:
    """The clause of the day of the act applies unless the law of today is milder, or silent."""
    why = milder_since(case, act.on)
    return why and (
        f"{why}请以“法律没有规定处罚，改为责令改正或者处理建议”结束案件；新的规定仍然处罚的，按新的规定办理。"
        f"依据：{PENALTY_LAW}第三十七条。"
    )


def milder_since(case: Case, on: date) -> str | None:
    """Why the law of the day `on` is milder than the clause of the case; None where it is not."""
    clause = case.clause
    ended = clause.violation.valid_to
    if ended and ended < on:
        why = "不认为是违法的"
    elif not hasattr(clause, "local"):
        return None
    else:
        today = gate.clauses_on(clause.violation, case.bureau, on)
        if clause in today or any(clauses.as_heavy(row, clause) for row in today):
            return None
        why = "处罚较轻或者不处罚的"
    return f"本案的处罚依据“{clause}”在{cn_date(on)}已经失效，作出决定时的规定{why}，适用新的规定。"
