"""Pages of checks before they begin: who opens them and what they show."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from inspections.models import Inspection
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import THURSDAY
from tests.inspections.rectifying import queries_of


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


def test_the_list_leaves_other_bureaus_out(client, visit, other_bureau):
    client.force_login(factories.make_user("foreign", "officer", bureau=other_bureau))
    assert list(client.get(page("inspection-list")).context["object_list"]) == []


@pytest.mark.parametrize("name", ["inspection-list", "inspection-pick"])
def test_a_list_costs_the_same_for_one_row_and_three(
    client, officer, second_officer, unit, bureau, name
):
    client.force_login(officer)
    arranging.make_team(arranging.draft_visit(officer, unit), officer, second_officer)
    one = queries_of(client, page(name))
    for number in "二三":
        other = arranging.draft_visit(officer, factories.make_unit(bureau, f"示例街道{number}"))
        arranging.make_team(other, officer, second_officer)
    assert queries_of(client, page(name)) == one


def test_the_calendar_costs_the_same_for_one_visit_and_three(client, officer, unit, bureau):
    client.force_login(officer)
    arranging.make_team(arranging.draft_visit(officer, unit), officer)
    one = queries_of(client, page("calendar") + "?month=2024-09")
    for number in "二三":
        other = arranging.draft_visit(officer, factories.make_unit(bureau, f"示例街道{number}"))
        arranging.make_team(other, officer)
    assert queries_of(client, page("calendar") + "?month=2024-09") == one


def test_a_check_costs_the_same_for_one_problem_and_three(client, officer, approved):
    Inspection.objects.filter(pk=approved.pk).update(state="rectifying", inspected_on=THURSDAY)
    client.force_login(officer)

    def add(position):
        approved.findings.create(
            position=position, text="问题", requirement="整改", basis="依据", severity="B"
        )

    add(1)
    one = queries_of(client, approved.get_absolute_url())
    add(2)
    add(3)
    assert queries_of(client, approved.get_absolute_url()) == one


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"q": "街道一"}, {"示例街道一"}),
        ({"q": "SLQ"}, {"示例企业"}),
        ({"q": "91120110MA0000001X"}, {"示例企业"}),
        ({"state": "pending"}, {"示例企业"}),
        ({"kind": "case"}, {"示例企业"}),
        ({"year": "2024"}, {"示例街道一", "示例企业"}),
        ({"month": "10"}, {"示例企业"}),
        ({"year": "2024", "month": "9"}, {"示例街道一"}),
        ({"q": "没有"}, set()),
    ],
)
def test_the_list_is_narrowed_by_its_address(client, officer, bureau, unit, chosen, found):
    arranging.draft_visit(officer, unit)
    firm = factories.make_unit(bureau, "示例企业", Party.Kind.STATE_ENTERPRISE, initials="slqy")
    Party.objects.filter(pk=firm.party_id).update(credit_code="91120110MA0000001X")
    other = arranging.draft_visit(
        officer, firm, kind="case", reason="投诉", scheduled_on=date(2024, 10, 10)
    )
    Inspection.objects.filter(pk=other.pk).update(state="pending")
    client.force_login(officer)
    rows = client.get(page("inspection-list"), chosen).context["object_list"]
    assert {str(row.unit) for row in rows} == found


def test_a_check_is_arranged_from_a_proposed_half_day(client, officer, unit):
    client.force_login(officer)
    address = f"{page('inspection-create')}?unit={unit.pk}"
    slot = client.get(address).context["form"].slots[0]
    asked = {"kind": "daily", "slot": slot.code, "checklist": arranging.checklist().pk}
    today = timezone.localdate().isoformat()
    response = client.post(address, {**asked, "on": today})
    visit = Inspection.objects.get()
    assert (visit.scheduled_on, visit.session, visit.unit) == (slot.day, "afternoon", unit)
    assert response.url == page("inspection-team", visit.pk)


def test_another_day_needs_to_be_named(client, officer, unit):
    client.force_login(officer)
    asked = {"kind": "daily", "slot": "other", "checklist": arranging.checklist().pk}
    address = f"{page('inspection-create')}?unit={unit.pk}"
    answer = client.post(address, {**asked, "on": "2024-08-20"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["scheduled_on"]


def test_a_day_typed_beside_a_chosen_half_day_is_asked_about(client, officer, unit):
    client.force_login(officer)
    address = f"{page('inspection-create')}?unit={unit.pk}"
    slot, later = client.get(address).context["form"].slots[:2]
    asked = {
        "kind": "daily", "slot": slot.code, "checklist": arranging.checklist().pk,
        "on": timezone.localdate().isoformat(),
    }  # fmt: skip
    refused = client.post(address, {**asked, "scheduled_on": later.day.isoformat()})
    assert refused.status_code == 422 and not Inspection.objects.exists()
    assert "另选日期" in refused.context["form"].errors["scheduled_on"][0]
    client.post(address, {**asked, "scheduled_on": slot.day.isoformat()})
    visit = Inspection.objects.get()
    assert visit.scheduled_on == slot.day

    # Where the form itself filled in the day as it stands, a half-day chosen above changes it.
    moved = {**asked, "slot": later.code, "scheduled_on": slot.day.isoformat()}
    assert client.post(page("inspection-edit", visit.pk), moved).status_code == 302
    visit.refresh_from_db()
    assert visit.scheduled_on == later.day
