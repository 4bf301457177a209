"""The pages of 登记变更, and the list with those that ended."""

import pytest
from django.urls import reverse

from tests.units.changing import ARCHIVES, BASIS, TOLD, merge


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
