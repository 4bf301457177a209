"""An enterprise is checked by a published list, and told beforehand or spared with a reason."""

from datetime import date

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import ListPublication
from inspections.services import publishing, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.checking_firms import DAY, TODAY, Case, start


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


@pytest.fixture
def case(bureau, clerk, officer, second_officer, head):
    return Case(bureau, clerk, officer, second_officer, head)


def test_what_became_an_enterprise_meanwhile_is_checked_by_a_published_list(
    case, bureau, time_machine
):
    case.unit, case.publishes, case.approves = factories.make_unit(bureau), False, False
    visit = case.run()
    party = Party.objects.filter(pk=case.unit.party_id)
    kind = party.get().kind

    party.update(kind=Party.Kind.PRIVATE_ENTERPRISE)
    with pytest.raises(Refused, match="还没有公布.*国办发〔2024〕54号"):
        visit_decisions.approve_inspection(visit, actor=case.head, on=TODAY)
    party.update(kind=kind)
    visit_decisions.approve_inspection(visit, actor=case.head, on=TODAY)

    party.update(kind=Party.Kind.PRIVATE_ENTERPRISE)
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="还没有公布.*国办发〔2024〕54号"):
        start(case, visit)
    publishing.publish_list(arranging.checklist(), actor=case.clerk, on=DAY, published_on=DAY)
    assert start(case, visit).state == "on_site"


def test_an_unannounced_check_of_an_enterprise_says_why(case, time_machine):
    case.reason = ""
    visit = case.run()
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="不预先通知的理由.*54号"):
        start(case, visit)
    visit.unannounced = "防止补造材料"
    visit.save(update_fields=["unannounced"])
    assert start(case, visit).state == "on_site"


def test_what_is_no_enterprise_needs_no_publication(case, bureau, time_machine):
    case.unit, case.publishes = factories.make_unit(bureau), False
    visit = case.run()
    time_machine.move_to(DAY)
    assert start(case, visit).state == "on_site"


def test_a_list_published_by_another_bureau_does_not_help(case, other_bureau):
    case.publishes = False
    other = factories.make_user("elsewhere", "clerk", bureau=other_bureau)
    publishing.publish_list(arranging.checklist(), actor=other, on=TODAY, published_on=TODAY)
    with pytest.raises(Refused, match="还没有公布"):
        case.run()


def test_an_earlier_publication_names_its_place(case):
    asked = {"actor": case.clerk, "on": TODAY, "published_on": date(2025, 7, 1)}
    with pytest.raises(Refused, match="写明当时公布的地方"):
        publishing.publish_list(arranging.checklist(), **asked)
    row = publishing.publish_list(arranging.checklist(), **asked, place="区政府网站")
    assert row.published_on == date(2025, 7, 1)
    with pytest.raises(Refused, match="已经公布"):
        publishing.publish_list(arranging.checklist(), **asked, place="区政府网站")
    assert ListPublication.objects.count() == 1


def test_the_published_list_is_everybodys(case, client):
    row = publishing.publish_list(
        arranging.checklist(), actor=case.clerk, on=TODAY, published_on=TODAY
    )
    listed = client.get("/publicity/public/checklists/")
    assert str(row.checklist) in listed.text
    page = client.get(f"/publicity/public/checklists/{row.pk}/")
    assert row.checklist.items.first().text in page.text
