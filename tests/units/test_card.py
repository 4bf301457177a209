"""What the bureau knows of a unit beside its checks."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from tests.inspections.rectifying import days, make_visit
from units import services

TODAY = timezone.localdate


def facts(unit, **changed):
    party = {name: getattr(unit.party, name) for name in services.PARTY_FIELDS}
    own = {name: getattr(unit, name) for name in services.UNIT_FIELDS}
    return party | own | {"parent": None, "is_offline": False} | changed


def page(client, user, unit):
    client.force_login(user)
    return client.get(reverse("units:unit-detail", args=[unit.pk])).text


def test_the_newest_state_of_what_a_unit_keeps_is_shown_and_earlier_ones_stay(
    client, unit, clerk, officer
):
    for day, volumes in ((date(2024, 3, 1), 800), (date(2025, 3, 1), 950)):
        services.record_holdings(
            unit, actor=clerk, on=TODAY(), as_of=day, volumes=volumes, fire="七氟丙烷"
        )
    shown = page(client, officer, unit)
    assert shown.index("950") < shown.index("以前登记的情况") < shown.index("800")
    assert "内部掌握，不公开" in shown


def test_an_empty_state_and_a_state_of_tomorrow_are_refused(unit, clerk):
    with pytest.raises(Refused, match="至少填写一项"):
        services.record_holdings(unit, actor=clerk, on=TODAY(), as_of=TODAY(), climate="")
    with pytest.raises(Refused, match="不能晚于"):
        services.record_holdings(
            unit, actor=clerk, on=TODAY(), as_of=TODAY() + timedelta(1), climate="空调"
        )
    assert not unit.holdings.exists()
    services.record_holdings(unit, actor=clerk, on=TODAY(), as_of=TODAY(), climate="空调")


def test_one_contact_is_preferred_and_former_ones_are_kept(client, unit, clerk):
    first = services.add_contact(
        unit, actor=clerk, on=TODAY(), name="张主任", post="section", is_preferred=True
    )
    services.add_contact(
        unit, actor=clerk, on=TODAY(), name="李局长", post="leader", is_preferred=True
    )
    first.refresh_from_db()
    assert not first.is_preferred
    services.end_contact(first, actor=clerk, on=TODAY())
    assert "以前的联系人 1 人" in page(client, clerk, unit)
    with pytest.raises(Refused, match="已经停用"):
        services.end_contact(first, actor=clerk, on=TODAY())


def test_what_changes_in_the_register_is_told_with_its_old_words(unit, clerk):
    services.revise(
        unit, actor=clerk, on=TODAY(), **facts(unit, address="新路9号", is_offline=True)
    )
    unit.refresh_from_db()
    assert (unit.party.address, unit.is_offline) == ("新路9号", True)
    entry = AuditEntry.objects.get(action="revise")
    assert entry.details["changes"]["地址"] == ["", "新路9号"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": "示例街道二"}, "同名单位"),
        ({"credit_code": "91110000600037341M"}, "统一社会信用代码"),
        ({"credit_code": "91110000600037341L"}, "相同统一社会信用代码"),
    ],
)
def test_a_unit_cannot_become_another_one(bureau, unit, clerk, changed, why):
    factories.make_unit(bureau, "示例街道二")
    code = "91110000600037341L"
    Party.objects.filter(name="示例街道二").update(credit_code=code)
    with pytest.raises(Refused, match=why):
        services.revise(unit, actor=clerk, on=TODAY(), **facts(unit, **changed))
    services.revise(unit, actor=clerk, on=TODAY(), **facts(unit, name="示例街道三"))


def test_a_unit_is_not_its_own_superior(unit, clerk):
    with pytest.raises(Refused, match="自己的主管单位"):
        services.revise(unit, actor=clerk, on=TODAY(), **facts(unit, parent=unit))


def test_nobody_is_in_charge_of_those_above_him(unit, bureau, clerk):
    middle = factories.make_unit(bureau, "示例社区", parent=unit)
    low = factories.make_unit(bureau, "示例村", parent=middle)
    with pytest.raises(Refused, match="示例村由.*主管.*请先修改示例村的主管单位"):
        services.revise(unit, actor=clerk, on=TODAY(), **facts(unit, parent=low))
    services.revise(low, actor=clerk, on=TODAY(), **facts(low, parent=unit))


def test_officers_do_not_keep_the_register(unit, officer):
    with pytest.raises(PermissionDenied):
        services.revise(unit, actor=officer, on=TODAY(), **facts(unit))
    with pytest.raises(PermissionDenied):
        services.add_contact(unit, actor=officer, on=TODAY(), name="甲", post="other")
    with pytest.raises(PermissionDenied):
        services.record_holdings(unit, actor=officer, on=TODAY(), as_of=TODAY(), fire="有")


def test_the_page_says_that_a_unit_is_served_off_line(client, unit, clerk):
    assert "线下办理。" not in page(client, clerk, unit)
    client.post(
        reverse("units:unit-edit", args=[unit.pk]),
        {"name": "示例街道一", "kind": "township", "is_offline": "on"},
    )
    assert "线下办理。" in page(client, clerk, unit)


def test_the_list_tells_who_was_not_visited_this_year(client, bureau, unit, clerk, officer):
    seen = factories.make_unit(bureau, "示例街道二")
    old = factories.make_unit(bureau, "示例街道三")
    for place, day in ((seen, TODAY()), (old, days(-800))):
        make_visit(place, officer)
        place.inspections.update(inspected_on=day)
    client.force_login(clerk)
    rows = client.get(reverse("units:unit-list"), {"visited": "no"}).context["object_list"]
    assert [row.party.name for row in rows] == ["示例街道一", "示例街道三"]
    rows = client.get(reverse("units:unit-list"), {"visited": "yes"}).context["object_list"]
    assert [row.party.name for row in rows] == ["示例街道二"]
