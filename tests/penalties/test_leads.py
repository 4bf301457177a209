"""登记线索: what comes in, by whom, and the clock it starts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.queries import files_of
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.services import leads
from tests.penalties.walk import RECEIVED, make_firm


def test_a_lead_starts_the_clock_of_filing(walk):
    lead = walk.lead()
    clock = deadlines.for_subject(lead).get(code="D-P04")
    assert (lead.state, clock.trigger_on, clock.due_on) == ("open", RECEIVED, date(2024, 9, 2))


def test_its_material_is_kept(walk, scan):
    lead = walk.lead(files=[scan])
    assert [file.purpose for file in files_of(lead, walk.officer)] == ["线索材料"]


def test_a_lead_says_what_happened(walk):
    with pytest.raises(Refused, match="请写明线索内容"):
        walk.lead(text=" ")


@pytest.mark.parametrize(("days", "lawful"), [(0, True), (1, False)])
def test_a_lead_is_not_received_in_the_future(walk, days, lawful):
    day = RECEIVED + timedelta(days=days)
    if lawful:
        assert walk.lead(received_on=day).received_on == day
        return
    with pytest.raises(Refused, match="收到日期不能晚于"):
        walk.lead(received_on=day)


def test_a_party_of_another_bureau_is_not_named(walk, other_bureau):
    with pytest.raises(Refused, match="本机关管辖的当事人"):
        walk.lead(party=make_firm(other_bureau))


def test_who_may_not_register(walk):
    with pytest.raises(PermissionDenied):
        leads.register(
            actor=walk.reviewer,
            on=timezone.localdate(),
            party=walk.firm,
            source="tip",
            text="线索",
            received_on=RECEIVED,
        )


def test_the_list_is_paged(client, walk):
    for _ in range(21):
        walk.lead()
    client.force_login(walk.officer)
    pages = [client.get(reverse("penalties:lead-list"), {"page": page}) for page in (1, 2)]
    assert [len(page.context["object_list"]) for page in pages] == [20, 1]
    assert "共 21 条" in pages[0].text
