"""移送: a suspicion of crime starts the time to decide, the paper that transfers ends it."""

from datetime import date

from archives_enforcement.workdays import deadlines
from inspections.models import Lead
from penalties.fitness import Measure, Verdict
from penalties.queries.papers import REFERRAL_CLOCK


def watch(lead: Lead, verdict: Verdict, on: date) -> None:
    """D-P18 runs while the facts call for the police (移送涉嫌犯罪案件的规定第五条第二款)."""
    running = deadlines.for_subject(lead).filter(
        code=REFERRAL_CLOCK, met_on=None, cancelled_on=None
    )
    suspected = bool(verdict.offers(Measure.POLICE))
    if suspected and not running.exists():
        deadlines.start(lead, REFERRAL_CLOCK, bureau=lead.bureau, on=on)
    if not suspected and running.exists():
        deadlines.cancel(lead, REFERRAL_CLOCK, on=on, reason="重新认定后不涉嫌犯罪")


def issued(document, *, actor, on: date) -> None:
    """The transfer was decided in time or late, on its lead or on the case."""
    lead = getattr(document.subject, "lead", document.subject)
    deadlines.meet(lead, REFERRAL_CLOCK, on=on, note=document.number)
