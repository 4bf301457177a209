"""Who opens which page of reports."""

from datetime import date

import pytest
from django.urls import reverse

from reports.services import annual
from tests import factories

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}
WORKBENCH, PORTAL = "reports:workbench", "reports:portal"
LEDGER, LIST = "reports:ledger-list", "reports:annual-report-list"


@pytest.fixture
def report(clerk):
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    return annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)


PEOPLE = ["officer", "clerk", "head", "reviewer", "assistant", "observer", "contact", "stranger"]
ALLOWED = {
    WORKBENCH: "officer clerk head reviewer assistant",
    PORTAL: "contact",
    LEDGER: "officer clerk head reviewer",
    "reports:ledger-task-create": "clerk",
    "reports:ledger-visit-create": "clerk",
    LIST: "officer clerk head reviewer",
    "reports:annual-report-draft": "clerk",
}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("page", ALLOWED)
def test_who_opens_which_page(client, request, person, page):
    client.force_login(request.getfixturevalue(person))

    expected = 200 if person in ALLOWED[page].split() else 403
    assert client.get(reverse(page)).status_code == expected


REPORT_PAGES = {
    "detail": "officer clerk head reviewer",
    "text": "officer clerk head reviewer",
    "word": "officer clerk head reviewer",
    "edit": "clerk",
    "submit": "clerk",
    "reopen": "clerk",
    "publish": "clerk",
    "return": "head",
    "approve": "head",
}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("page", REPORT_PAGES)
def test_who_opens_which_page_of_a_report(client, request, report, person, page):
    client.force_login(request.getfixturevalue(person))

    expected = 200 if person in REPORT_PAGES[page].split() else 403
    address = reverse(f"reports:annual-report-{page}", args=[report.pk])
    assert client.get(address).status_code == expected


def test_a_report_of_another_bureau_is_not_there(client, report, other_bureau):
    client.force_login(factories.make_user("other", "clerk", bureau=other_bureau))

    for page in ("detail", "text", "word", "edit", "publish"):
        address = reverse(f"reports:annual-report-{page}", args=[report.pk])
        assert client.get(address).status_code == 404


def test_a_superior_sees_a_report_once_it_is_issued_and_no_records(client, superior, clerk, head):
    clerk.bureau.parent = superior
    clerk.bureau.save()
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    client.force_login(factories.make_user("above", "superior", bureau=superior))
    address = reverse("reports:annual-report-detail", args=[report.pk])
    assert client.get(address).status_code == 404

    annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)
    annual.approve_report(annual.submit_report(report, actor=clerk, on=ON), actor=head, on=ON)
    page = client.get(address)
    assert page.status_code == 200
    assert page.content.decode().count("/reports/figures/") == 0
