"""登记变更: a unit ends in another; nothing of its past is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.workflow import Refused
from tests import factories
from tests.inspections import arranging
from tests.units.changing import merge
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
