"""既往案件: how the bureau ended cases under the same clause, for like cases are treated alike."""

from datetime import date
from typing import NamedTuple

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from archives_enforcement.templatetags.formats import money
from penalties.models import Case

MOST = 10  # shown beside the figure


class Past(NamedTuple):
    """One case that is over: what came of it, and the figure where it was fined."""

    case: Case
    number: str
    outcome: str
    tier: str
    fine: str
    on: date


def under_same_clause(case: Case, user) -> list[Past]:
    """The bureau's own cases that `user` may read, newest first."""
    ended = Q(decision__isnull=False) | Q(state=Case.State.CLOSED)
    rows = Case.objects.visible_to(user).filter(ended, bureau=case.bureau_id, clause=case.clause_id)
    rows = rows.exclude(pk=case.pk).select_related("decision__assessment", "decision__document")
    newest = F("over").desc(nulls_last=True), "-pk"
    rows = rows.annotate(over=Coalesce("decision__decided_on", "closed_on")).order_by(*newest)
    return [_past(row) for row in rows[:MOST]]


def _past(case: Case) -> Past:
    if not hasattr(case, "decision"):
        return Past(case, case.number, case.get_outcome_display(), "—", "—", case.over)
    made = case.decision.assessment
    kinds = "警告" if made.warning_only else "、".join(made.snapshot["kinds"])
    left = "（调整适用基准）" if "departure" in made.snapshot else ""
    tier = f"{made.snapshot['tier_title']}{left}"
    return Past(case, case.decision.document.number, kinds, tier, money(made.fine), case.over)
