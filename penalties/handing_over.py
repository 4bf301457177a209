"""Cases that go to a colleague: who is relieved stays on record as one who investigated."""

from collections import Counter
from datetime import date

from archives_enforcement.accounts.models import User
from inspections import portfolio
from penalties.models import Case, CaseOfficer
from penalties.queries.law import PENALTY_LAW
from penalties.services import officers

RECUSAL = f"依据：{PENALTY_LAW}第四十三条。"


def _counts(bureau) -> Counter:
    rows = CaseOfficer.objects.in_charge().filter(case__bureau=bureau, case__state__in=Case.OPEN)
    return Counter(rows.values_list("user", flat=True))


def _locked(giver: User, actor) -> list[Case]:
    own = CaseOfficer.objects.in_charge().filter(user=giver).values("case")
    rows = Case.objects.open_to(actor).filter(state__in=Case.OPEN, pk__in=own).order_by("pk")
    return list(rows.select_for_update(of=("self",)))


def _obstacle(case: Case, taker: User, actor, on: date) -> str | None:
    """Why the taker cannot investigate in the giver's place; None when he can."""
    if case.officers.filter(user=actor).exists():
        return f"{case}：您是本案的承办人员，不能决定更换承办人员，请由其他负责人移交。{RECUSAL}"
    return officers.obstacle(case, taker, on)


def _move(case: Case, giver: User, taker: User, on: date) -> str:
    officers.replace(case, giver, taker, on)
    return "案件"


portfolio.register(
    portfolio.Work(
        permission="penalties.approve_case",
        counts=_counts,
        locked=_locked,
        obstacle=_obstacle,
        move=_move,
    )
)
