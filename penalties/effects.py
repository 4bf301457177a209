"""What follows in a case when one of its papers is issued or delivered."""

from archives_enforcement.documents import effects
from penalties.services import decision, notice

effects.after_issue("prior_notice", notice.issued)
effects.after_delivery("prior_notice", notice.delivered)
effects.after_issue("penalty_decision", decision.issued)
effects.after_delivery("penalty_decision", decision.delivered)
