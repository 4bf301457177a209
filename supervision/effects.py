"""What follows in 执法监督 when one of its papers is signed."""

from archives_enforcement.documents import effects
from supervision.models import Round, SupervisionNotice
from supervision.queries.rounds import CIRCULAR
from supervision.services import notices, reviews, rounds

for form in SupervisionNotice.Form.values:
    effects.after_issue(form, notices.issued, about=SupervisionNotice)
effects.after_issue("supervision_review", reviews.decided, about=SupervisionNotice)
effects.after_issue(CIRCULAR, rounds.circulated, about=Round)
