"""What follows in 监督检查 when a document is issued or delivered, or a unit ends."""

from archives_enforcement.documents import effects
from inspections.models import Inspection
from inspections.queries.measures import PAPERS
from inspections.services import feedback, interviews, measures, self_settling, self_succession
from units import effects as units
from units.models import Unit

effects.after_issue("feedback_letter", feedback.letter_issued)
effects.after_delivery("feedback_letter", feedback.letter_delivered)
effects.after_issue("interview_notice", interviews.notified)
for paper in PAPERS:
    effects.after_issue(paper, measures.paper_issued, about=Inspection)
for letter in ("report_reminder", "correction_order"):
    effects.after_delivery(letter, self_settling.letter_delivered, about=Unit)
units.after_end(self_succession.unit_ended)
