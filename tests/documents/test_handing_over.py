"""Papers that a law wants given to the party in person: 催告书, and a penalty on the spot."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import delivery_papers, kinds, services
from archives_enforcement.documents.handing_over import ON_SITE
from archives_enforcement.documents.kinds.kind import DIRECT_FIRST, ON_THE_SPOT
from archives_enforcement.documents.officers import officers_named
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.delivering import agree, deliver, fail

DAY, BEFORE = date(2024, 7, 8), date(2024, 7, 7)
COERCION_38 = "应当直接送达当事人.*行政强制法》第三十八条"
PENALTY_52 = "应当当场交付当事人.*行政处罚法》第五十二条第一款"
WITHOUT_HANDING = ["post", "email", "notice"]


@pytest.fixture
def make_paper(bureau, unit, officer, head, contact, clerk):
    """A paper of a real kind, issued to a party that takes papers by every channel."""

    def make(code):
        draft = every_kind.draft(code, unit, officer)
        paper = every_kind.bring_to_its_end(draft, officer, None, head)
        agree(paper.party, clerk, ON)
        return paper

    return make


@pytest.fixture
def demand(make_paper):
    return make_paper("demand_notice")


@pytest.mark.parametrize("way", WITHOUT_HANDING)
def test_a_demand_goes_another_way_only_after_it_was_taken_there(demand, clerk, way):
    fail(demand, clerk, ON)  # a letter that came back is no try in person
    with pytest.raises(Refused, match=COERCION_38):
        deliver(demand, clerk, way, DAY)
    fail(demand, clerk, DAY, method="direct", failure="absent", reason="上门无人。")
    assert deliver(demand, clerk, way, DAY).delivered_on


def test_a_try_of_the_next_day_opens_no_other_way(demand, clerk):
    fail(demand, clerk, DAY, method="direct", failure="refused", reason="拒绝接收。")
    with pytest.raises(Refused, match=COERCION_38):
        deliver(demand, clerk, "post", BEFORE)


@pytest.mark.parametrize("way", ["direct", "witnessed", "pictured", "unknown"])
def test_a_demand_is_handed_over_left_or_published_for_who_is_gone(demand, clerk, way):
    assert deliver(demand, clerk, way, DAY).delivered_on


def test_an_online_receipt_is_no_delivery_of_a_demand(demand, contact, clerk, client):
    delivery = demand.deliveries.get()
    client.force_login(contact)
    asked = client.get(reverse("documents:delivery-acknowledge", args=[delivery.pk])).text
    assert "签收只表明您已看到这份文书" in asked
    assert "第三十八条" in asked
    today = timezone.localdate()
    delivery = services.acknowledge(delivery, actor=contact, on=today)
    assert (delivery.acknowledged_on, delivery.delivered_on) == (today, None)
    client.force_login(clerk)
    shown = client.get(demand.get_absolute_url()).context["next_step"]
    assert "在网上签收，履行义务催告书应当直接送达当事人" in shown


def test_after_a_try_in_person_the_online_receipt_delivers_with_consent(demand, contact, clerk):
    fail(demand, clerk, DAY, method="direct", failure="absent", reason="上门无人。")
    today = timezone.localdate()
    delivery = services.acknowledge(demand.deliveries.get(), actor=contact, on=today)
    assert (delivery.method, delivery.delivered_on) == ("electronic", today)


def test_the_public_notice_of_a_demand_waits_for_a_try_in_person(demand, clerk):
    delivery = demand.deliveries.get()
    fail(demand, clerk, ON)
    assert "第三十八条" in delivery_papers.refusal(delivery, "public_delivery", DAY)
    fail(demand, clerk, ON, method="direct", failure="absent", reason="上门无人。")
    assert delivery_papers.refusal(delivery, "public_delivery", DAY) is None


@pytest.mark.parametrize("way", [*WITHOUT_HANDING, "unknown"])
def test_a_penalty_on_the_spot_is_handed_over_and_nothing_else(make_paper, clerk, way):
    paper = make_paper("summary_decision")
    fail(paper, clerk, ON, method="direct", failure="absent", reason="离开现场。")
    with pytest.raises(Refused, match=PENALTY_52):
        deliver(paper, clerk, way, DAY)


@pytest.mark.parametrize("way", ["direct", "pictured"])
def test_a_penalty_on_the_spot_is_signed_for_or_refused(make_paper, clerk, way):
    assert deliver(make_paper("summary_decision"), clerk, way, ON).delivered_on == ON


def test_the_page_says_at_once_how_the_paper_is_handed_over(demand, rights_paper, clerk, client):
    client.force_login(clerk)

    def page(paper):
        return client.get(reverse("documents:delivery-record", args=[paper.deliveries.get().pk]))

    assert "履行义务催告书应当直接送达当事人" in page(demand).text
    assert page(rights_paper).context["asked"] == ""


def test_what_a_law_wants_handed_over_is_known_by_its_kind():
    """行政强制法第三十八条, 行政处罚法第五十二条; 查封、扣押决定书 is in no catalogue."""
    assert {code: kind.handed for code, kind in kinds.KINDS.items() if kind.handed} == {
        "demand_notice": DIRECT_FIRST,
        "summary_decision": ON_THE_SPOT,
    }


@pytest.fixture
def on_the_spot(make_paper):
    return make_paper("summary_decision")


@pytest.fixture
def named(on_the_spot):
    """The two officers whom the paper names, each with his post."""
    return list(User.objects.filter(pk__in=officers_named(on_the_spot)))


@pytest.mark.parametrize("way", ["direct", "witnessed"])
def test_officers_named_on_it_register_what_they_handed_over(on_the_spot, named, way):
    today = timezone.localdate()
    assert deliver(on_the_spot, named[1], way, today).delivered_on == today


def test_they_register_that_nobody_took_it_and_nothing_that_was_posted(on_the_spot, named):
    today = timezone.localdate()
    fail(on_the_spot, named[0], today, method="direct", failure="absent", reason="离开现场。")
    with pytest.raises(PermissionDenied, match="登记送达"):
        fail(on_the_spot, named[0], today)


def test_an_officer_whom_the_paper_does_not_name_registers_nothing(on_the_spot, bureau, clerk):
    other = factories.make_user("elsewhere", "officer", bureau=bureau)
    with pytest.raises(PermissionDenied, match="登记送达"):
        deliver(on_the_spot, other, "direct", ON)
    assert deliver(on_the_spot, clerk, "direct", ON).delivered_on == ON


def test_what_is_signed_by_hand_before_the_party_is_given_on_the_spot():
    assert set(ON_SITE) == {"summary_decision", "preservation_notice", "sampling_receipt"}


def test_what_is_not_given_on_the_spot_is_the_offices_to_deliver(make_paper, named):
    paper = make_paper("demand_notice")
    with pytest.raises(PermissionDenied, match="登记送达"):
        deliver(paper, named[0], "direct", ON)


def test_the_officer_is_asked_to_register_it_and_has_the_ways_by_hand(on_the_spot, named, client):
    client.force_login(named[0])
    address = reverse("documents:delivery-record", args=[on_the_spot.deliveries.get().pk])
    assert address in client.get(on_the_spot.get_absolute_url()).text
    page = client.get(address)
    assert [tab["label"] for tab in page.context["tabs"]] == ["直接送达", "留置", "没有送到"]
    form = client.get(f"{address}?method=failed").context["form"]
    assert [value for value, label in form.fields["method"].choices] == ["direct"]
    assert on_the_spot.number in client.get(reverse("reports:workbench")).text
