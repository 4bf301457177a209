"""立案: an officer proposes, the head approves or refuses (行政处罚法第五十四条)."""

from datetime import date

from django.db.models import Max

from archives_enforcement.audit import trail
from archives_enforcement.documents import numbering
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import act, check_date, check_permission, lock
from inspections.models import Lead
from inspections.services import leads
from penalties import limitation_guards
from penalties.models import Case, CaseOfficer
from penalties.queries.papers import DECISION_CLOCK, LIMITATION_CLOCK
from penalties.services.filing_checks import BASIS, Proposal, check, facts_of
from penalties.services.handling import HANDLE, stated
from penalties.workflow import CASE_FLOW

SERIES = "罚立"


@act
def propose(lead: Lead, *, actor, on: date, **written) -> Case:
    """提请立案 on a lead: under which clause, when the act ended, who will handle it.

    `written` is what Proposal names. The facts recorded of the lead must open the clause. The
    limitation period (D-P01; D-P02 with `long_limitation` and the `harm` done) is shown and
    stopped on the day the lead came in (第三十六条). Raises NoFine where the facts open no
    fine, Refused for everything else.
    """
    lead = lock(lead, actor)
    check_permission(actor, HANDLE, "提请立案")
    backfilled = check_date(actor, on)
    _check_lead(lead, on)
    facts, people = facts_of(Proposal(**written), lead, on)
    case = Case.objects.create(
        bureau=lead.bureau, party=lead.party, lead=lead, proposed_by=actor, **facts
    )
    CaseOfficer.objects.bulk_create(CaseOfficer(case=case, user=person) for person in people)
    stop_limitation(case)
    trail.record(case, "propose_filing", "提请立案", actor=actor, on=on, backfilled=backfilled)
    return case


def stop_limitation(case: Case) -> None:
    """The limitation period from the end of the act, which ended with the discovery."""
    clock = limitation_guards.FIVE_YEARS if case.long_limitation else LIMITATION_CLOCK
    deadlines.start(case, clock, bureau=case.bureau, on=case.act_ended_on)
    deadlines.meet(case, clock, on=case.discovered_on, note="违法行为已被发现")


def _check_lead(lead: Lead, on: date) -> None:
    check(
        lead.state != Lead.State.OPEN
        and f"这条线索{lead.get_state_display()}，不能再提请立案。{BASIS}",
        hasattr(lead, "case") and f"这条线索已经提请立案，请等待机关负责人审批。{BASIS}",
        hasattr(lead, "settlement")
        and lead.settlement.waits
        and f"这条线索已经提请办结，请机关负责人退回以后再提请立案。{BASIS}",
        on < lead.received_on
        and f"提请立案的日期不能早于收到线索的日期（{cn_date(lead.received_on)}）。{BASIS}",
    )


@act
def approve(case: Case, *, actor, on: date) -> Case:
    """批准立案: number, the 90 days of 第六十条 (D-P10), and the lead is settled."""

    def write(row):
        serial = _next_serial(row.bureau, on)
        number = f"{row.bureau.document_word}{SERIES}〔{on.year}〕{serial}号"
        return {
            "year": on.year,
            "serial": serial,
            "number": number,
            "approved_by": actor,
            "filed_on": on,
        }

    case = CASE_FLOW.advance(case, "approve_filing", actor=actor, on=on, write=write)
    deadlines.start(case, DECISION_CLOCK, bureau=case.bureau, on=on)
    case.lead = leads.settle(case.lead, "file_case", actor=actor, on=on, note=case.number)
    return case


def _next_serial(bureau, on: date) -> int:
    """Filing numbers rise with their dates, as those of papers do."""
    numbering.locked(bureau, SERIES, on.year)  # before asking how far they have come
    filed = Case.objects.filter(bureau=bureau, year=on.year).aggregate(last=Max("filed_on"))
    return numbering.next_serial(bureau, SERIES, on, reached=filed["last"])


@act
def reject(case: Case, *, actor, on: date, note: str) -> Case:
    """不予立案, with its reason; the lead is settled with it."""
    reason = stated(note, "不予立案的理由")
    case = CASE_FLOW.advance(case, "reject_filing", actor=actor, on=on, note=reason)
    case.lead = leads.settle(case.lead, "drop", actor=actor, on=on, note=reason)
    return case
