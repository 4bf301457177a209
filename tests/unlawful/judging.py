"""What a decision must have behind it, read from the rows of the database alone."""

from collections.abc import Iterator
from itertools import pairwise

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from penalties.discretion import Fact
from penalties.models import Case, Decision
from tests.penalties.walk import working_days_after
from tests.unlawful import law
from tests.unlawful.test_generated_weighing import allowed


def faults(case: Case) -> list[str]:
    """Everything that is unlawful in a case; empty for one without a decision."""
    decided = Decision.objects.filter(case=case).first()
    return list(_faults(case, decided)) if decided else []


def _faults(case: Case, decided: Decision) -> Iterator[str]:
    yield from _beginning(case)
    yield from _figure(case, decided)
    yield from _notices(case, decided)
    yield from _hearing(case, decided)
    yield from _people(case, decided)
    yield from _laws(case, decided)


def handlers(case: Case) -> set[int]:
    return {case.proposed_by_id, *case.officers.values_list("user_id", flat=True)}


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
    if case.discovered_on.year - case.act_ended_on.year > 2:
        yield "time-barred"
    if not case.evidence.filter(excluded_on=None).exists():
        yield "no evidence"
    if case.elements.exclude(result="met").exists():
        yield "an element is missing"


def _figure(case: Case, decided: Decision) -> Iterator[str]:
    known = case.lead.determinations.order_by("-pk").first()
    bounds = case.clause.minimum, case.clause.maximum
    if bounds not in law.fines(known.subject, known.violation.code, known.answers):
        yield f"no fine for {known.answers}"
    made = decided.assessment
    weighed = [Fact(**fact) for fact in made.snapshot["facts"]]
    if not allowed(weighed, bounds, made.fine):
        yield f"{made.fine} is out of range"
    if made != case.assessments.order_by("-pk").first():
        yield "decided on a proposal that was replaced"
    grave = made.fine < bounds[0] or made.tier in ("T2", "T5")
    discussed = made.discussion_set.filter(held_on__lte=decided.decided_on)
    if grave and not discussed.exists():
        yield f"{made.tier} without a discussion"


def _papers(case: Case, kind: str) -> list[Document]:
    rows = Document.objects.filter(object_id=case.pk, kind=kind, content_type__model="case")
    return list(rows.filter(state=Document.State.ISSUED).order_by("pk"))


def _notices(case: Case, decided: Decision) -> Iterator[str]:
    told = _papers(case, "prior_notice")
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
    if len(_papers(case, "penalty_decision")) != 1:
        yield "not exactly one decision"


def _hearing(case: Case, decided: Decision) -> Iterator[str]:
    notice = _papers(case, "prior_notice")[-1]
    delivered = notice.deliveries.get().delivered_on
    since = case.statements.filter(made_on__gte=notice.issued_on)
    said = set(since.values_list("kind", flat=True))
    waited = decided.decided_on > working_days_after(delivered, 5)
    if not (waited or "waiver" in said or {"statement", "hearing"} <= said):
        yield "decided before the party had its time"
    if case.statements.filter(kind="statement", answered_on=None).exists():
        yield "a statement is unanswered"
    if case.statements.filter(kind="hearing", hearing__held_on=None).exists():
        yield "a hearing was not held"
    arranged = AuditEntry.objects.about(case).filter(action="arrange_hearing").order_by("pk")
    told_on = arranged.values_list("on", flat=True)
    for row, told in zip(case.hearings.order_by("pk"), told_on, strict=True):
        if row.scheduled_on <= working_days_after(told, 7):
            yield f"a hearing on {row.scheduled_on} announced on {told}"
        if row.held_on and not row.scheduled_on <= row.held_on <= decided.decided_on:
            yield "a hearing held on another day"


def _people(case: Case, decided: Decision) -> Iterator[str]:
    last = case.reviews.order_by("-pk").first()
    if last is None or last.outcome != "passed":
        yield "no review, or not passed"
        return
    heard = [row.made_on for row in case.statements.all()]
    heard += [row.held_on for row in case.hearings.all()] + [decided.assessment.made_on]
    if not max(heard) <= last.reviewed_on <= decided.decided_on:
        yield "reviewed before all was heard"
    reviewers = set(case.reviews.values_list("reviewed_by_id", flat=True))
    if reviewers & handlers(case):
        yield "reviewed by its handler"
    if decided.decided_by_id in handlers(case) | reviewers:
        yield "decided by its handler or reviewer"
    if set(case.hearings.values_list("chair_id", flat=True)) & handlers(case):
        yield "chaired by its handler"


def _laws(case: Case, decided: Decision) -> Iterator[str]:
    texts = {decided.document: decided.decided_on}
    texts |= {paper: paper.issued_on for paper in _papers(case, "prior_notice")}
    for paper, day in texts.items():
        for title in law.out_of_force(str(paper.content), day):
            yield f"《{title}》 was not in force on {day}"
    for title in law.out_of_force(str(decided.document.fields["basis"]), case.act_ended_on):
        yield f"《{title}》 was not in force when the act ended"
