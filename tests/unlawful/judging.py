"""What an ended case must have behind it, read from the rows of the database alone.

Dates are counted, and law is known, by `days` and `law`: nothing here asks the system's own rules.
"""

from collections.abc import Iterator
from itertools import pairwise

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from penalties.discretion import Fact
from penalties.models import Case, Decision
from tests.unlawful import judging_endings, judging_papers, law
from tests.unlawful.days import working_days_after, years_after
from tests.unlawful.test_generated_weighing import allowed

# What the officers of a case do, and what moves the ground under a review.
HANDLED = {
    "propose_filing", "add_evidence", "exclude_evidence", "establish", "end_investigation",
    "add_circumstance", "propose", "adjust", "answer_statement", "submit_review", "reopen",
    "arrange_hearing", "propose_closing",
}  # fmt: skip
MOVED = {
    "propose", "adjust", "reopen", "add_evidence", "exclude_evidence", "establish", "state",
    "enter_statement", "answer_statement", "arrange_hearing", "hold_hearing", "submit_review",
    "notify",
}  # fmt: skip


def faults(case: Case) -> list[str]:
    """Everything that is unlawful in a case; empty for one that has not come to an end."""
    decided = Decision.objects.filter(case=case).first()
    found = list(_decided(case, decided)) if decided else []
    if case.state in (Case.State.CLOSED, Case.State.NOT_FILED):
        found += judging_endings.faults(case, decided, handlers(case))
    return found


def _decided(case: Case, decided: Decision) -> Iterator[str]:
    yield from _beginning(case)
    yield from _figure(case, decided)
    yield from _notices(case, decided)
    yield from _hearing(case, decided)
    yield from _people(case, decided)
    yield from _review(case, decided)
    yield from judging_papers.of_decision(case, decided)
    yield from _laws(case, decided)


def handlers(case: Case) -> set[int]:
    """Who investigated, by the register of officers and by the trail of what was done."""
    named = {case.proposed_by_id, *case.officers.values_list("user_id", flat=True)}
    done = AuditEntry.objects.about(case).filter(action__in=HANDLED)
    return named | set(done.values_list("actor_id", flat=True))


def entries(case: Case, *actions: str) -> list[AuditEntry]:
    """What was done, in the order in which it was done."""
    return list(AuditEntry.objects.about(case).filter(action__in=actions).order_by("sequence"))


def _beginning(case: Case) -> Iterator[str]:
    if case.approved_by_id in handlers(case) or not case.number:
        yield "filed by its handler"
    if not case.in_jurisdiction:
        yield "filed outside the district"
    for day in (case.filed_on, case.investigated_on):
        people = case.officers.filter(left_on=None).values("user")
        licensed = Certificate.objects.filter(
            user__in=people, valid_from__lte=day, valid_to__gte=day
        )
        if licensed.values("user").distinct().count() < 2:
            yield f"fewer than two licensed officers on {day}"
    yield from _licences(case)
    yield from _limitation(case)
    yield from _proof(case)


def _proof(case: Case) -> Iterator[str]:
    if not case.evidence.filter(excluded_on=None).exists():
        yield "no evidence"
    if case.elements.exclude(result="met").exists() or not case.elements.exists():
        yield "an element is missing"
    for element in case.elements.filter(result="met"):
        if not element.evidence.filter(excluded_on=None).exists():
            yield "an element is found without evidence"
    if case.party.kind == "person" and not hasattr(case, "accountability"):
        yield "age and mind of a person were never asked"


def _licences(case: Case) -> Iterator[str]:
    """行政处罚法第五十五条: on each day who acts for the case is licensed that very day."""
    for entry in entries(case, *HANDLED):
        held = Certificate.objects.filter(
            user=entry.actor_id, valid_from__lte=entry.on, valid_to__gte=entry.on
        )
        if not held.exists():
            yield f"{entry.action} on {entry.on} without a licence"


def _limitation(case: Case) -> Iterator[str]:
    """第三十六条: to the day; the clock stops when the tip comes in."""
    known_on = max(case.lead.received_on, case.act_ended_on)
    last = years_after(case.act_ended_on, 5 if case.long_limitation else 2)
    if known_on > last:
        yield f"time-barred: discovered on {known_on}, after {last}"
    if case.long_limitation and not case.harm:
        yield "five years without harm"


