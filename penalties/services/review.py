"""法制审核: after the party was heard, before the decision, by another person (第五十八条)."""

from datetime import date

from archives_enforcement.notifications.services import tell
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import act
from penalties.models import Case, Review
from penalties.queries import papers, reviewers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import stated
from penalties.workflow import CASE_FLOW

ASPECTS = {
    "competence": "主体和人员资格",
    "evidence": "事实和证据",
    "discretion": "依据和裁量",
    "procedure": "程序",
}


@act
def submit(case: Case, *, actor, on: date) -> Case:
    """送法制审核; the reviewer's time runs (D-P09, a local term)."""
    case = CASE_FLOW.advance(case, "submit_review", actor=actor, on=on)
    notice = papers.issued(case, papers.NOTICE)
    for code in (papers.STATEMENT_CLOCK, papers.HEARING_CLOCK):
        deadlines.cancel(notice, code, on=on, reason="期限届满，当事人没有提出")
    deadlines.start(case, papers.REVIEW_CLOCK, bureau=case.bureau, on=on)
    return case


@act
def give(case: Case, *, actor, on: date, outcome: str, opinion: str, **aspects: str) -> Review:
    """审核: pass the proposal or send it back; each of ASPECTS is answered.

    What qualifies the reviewer is kept with it as it is recorded (第五十八条第二款).
    """
    step = "pass_review" if outcome == Review.Outcome.PASSED else "return_review"
    made = []

    def write(row):
        answers = {
            name: stated(aspects.get(name, ""), f"{label}（{PENALTY_LAW}第五十八条）")
            for name, label in ASPECTS.items()
        }
        made.append(
            Review.objects.create(
                case=row,
                outcome=Review.Outcome(outcome),
                opinion=stated(opinion, "审核意见"),
                qualification=reviewers.qualification(actor, on).in_words,
                reviewed_by=actor,
                reviewed_on=on,
                **answers,
            )
        )
        return {}

    case = CASE_FLOW.advance(case, step, actor=actor, on=on, write=write, note=opinion)
    review = made[0]
    deadlines.meet(case, papers.REVIEW_CLOCK, on=on, note=review.get_outcome_display())
    officers = [row.user for row in case.officers.in_charge().select_related("user")]
    said = f"{case}：法制审核{review.get_outcome_display()}。"
    tell(officers, said, url=case.get_absolute_url())
    return review
