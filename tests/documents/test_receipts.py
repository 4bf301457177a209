"""What the receiver does online: when that delivers a paper, and when it only says he has read."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests.documents.conftest import ON
from tests.documents.delivering import agree, deliver


def sign_for(paper, contact):
    return services.acknowledge(paper.deliveries.get(), actor=contact, on=timezone.localdate())


def test_a_letter_is_delivered_by_the_receipt(issued, contact):
    delivery = sign_for(issued, contact)
    assert (delivery.method, delivery.delivered_on) == ("online", timezone.localdate())
    assert delivery.attempts.get().received_by == "contact"


def test_a_paper_that_affects_rights_is_only_read(rights_paper, contact, clerk):
    delivery = sign_for(rights_paper, contact)
    assert (delivery.acknowledged_on, delivery.delivered_on) == (timezone.localdate(), None)
    assert delivery.acknowledged_by == contact
    assert not deadlines.for_subject(rights_paper).exists()
    assert not delivery.attempts.exists()
    today = timezone.localdate()
    assert deliver(rights_paper, clerk, "direct", today).delivered_on == today


def test_with_consent_the_receipt_delivers_it(rights_paper, contact, clerk):
    agreed = agree(rights_paper.party, clerk, ON)
    delivery = sign_for(rights_paper, contact)
    assert (delivery.method, delivery.delivered_on) == ("electronic", timezone.localdate())
    assert delivery.attempts.get().confirmation == agreed
    assert deadlines.for_subject(rights_paper).get(code="D-P13").trigger_on == timezone.localdate()


@pytest.mark.parametrize("terms", [{"portal": False}, {"portal": False, "email": ""}])
def test_consent_to_another_channel_is_none_to_this(rights_paper, contact, clerk, terms):
    agree(rights_paper.party, clerk, ON, **terms)
    assert sign_for(rights_paper, contact).delivered_on is None


def test_consent_taken_back_or_replaced_counts_no_more(rights_paper, contact, clerk):
    agreed = agree(rights_paper.party, clerk, ON)
    services.revoke_address(agreed, actor=clerk, on=date(2024, 7, 5), note="当事人书面撤回")
    assert sign_for(rights_paper, contact).delivered_on is None


def test_one_receipt_is_enough(rights_paper, contact):
    sign_for(rights_paper, contact)
    with pytest.raises(Refused, match="签收，不用再办"):
        sign_for(rights_paper, contact)


def test_the_first_reader_of_the_unit_is_remembered(issued, contact, clerk, unit):
    delivery = issued.deliveries.get()
    services.note_reading(delivery, actor=clerk)
    services.note_reading(delivery, actor=contact)
    first = issued.deliveries.get().opened_at
    services.note_reading(delivery, actor=contact)
    delivery.refresh_from_db()
    assert (delivery.opened_by, delivery.opened_at) == (contact, first)
