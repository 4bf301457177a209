"""How many queries the busiest pages cost: written by hand, so that they do not grow unseen.

The aim is 12 (list pages 8). A page that needs fewer than stands here lowers its number.
"""

import pytest
from django.urls import reverse
from django.utils import timezone

from inspections.models import Finding, Inspection
from tests.reports.counting import counted
from tests.reports.test_desk_pages import fill_desk

pytestmark = pytest.mark.django_db

CEILINGS = {
    ("officer", "workbench"): 11,
    ("clerk", "workbench"): 12,
    ("head", "workbench"): 10,
    ("officer", "inspection"): 12,
    ("officer", "finding"): 11,
    ("officer", "papers"): 6,
    ("officer", "visits"): 7,
    ("contact", "portal"): 5,
}


def test_the_busiest_pages_keep_to_their_number_of_queries(
    client, bureau, officer, clerk, head, contact
):
    fill_desk(bureau, officer, timezone.localdate(), 1)
    visit = Inspection.objects.get(state="rectifying")
    finding = Finding.objects.get()
    addresses = {
        "workbench": reverse("reports:workbench"),
        "visits": reverse("inspections:inspection-list"),
        "inspection": visit.get_absolute_url(),
        "finding": finding.get_absolute_url(),
        "papers": reverse("documents:document-list"),
        "portal": reverse("reports:portal"),
    }
    people = {"officer": officer, "clerk": clerk, "head": head, "contact": contact}
    found = {}
    for who, page in CEILINGS:
        client.force_login(people[who])
        client.get(addresses[page])  # what the process remembers is read before
        found[who, page] = counted(client, addresses[page])
    assert {key: cost for key, cost in found.items() if cost > CEILINGS[key]} == {}
