"""What follows in 公示 when a paper about it is signed, or a unit takes its consent back."""

from archives_enforcement.documents import effects
from inspections import consent_effects
from penalties import challenge_effects
from penalties.models import Case
from publicity.services import notices
from supervision import remedy_effects

for kind in notices.queries.PUBLIC_KINDS:
    if not effects.follow(kind):  # a penalty has its own clock, a report and a model case none
        effects.after_issue(kind, notices.result_issued)
effects.after_issue("disclosure_approval", notices.approval_signed, about=Case)
consent_effects.after_withdrawal(notices.consent_withdrawn)
remedy_effects.after_conclusion(notices.decision_undone)
challenge_effects.after_end(notices.challenge_ended)
