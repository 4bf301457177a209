"""Fines that may have been for the very act of a case (行政处罚法第二十九条)."""

from archives_enforcement.documents.models import Document
from archives_enforcement.reading import read_once_a_page
from penalties.models import Case, Challenge, Decision, EarlierFine


def standing_decisions(case: Case):
    """Fines of this bureau on the party, decided when the act of the case was over; in force.

    What was decided before the act ended cannot have been about all of it.
    """
    annulled = Challenge.objects.filter(result=Challenge.Result.REVOKED).values("case")
    rows = Decision.objects.filter(
        case__bureau=case.bureau_id,
        case__party=case.party_id,
        decided_on__gte=case.act_ended_on,
        assessment__fine__gt=0,
    )
    rows = rows.exclude(document__state=Document.State.VOID).exclude(case__in=annulled)
    return rows.exclude(case=case.pk).select_related("case", "document", "assessment")


@read_once_a_page
def unanswered(case: Case) -> list[Decision]:
    """Those of which nobody has said yet whether they were for the same act."""
    answered = case.earlier_fines.exclude(decision=None).values("decision")
    return list(standing_decisions(case).exclude(pk__in=answered).order_by("decided_on", "pk"))


def same_act(case: Case) -> EarlierFine | None:
    """A fine in force for the very act; one that was annulled since is none."""
    annulled = Challenge.objects.filter(result=Challenge.Result.REVOKED).values("case")
    rows = case.earlier_fines.filter(same_act=True).exclude(decision__case__in=annulled)
    return rows.exclude(decision__document__state=Document.State.VOID).first()
