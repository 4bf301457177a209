"""The judge of generated cases is no rubber stamp: what is changed in a lawful case, it finds."""

from datetime import date

import pytest

from archives_enforcement.accounts.models import Certificate, Party
from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Delivery
from inspections.models import Lead
from penalties.models import Case, Decision
from tests.unlawful.judging import faults

pytestmark = pytest.mark.parametrize("staged", ["decide"], indirect=True)


def decided_by_the_officer(case):
    case.decision.__class__.objects.update(decided_by=case.proposed_by)


def weighed_anew(**changes):
    """The decision rests on another proposal: the one it was made on cannot be changed."""

    def change(case):
        made = case.decision.assessment
        made.pk = None
        for name, value in changes.items():
            setattr(made, name, value)
        made.save(force_insert=True)
        Decision.objects.update(assessment=made)

    return change


def received(day):
    return lambda case: Lead.objects.update(received_on=day)


def entered(action, who):
    """A line of the trail more: what was done when nobody may do it any more, or by whom."""

    def change(case):
        actor = who(case)
        trail.record(case, action, action, actor=actor, on=case.decision.decided_on)

    return change


def handler(case):
    return case.proposed_by


def reviewer(case):
    return case.reviews.get().reviewed_by


def proofless(case):
    case.elements.get(position=2).evidence.clear()


# What is changed in a lawful case, and what the judge has to say of it.
WRONG = [
    (lambda case: case.reviews.update(reviewed_by=case.proposed_by), "reviewed by its handler"),
    (lambda case: case.reviews.update(reviewed_on=date(2024, 9, 1)), "reviewed before"),
    (lambda case: case.reviews.update(outcome="returned"), "no review"),
    (decided_by_the_officer, "decided by its handler"),
    (weighed_anew(fine=200_001), "out of range"),
    (weighed_anew(fine=48_000), "heavier than its notice"),
    (weighed_anew(tier="T5"), "without a discussion"),
    (lambda case: case.statements.update(answered_on=None), "unanswered"),
    (lambda case: Decision.objects.update(decided_on=date(2024, 10, 8)), "had its time"),
    (lambda case: Delivery.objects.update(delivered_on=date(2024, 11, 1)), "never reached"),
    (lambda case: case.evidence.update(excluded_on=date(2024, 9, 21)), "no evidence"),
    (lambda case: case.elements.update(result="missing"), "element"),
    (lambda case: Case.objects.update(approved_by=case.proposed_by), "filed by its handler"),
    (received(date(2026, 6, 23)), "time-barred"),  # the last day of the two years was a Saturday
    (lambda case: case.lead.determinations.update(violation=4), "another act was found"),
    (lambda case: Party.objects.update(kind="person"), "age and mind of a person were never asked"),
    (proofless, "an element is found without evidence"),
    (lambda case: Certificate.objects.update(valid_to=date(2024, 10, 11)), "without a licence"),
    (entered("adjust", handler), "adjust after the review"),
    (entered("add_evidence", reviewer), "reviewed by its handler"),
    (lambda case: case.reviews.update(qualification=""), "opinion or qualification"),
    (lambda case: case.statements.update(reexamination=""), "without reexamination"),
    (lambda case: Case.objects.update(report=""), "no report"),
    (lambda case: Party.objects.update(address="别的地址"), "without the address"),
    (weighed_anew(correction="别的改正要求"), "without the correction"),
    (lambda case: case.evidence.update(title="没有写进决定的证据"), "without evidence 1"),
    (lambda case: Case.objects.update(act_ended_on=date(2020, 12, 31)), "when the act ended"),
    (lambda case: case.lead.determinations.update(answers={"crime": "crime"}), "no fine for"),
]


def test_nothing_is_wrong_in_a_lawful_case(walk):
    assert faults(walk.case) == []
    received(date(2026, 6, 22))(walk.case)
    assert [fault for fault in faults(walk.fresh()) if "time-barred" in fault] == []


@pytest.mark.parametrize(
    ("change", "fault"), WRONG, ids=[fault for _, fault in WRONG], scope="module"
)
def test_what_is_wrong_is_found(walk, change, fault):
    change(walk.case)
    found = faults(walk.fresh())
    assert any(fault in each for each in found), found
