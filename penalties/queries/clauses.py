"""从旧兼从轻 (行政处罚法第三十七条): under which clause an act may be punished, by two days.

The law of the day on which the act ended applies, unless the law of the day on which it is dealt
with is milder. What is milder in one respect and harsher in another is not milder.
"""

from datetime import date

from django.db.models import Q

from archives_enforcement.accounts.models import Bureau
from penalties.fitness import Verdict, fitness
from penalties.models import Case, Determination, FineClause, Violation
from penalties.queries import gate


def as_heavy(now: FineClause, then: FineClause) -> bool:
    """Whether what took its place is no milder, so that the law of the act stays."""
    same = now.category == then.category and set(then.kinds) <= set(now.kinds)
    return same and now.minimum >= then.minimum and now.maximum >= then.maximum


def milder(now: FineClause, then: FineClause) -> bool:
    return as_heavy(then, now) and not as_heavy(now, then)


def _of_what(clause: FineClause) -> tuple:
    """Clauses that are alike in this deal with one thing: the clause of law, and what spells it."""
    local = getattr(clause, "local", None)
    return clause.category, local.specifies_id if local else clause.pk


def milder_since_then(
    clause: FineClause, violation: Violation, bureau: Bureau, *, ended: date
) -> bool:
    """Whether it is milder than every clause on the same thing on the day the act ended.

    Where there was none the act was not punishable, and stays so.
    """
    before = gate.clauses_on(violation, bureau, ended)
    rivals = [row for row in before if _of_what(row) == _of_what(clause)]
    return bool(rivals) and all(milder(clause, row) for row in rivals)


def why_not(clause: FineClause, violation: Violation, bureau: Bureau, ended: date, on: date) -> str:
    """Why an act that ended on `ended` is not dealt with under it on `on`; "" when it may be."""
    today = gate.clauses_on(violation, bureau, on)
    if clause in gate.clauses_on(violation, bureau, ended):
        if clause in today or any(as_heavy(row, clause) for row in today):
            return ""
        return "已经失效，现行的规定处罚较轻或者不处罚，适用现行的规定"
    if clause not in today:
        return "在违法行为终了时没有施行，不能适用"
    if milder_since_then(clause, violation, bureau, ended=ended):
        return ""
    return "在违法行为终了时还没有施行，又不比当时的规定轻，不能适用"


def judge(determination: Determination, bureau: Bureau, on: date) -> Verdict:
    """What the facts open for a filing: the clauses of `on`, and those in force before it.

    Which of them may be taken is known once the day on which the act ended is.
    """
    violation = determination.violation
    over = Q(
        local__withdrawn_on=None,
        local__bureau__in=[*bureau.above, bureau.pk],
        local__article__version__effective_to__lt=on,
    )
    past = violation.fines.filter(over).select_related(
        "local__article__version__law", "local__specifies"
    )
    rows = [*gate.clauses_on(violation, bureau, on), *past]
    provision = gate.provision(violation, bureau, on)
    clauses = tuple(gate.clause_of(row, on) for row in rows)
    return fitness(determination.facts, provision._replace(clauses=clauses), on)


def cited_on(case: Case) -> date:
    """The day whose law is cited in a case: the end of the act, or when what is milder began."""
    local = getattr(case.clause, "local", None)
    return max(case.act_ended_on, local.article.version.effective_from if local else date.min)


def in_brackets(clause: FineClause) -> str:
    """When a local clause is in force; "" for a clause of law."""
    return f"（{clause.local.article.version.validity}）" if hasattr(clause, "local") else ""