def _figure(case: Case, decided: Decision) -> Iterator[str]:
    known = case.lead.determinations.order_by("-pk").first()
    bounds = case.clause.minimum, case.clause.maximum
    if bounds not in law.fines(known.subject, known.violation.code, known.answers):
        yield f"no fine for {known.answers}"
    if case.violation.code != known.violation.code:
        yield "another act was found than is penalised"
    made = decided.assessment
    weighed = [Fact(**fact) for fact in made.snapshot["facts"]]
    if not allowed(weighed, bounds, made.fine):
        yield f"{made.fine} is out of range"
    if made != case.assessments.order_by("-pk").first():
        yield "decided on a proposal that was replaced"


def _notices(case: Case, decided: Decision) -> Iterator[str]:
    told = judging_papers.issued(case, "prior_notice")
    if not told:
        yield "no notice"
        return
    figures = [case.assessments.get(pk=paper.fields["assessment"]) for paper in told]
    if decided.assessment.fine > figures[-1].fine or decided.assessment.gains > figures[-1].gains:
        yield "heavier than its notice"
    for (paper, before), after in zip(pairwise(told), figures[1:], strict=True):
        earlier = case.assessments.get(pk=paper.fields["assessment"])
        new = case.evidence.filter(obtained_on__gt=paper.issued_on, excluded_on=None)
        if after.fine > earlier.fine and not new.exists():
            yield f"raised from {earlier.fine} to {after.fine} without new facts ({before})"
    if not told[-1].deliveries.filter(delivered_on__lte=decided.decided_on).exists():
        yield "the notice never reached the party"


def _hearing(case: Case, decided: Decision) -> Iterator[str]:
    notices = judging_papers.issued(case, "prior_notice")
    if not notices:
        return
    delivered = notices[-1].deliveries.get().delivered_on
    since = case.statements.filter(made_on__gte=notices[-1].issued_on)
    said = set(since.values_list("kind", flat=True))
    waited = delivered and decided.decided_on > working_days_after(delivered, 5)
    if not (waited or "waiver" in said or {"statement", "hearing"} <= said):
        yield "decided before the party had its time"
    if case.statements.filter(kind="statement", answered_on=None).exists():
        yield "a statement is unanswered"
    if case.statements.filter(kind="hearing", hearing__held_on=None).exists():
        yield "a hearing was not held"
    told_on = [entry.on for entry in entries(case, "arrange_hearing")]
    for row, told in zip(case.hearings.order_by("pk"), told_on, strict=True):
        if row.scheduled_on <= working_days_after(told, 7):
            yield f"a hearing on {row.scheduled_on} announced on {told}"
        if row.held_on and not row.scheduled_on <= row.held_on <= decided.decided_on:
            yield "a hearing held on another day"


def _people(case: Case, decided: Decision) -> Iterator[str]:
    reviewers = set(case.reviews.values_list("reviewed_by_id", flat=True))
    if decided.decided_by_id in handlers(case) | reviewers:
        yield "decided by its handler or reviewer"
    if set(case.hearings.values_list("chair_id", flat=True)) & handlers(case):
        yield "chaired by its handler"


def _review(case: Case, decided: Decision) -> Iterator[str]:
    """第五十八条: by nobody who handled or decides it, of what is decided, after all was heard."""
    reviewers = set(case.reviews.values_list("reviewed_by_id", flat=True))
    if reviewers & handlers(case):
        yield "reviewed by its handler"
    last = case.reviews.order_by("-pk").first()
    if last is None or last.outcome != "passed":
        yield "no review, or not passed"
        return
    heard = [row.made_on for row in case.statements.all()]
    heard += [row.held_on for row in case.hearings.all()] + [decided.assessment.made_on]
    if not max(filter(None, heard)) <= last.reviewed_on <= decided.decided_on:
        yield "reviewed before all was heard"
    passed = max((row.sequence for row in entries(case, "pass_review")), default=0)
    moved = [row.action for row in entries(case, *MOVED) if row.sequence > passed]
    if moved:
        yield f"{moved[-1]} after the review"
    decision = entries(case, "decide")
    if not decision or decision[-1].sequence < passed:
        yield "decided before the review"


def _laws(case: Case, decided: Decision) -> Iterator[str]:
    texts = {decided.document: decided.decided_on}
    notices: list[Document] = judging_papers.issued(case, "prior_notice")
    texts |= {paper: paper.issued_on for paper in notices}
    for paper, day in texts.items():
        for title in law.out_of_force(str(paper.content), day):
            yield f"《{title}》 was not in force on {day}"
    for title in law.out_of_force(str(decided.document.fields["basis"]), case.act_ended_on):
        yield f"《{title}》 was not in force when the act ended"
