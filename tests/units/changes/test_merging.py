"""登记变更: a unit ends in another and nothing of its past is lost; the pages of all changes."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.workflow import Refused
from tests import factories
from tests.inspections import arranging
from tests.units.changing import ARCHIVES, BASIS, TOLD, merge
from units import services
from units.models import Unit


def test_the_one_that_goes_on_has_the_children_and_the_people_of_both(
    unit, heir, clerk, bureau, contact, on
):
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    person = factories.make_contact("heir_contact", heir.party)
    assert merge(unit, heir, clerk, on) == heir
    unit.refresh_from_db()
    child.refresh_from_db()
    assert (unit.state, child.parent) == ("closed", heir)
    acting = {grant.user for grant in unit.party.grants.valid_on(on)}
    assert acting == {contact, person}
    assert services.succession_in_words(unit).endswith("合并，由示例新街道承继")


def test_a_unit_under_the_one_that_ends_stands_by_itself_afterwards(unit, heir, clerk, on):
    Unit.objects.filter(pk=heir.pk).update(parent=unit)
    merge(unit, heir, clerk, on)
    heir.refresh_from_db()
    assert heir.parent is None


def test_a_unit_merged_into_one_far_below_leaves_it_its_place(unit, heir, clerk, bureau, on):
    top = factories.make_unit(bureau, "示例区")
    Unit.objects.filter(pk=unit.pk).update(parent=top)
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    Unit.objects.filter(pk=heir.pk).update(parent=child)
    merge(unit, heir, clerk, on)
    child.refresh_from_db()
    heir.refresh_from_db()
    assert (heir.parent, child.parent) == (top, heir)


def test_no_check_is_arranged_at_a_unit_that_ended(unit, heir, clerk, officer):
    merge(unit, heir, clerk, arranging.ON)
    with pytest.raises(Refused, match="合并，由示例新街道承继，不能安排检查"):
        arranging.draft_visit(officer, unit)
    arranging.draft_visit(officer, heir)


def test_where_the_archives_went_is_told_but_for_what_stood_there_twice(unit, heir, clerk, on):
    with pytest.raises(Refused, match="档案法》第十六条"):
        merge(unit, heir, clerk, on, archives_to=" ")
    services.drop_duplicate(unit, heir, actor=clerk, on=on, basis="核对营业执照")
    row = unit.successions.get()
    assert (row.kind, row.successor, row.archives_to) == ("duplicate", heir, "")


def test_a_unit_is_not_merged_into_itself_nor_twice(unit, heir, clerk, on):
    with pytest.raises(Refused, match="不能并入自己"):
        merge(unit, unit, clerk, on)
    merge(unit, heir, clerk, on)
    with pytest.raises(Refused, match="已经不在册"):
        merge(unit, heir, clerk, on)


def test_nothing_is_merged_across_bureaus(unit, clerk, other_bureau, on, heir):
    foreign = factories.make_unit(other_bureau, "别处街道")
    with pytest.raises(Unit.DoesNotExist):
        merge(unit, foreign, clerk, on)
    merge(unit, heir, clerk, on)


def test_officers_change_no_register(unit, heir, officer, clerk, on):
    with pytest.raises(PermissionDenied):
        merge(unit, heir, officer, on)
    merge(unit, heir, clerk, on)


@pytest.mark.parametrize(
    ("page", "values", "state"),
    [
        ("rename", {"name": "示例新城街道"}, "active"),
        ("merge", {"successor": "heir", "archives_to": ARCHIVES, "confirmed": "on"}, "closed"),
        ("duplicate", {"kept": "heir", "confirmed": "on"}, "closed"),
        ("dissolve", {"archives_to": ARCHIVES, "confirmed": "on"}, "closed"),
        (
            "split",
            {"first": "heir", "remains": "on", "archives_to": ARCHIVES, "confirmed": "on"},
            "active",
        ),
    ],
)
def test_each_change_has_its_page(client, unit, heir, clerk, on, page, values, state):
    client.force_login(clerk)
    sent = {name: heir.pk if value == "heir" else value for name, value in values.items()}
    address = reverse(f"units:unit-{page}", args=[unit.pk])
    assert client.post(address, {}).status_code == 422
    done = client.post(address, {**sent, "basis": BASIS, "on": f"{on}"}, follow=True)
    unit.refresh_from_db()
    assert (done.status_code, unit.state) == (200, state)
    assert BASIS in client.get(unit.get_absolute_url()).text
    again = client.get(address).text
    assert ("现在不能办理" in again) == (state == "closed")


def test_a_division_into_one_is_refused_on_the_page(client, unit, heir, clerk, on):
    client.force_login(clerk)
    sent = {"first": heir.pk, "confirmed": "on", "on": f"{on}", **TOLD}
    page = client.post(reverse("units:unit-split", args=[unit.pk]), sent)
    assert (page.status_code, "至少选择两个承继单位" in page.text) == (422, True)


def test_the_list_can_show_those_that_ended(client, unit, heir, clerk, on):
    merge(unit, heir, clerk, on)
    client.force_login(clerk)
    shown = client.get(reverse("units:unit-list"), {"state": "closed"}).text
    assert ("不在册" in shown, str(unit) in shown, str(heir) in shown) == (True, True, False)
