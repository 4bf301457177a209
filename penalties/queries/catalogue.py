"""Which violations may lead to a fine for one party, and what may be done where none is set."""

from datetime import date

from archives_enforcement.accounts.models import Party
from penalties.models import Category, FineClause, Violation
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW, cite

OWN_AUTHORITY = "县级以上档案主管部门"


def violations_on(day: date):
    """What was forbidden on that day, with its fines."""
    return Violation.objects.in_force(day).prefetch_related("fines")


def clauses_for(violation: Violation, party: Party) -> list[FineClause]:
    """The clauses under which this party may be fined, its own kind first."""
    order = list(Category.of(party))
    found = [clause for clause in violation.fines.all() if clause.category in order]
    return sorted(found, key=lambda clause: order.index(clause.category))


def alternatives(violation: Violation, on: date) -> list[str]:
    """What the law offers instead of a fine, each with its article."""
    if violation.handled_by != OWN_AUTHORITY:
        return [f"由{violation.handled_by}处理，依据：{cite(violation.bases, on)}"]
    found = [f"{row['title']}，依据：{_in_force(row['bases'], on)}" for row in violation.orders]
    if sanction := violation.sanction:
        persons = "和".join(sanction["persons"])
        condition = f"（{sanction['condition']}的）" if sanction["condition"] else ""
        basis = cite([*sanction["bases"], *PROPOSAL_BASES], on)
        found.append(f"{condition}对{persons}提出处理建议，依据：{basis}")
    return found


PROPOSAL_BASES = [{"law": "archives_regulation", "article": 46, "paragraph": None, "item": None}]


def _in_force(bases: list[dict], on: date) -> str:
    return cite([row for row in bases if row.get("since", "") <= on.isoformat()], on)


def why_no_fine(violation: Violation, party: Party) -> str:
    """The sentence that refuses a penalty case where the law sets no fine."""
    return (
        f"法律没有对“{violation.title}”规定对{party.get_kind_display()}的罚款，不能按行政处罚立案。"
        f"依据：{ARCHIVES_LAW}第四十九条只对三种情形规定罚款，{PENALTY_LAW}第四条、第十六条。"
    )
