"""The judge of how cases end: each end that is changed, it finds; the lawful one it lets pass."""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Answer, Document
from archives_enforcement.files.models import StoredFile
from penalties.models import Case, Discussion
from penalties.services import execution, filing
from tests.documents.delivering import hand_over
from tests.penalties import discussing
from tests.penalties.determining import report
from tests.unlawful.drifting_ends import referred
from tests.unlawful.judging import faults
from tests.unlawful.papers import suspected

EDUCATION = "当面讲解档案法。"


def end(walk, outcome, **values):
    facts = {"note": "查明的事实和理由。", **values}
    execution.end_without_penalty(
        walk.fresh(), actor=walk.head, on=walk.day, outcome=outcome, **facts
    )


def refused(walk):
    filing.reject(walk.case, actor=walk.head, on=walk.day, note="经核查不属实。")


def paid(walk):
    walk.deliver(walk.paper, walk.day)
    execution.record_payment(
        walk.fresh(), actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="1"
    )
    walk.close()


def waived(walk):
    walk.spare("L04", "初次违法，后果轻微，次日改正")
    discussing.discuss(walk, no_penalty=True)
    end(walk, "slight", education=EDUCATION)


def transferred(walk):
    report(walk, "lead", walk.case.lead)
    suspected(walk)
    hand_over(referred(walk), walk.officer, walk.day)
    end(walk, "transferred")


def nothing_established(walk):
    walk.refute()
    end(walk, "not_established")


def too_late(walk):
    end(walk, "time_barred", act_ended_on=date(2022, 8, 9))


def by_handler(walk):
    """The head turns out to have handled it."""
    Case.objects.update(proposed_by=walk.head)


def unpaid(walk):
    walk.case.payments.update(amount=46_999)


def undelivered(walk):
    walk.paper.deliveries.update(delivered_on=None)


def in_time(walk):
    Case.objects.update(act_ended_on=date(2022, 8, 10))  # two years on it is a Saturday


def crime_after_all(walk):
    walk.case.lead.determinations.update(answers={"crime": "crime"})


def void(walk, kind):
    """The only change that the database allows of an issued paper: it does not hold any more."""
    Document.objects.filter(kind=kind).update(state="void")


def without_receipt(walk):
    of_answers = ContentType.objects.get_for_model(Answer)
    StoredFile.objects.filter(content_type=of_answers).update(object_id=0)


# fmt: off
WRONG = [  # stage, how it ended, what is changed, what the judge has to say
    ("pending", refused, by_handler, "refused by its handler"),
    ("decide", paid, unpaid, "closed with 1 unpaid"),
    ("decide", paid, undelivered, "before its decision was delivered"),
    ("decide", paid, by_handler, "closed by its handler"),
    ("decide", paid, lambda walk: Case.objects.update(outcome_note=""), "without a report"),
    ("decide", paid, lambda walk: Case.objects.update(closed_on=date(2024, 10, 1)), "unpaid"),
    ("investigate", waived, lambda walk: Discussion.objects.update(carried=False), "minutes"),
    ("investigate", waived, lambda walk: walk.case.elements.update(result="missing"), "is none"),
    ("investigate", waived, by_handler, "ended by its handler"),
    ("investigate", nothing_established,
     lambda walk: Case.objects.update(investigated_on=None), "nothing established before"),
    ("investigate", nothing_established,
     lambda walk: walk.case.elements.update(result="met"), "while everything is proved"),
    ("investigate", nothing_established,
     lambda walk: Case.objects.update(outcome="no_fine"), "as if the law gave no fine"),
    ("investigate", nothing_established, crime_after_all, "crime was not transferred"),
    ("investigate", too_late, in_time, "within its time"),
    ("investigate", transferred, lambda walk: void(walk, "crime_referral"), "not transferred"),
    ("investigate", transferred, without_receipt, "without a receipt"),
    ("investigate", nothing_established,
     lambda walk: Case.objects.update(outcome="transferred"), "without its paper"),
]
# fmt: on
IDS = [f"{ended.__name__}: {fault}" for _, ended, _, fault in WRONG]


@pytest.mark.parametrize(
    ("staged", "ended", "change", "fault"), WRONG, ids=IDS, indirect=["staged"], scope="module"
)
def test_what_is_wrong_with_an_end_is_found(walk, ended, change, fault):
    ended(walk)
    walk.fresh()
    assert faults(walk.case) == []
    change(walk)
    found = faults(walk.fresh())
    assert any(fault in each for each in found), found
