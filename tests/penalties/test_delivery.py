"""How the papers of a case are delivered decides when the party's time begins."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services as documents
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from penalties.services import review
from tests.penalties.case_facts import DELIVERED, WEIGHED, make_scan

STAGE = "weigh"
ENDS = date(2024, 10, 29)  # thirty days after DELIVERED


@pytest.fixture
def walk(walk):
    """The notice is issued and on its way."""
    walk.paper = walk.sign(walk.draft_notice(), WEIGHED)
    return walk


def publish(walk):
    return documents.record_delivery(
        walk.paper.deliveries.get(),
        actor=walk.clerk,
        on=DELIVERED,
        method="notice",
        reason="联系不上，登记的住所无人。",
        whereabouts_unknown=True,
        medium="示例日报",
        files=[make_scan()],
    )


def test_the_terms_to_be_heard_run_from_the_end_of_a_public_notice(walk):
    publish(walk)
    assert papers.delivered_on(walk.paper) == ENDS
    clocks = Deadline.objects.filter(code__in=(papers.STATEMENT_CLOCK, papers.HEARING_CLOCK))
    assert set(clocks.values_list("trigger_on", flat=True)) == {ENDS}
    with pytest.raises(Refused, match="2024年11月5日届满"):
        review.submit(walk.case, actor=walk.officer, on=date(2024, 11, 5))
    review.submit(walk.case, actor=walk.officer, on=date(2024, 11, 6))


def test_reading_the_notice_online_does_not_begin_the_terms(walk, client):
    documents.acknowledge(walk.paper.deliveries.get(), actor=walk.contact, on=timezone.localdate())
    with pytest.raises(Refused, match="还没有送达"):
        review.submit(walk.case, actor=walk.officer, on=timezone.localdate())
    client.force_login(walk.contact)
    page = client.get(reverse("penalties:portal-case", args=[walk.case.pk]))
    assert "期限从送达之日起算" in page.text
    assert reverse("penalties:portal-hearing", args=[walk.case.pk]) not in page.text


def test_with_signed_consent_the_receipt_begins_them(walk):
    documents.register_address(
        walk.firm, actor=walk.clerk, on=WEIGHED, signed_on=WEIGHED, valid_from=WEIGHED,
        address="示例路2号", recipient="收件人甲", phone="000-00000000", portal=True,
        files=[make_scan()],
    )  # fmt: skip
    today = timezone.localdate()
    documents.acknowledge(walk.paper.deliveries.get(), actor=walk.contact, on=today)
    assert papers.delivered_on(walk.paper) == today
    assert papers.clock_on(walk.paper, papers.HEARING_CLOCK).trigger_on == today
