"""What follows in a case when one of its papers is issued or delivered."""

from archives_enforcement.accounts import effects as accounts
from archives_enforcement.documents import effects
from penalties.models import Case
from penalties.queries import reviewers
from penalties.services import (
    challenges,
    decision,
    discretion_sheet,
    ending,
    handling_proposals,
    hearing,
    instalments,
    notice,
    on_the_spot,
    preservation,
    surcharges,
    transfers,
)

effects.after_issue("prior_notice", notice.issued)
effects.after_delivery("prior_notice", notice.delivered)
effects.after_issue("discretion_sheet", discretion_sheet.completed, about=Case)
effects.after_issue("penalty_decision", decision.issued)
effects.after_delivery("penalty_decision", decision.delivered)
effects.after_issue("summary_decision", on_the_spot.issued, about=Case)
effects.after_delivery("summary_decision", decision.delivered, about=Case)
effects.after_issue("no_penalty_decision", ending.issued, about=Case)
effects.after_delivery("no_penalty_decision", ending.delivered, about=Case)
effects.after_issue("hearing_notice", hearing.notified, about=Case)
effects.after_issue("surcharge_decision", surcharges.issued)
effects.after_issue("review_reply", challenges.answered, about=Case)
effects.after_issue("court_answer", challenges.answered, about=Case)
effects.after_issue("preservation_disposal", preservation.disposed, about=Case)
effects.after_issue("handling_proposal", handling_proposals.issued)
effects.after_issue("crime_referral", transfers.issued)
effects.after_issue("instalment_notice", instalments.granted, about=Case)
accounts.qualify_by("reviewer", reviewers.throughout)
