"""登记变更: a unit is divided or dissolved, and what stood under it finds another place."""

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from tests import factories
from tests.inspections.rectifying import make_visit
from tests.units.changing import ARCHIVES, TOLD
from units import open_matters, services
from units.models import Unit


def test_a_divided_unit_goes_on_or_ends(unit, heir, clerk, bureau, on):
    def split(successors, **values):
        services.split(unit, successors, actor=clerk, on=on, **TOLD, **values)
        unit.refresh_from_db()
        return unit.state

    with pytest.raises(Refused, match="至少选择两个"):
        split([heir], remains=False)
    with pytest.raises(Refused, match="不能是原单位"):
        split([unit, heir], remains=False)
    assert split([heir], remains=True) == "active"
    assert split([heir, factories.make_unit(bureau, "示例东街道")], remains=False) == "closed"
    assert [row.kind for row in heir.origins.all()] == ["split", "split"]


def test_the_first_heir_of_a_division_has_the_units_under_the_old_one(
    unit, heir, clerk, bureau, on
):
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    east = factories.make_unit(bureau, "示例东街道", parent=unit)

    def above(**values):
        services.split(unit, [heir, east], actor=clerk, on=on, **TOLD, **values)
        return [Unit.objects.get(pk=row.pk).parent for row in (child, east)]

    assert above(remains=True) == [unit, unit]
    assert above(remains=False) == [heir, None]


def test_a_dissolved_unit_leaves_its_children_to_its_own_parent(unit, heir, clerk, bureau, on):
    Unit.objects.filter(pk=unit.pk).update(parent=heir)
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    services.dissolve(unit, actor=clerk, on=on, **TOLD)
    unit.refresh_from_db()
    child.refresh_from_db()
    assert (unit.state, child.parent) == ("closed", heir)
    assert unit.successions.get().archives_to == ARCHIVES


def test_what_still_runs_is_told_before_a_unit_ends(client, unit, clerk, officer, on):
    make_visit(unit, officer, state="rectifying")
    assert open_matters.of(unit, officer, on)[0] == "1 次检查没有办结"
    client.force_login(officer)
    assert client.get(reverse("units:unit-dissolve", args=[unit.pk])).status_code == 403
    client.force_login(clerk)
    assert "1 次检查没有办结" in client.get(reverse("units:unit-dissolve", args=[unit.pk])).text
