"""What follows in 公示 when a paper about it is signed, or a unit takes its consent back."""

from archives_enforcement.documents import effects
from inspections import consent_effects
from inspections.models import Inspection
from penalties import challenge_effects
from penalties.models import Case
from publicity.models.notices import EXEMPLARY
from publicity.models.results import FEEDBACK
from publicity.queries.notices import PUBLIC_KINDS
from publicity.services import following
from supervision import remedy_effects

effects.after_issue(EXEMPLARY, following.exemplary_decided)
for kind in PUBLIC_KINDS:
    if not effects.follow(kind):  # a penalty and a model case have their own clock, a report none
        effects.after_issue(kind, following.result_issued)
effects.after_issue(FEEDBACK, following.letter_issued, about=Inspection)
effects.after_replacement(following.paper_replaced)
effects.after_issue("disclosure_approval", following.approval_signed, about=Case)
consent_effects.after_withdrawal(following.consent_withdrawn)
remedy_effects.after_conclusion(following.decision_undone)
challenge_effects.after_end(following.challenge_ended)
