"""What a page offers on a visit whose day has passed, and to the archive hall's people."""

import pytest
from django.urls import reverse

from inspections.services.visit_decisions import submit_inspection
from tests import factories
from tests.inspections import arranging, rectifying


@pytest.fixture
def overdue(officer, second_officer, unit):
    """A visit handed in for a day that has passed without its approval."""
    visit = arranging.make_team(arranging.draft_visit(officer, unit), officer, second_officer)
    return submit_inspection(visit, actor=officer, on=arranging.ON)


@pytest.fixture
def finding(unit, officer, second_officer):
    return rectifying.make_finding(rectifying.make_visit(unit, officer, second_officer))


def offered(client, user, record):
    client.force_login(user)
    acts = client.get(record.get_absolute_url()).context["acts"]
    return {act.label: act.url for act in acts}


def test_whoever_may_enter_late_is_offered_the_approval_of_a_past_day(client, overdue, head):
    page = reverse("inspections:inspection-approve", args=[overdue.pk])
    assert offered(client, head, overdue)["批准检查"] == page


def test_for_all_others_the_approval_of_a_past_day_is_closed(client, overdue, bureau):
    other = factories.make_user("other_head", "head", bureau=bureau)
    assert offered(client, other, overdue)["批准检查"] == ""


def test_the_archive_hall_finds_its_page_for_guidance(client, finding, assistant, officer):
    page = reverse("inspections:finding-guidance", args=[finding.pk])
    assert offered(client, assistant, finding)["写整改指导"] == page
    assert "写整改指导" not in offered(client, officer, finding)
