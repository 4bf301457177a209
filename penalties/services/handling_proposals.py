"""处理（处分）建议书: signed only while the facts give a sanction to propose."""

from datetime import date

from archives_enforcement.workflow import Refused
from inspections.drafting_guards import PROPOSED_OF_A_LEAD
from inspections.models import Inspection, Lead
from penalties.models import Case
from penalties.queries import gate

DRAFTED_ON_A_CHECK = "这份草稿写在检查上，没有指明依据哪一条线索的事实，请作废后在那条线索上起草。"


def issued(document, *, actor, on: date) -> None:
    """The facts are asked anew when it is signed (档案法第四十八条, 条例第四十六条至第五十条).

    A proposal drafted on a check, as a rung of the ladder that is no more, names no lead, and the
    facts of any other lead of the check are not those that are meant: it is drafted anew on the
    lead. Raises Refused there, and where the facts of the lead open no proposal.
    """
    subject = document.subject
    if isinstance(subject, Inspection):
        raise Refused(f"{PROPOSED_OF_A_LEAD}{DRAFTED_ON_A_CHECK}")
    if not isinstance(subject, (Lead, Case)):
        return  # on a unit it cannot be drafted: `drafting_guards`
    if why := gate.why_no_paper(getattr(subject, "lead", subject), document.kind, on):
        raise Refused(why)
