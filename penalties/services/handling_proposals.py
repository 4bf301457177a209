"""处理（处分）建议书: signed only while the facts give a sanction to propose."""

from datetime import date

from archives_enforcement.workflow import Refused
from inspections.drafting_guards import PROPOSED_OF_A_LEAD
from inspections.models import Inspection, Lead
from penalties.models import Case
from penalties.queries import gate


def issued(document, *, actor, on: date) -> None:
    """The facts are asked anew when it is signed (档案法第四十八条, 条例第四十六条至第五十条).

    A proposal drafted on a check, as a rung of the ladder that is no more, rests on the facts of
    a lead that was made from the same check. Raises Refused where no lead opens the proposal.
    """
    subject = document.subject
    if not isinstance(subject, (Inspection, Lead, Case)):
        return  # on a unit it cannot be drafted: `drafting_guards`
    on_visit = isinstance(subject, Inspection)
    leads = _made_from(subject) if on_visit else [getattr(subject, "lead", subject)]
    refusals = [gate.why_no_paper(lead, document.kind, on) for lead in leads]
    if None in refusals:
        return
    raise Refused(PROPOSED_OF_A_LEAD if on_visit else refusals[0])


def _made_from(inspection: Inspection) -> list[Lead]:
    return list(Lead.objects.filter(escalation__inspection=inspection).order_by("-pk"))
