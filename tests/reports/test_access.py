"""Who opens which page of reports."""

from datetime import date

import pytest
from django.urls import reverse

from reports.services import annual
from tests import factories

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}


@pytest.fixture
def report(clerk):
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    return annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)


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
