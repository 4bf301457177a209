"""Who drafts an annual plan, what may stand in it, and until when it may be changed."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.services import plan_items, planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


def test_only_who_drafts_plans_may_begin_one(officer):
    with pytest.raises(PermissionDenied):
        arranging.make_plan(officer)


def test_a_bureau_has_one_plan_a_year(plan, clerk):
    with pytest.raises(ValidationError, match="本年度已经有检查计划"):
        arranging.make_plan(clerk)


def test_another_year_has_its_own_plan(plan, clerk):
    assert arranging.make_plan(clerk, year=2025).year == 2025


def test_many_units_are_added_at_once_with_the_same_month(plan, clerk, bureau, unit):
    other = factories.make_unit(bureau, "示例街道二")
    items = arranging.add_units(plan, clerk, unit, other, month=4)
    assert [(item.unit, item.month) for item in items] == [(unit, 4), (other, 4)]


def test_adding_nothing_is_refused(plan, clerk):
    with pytest.raises(Refused, match="还没有选择单位"):
        arranging.add_units(plan, clerk)


def test_a_unit_of_another_bureau_cannot_be_planned(plan, clerk, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区单位")
    with pytest.raises(Refused, match="不在本机关名册上"):
        arranging.add_units(plan, clerk, foreign)


def test_a_unit_off_the_register_cannot_be_planned(plan, clerk, bureau):
    closed = factories.make_unit(bureau, "已撤销单位", state="closed")
    with pytest.raises(Refused, match="已经撤销"):
        arranging.add_units(plan, clerk, closed)


def test_the_same_unit_twice_in_a_month_is_refused(filled, clerk, unit):
    with pytest.raises(Refused, match="示例街道一在 9 月已经列入同样的检查"):
        arranging.add_units(filled, clerk, unit)


def test_the_same_unit_in_another_month_is_lawful(filled, clerk, unit):
    assert len(arranging.add_units(filled, clerk, unit, month=11)) == 1


@pytest.mark.parametrize(("code", "month"), [("general-2021", 3), ("general-2024", 2)])
def test_a_checklist_must_be_in_force_in_the_month(plan, clerk, unit, code, month):
    with pytest.raises(Refused, match="不适用"):
        plan_items.add_items(
            plan,
            actor=clerk,
            on=ON,
            units=[unit],
            kind="daily",
            month=month,
            checklist=Checklist.objects.get(code=code),
        )


@pytest.mark.parametrize(("code", "month"), [("general-2021", 2), ("general-2024", 3)])
def test_a_checklist_in_force_in_the_month_is_taken(plan, clerk, unit, code, month):
    items = plan_items.add_items(
        plan,
        actor=clerk,
        on=ON,
        units=[unit],
        kind="daily",
        month=month,
        checklist=Checklist.objects.get(code=code),
    )
    assert len(items) == 1


def test_who_drafts_no_plans_does_not_fill_one(plan, officer, unit):
    with pytest.raises(PermissionDenied):
        arranging.add_units(plan, officer, unit)


def test_the_words_of_a_draft_may_be_changed(plan, clerk):
    words = {"title": "新的名称", "purpose": "目的", "method": "方式"}
    changed = planning.revise_plan(plan, actor=clerk, on=ON, **words)
    assert (changed.title, changed.purpose, changed.method) == tuple(words.values())


def test_the_words_of_a_submitted_plan_stay(submitted, clerk):
    with pytest.raises(Refused, match="不能修改计划"):
        planning.revise_plan(submitted, actor=clerk, on=ON, title="新", purpose="", method="")


def test_an_item_leaves_a_draft(filled, clerk):
    plan_items.remove_item(filled.items.get(), actor=clerk, on=ON)
    assert filled.items.count() == 0


def test_a_submitted_plan_is_closed_for_its_drafter(submitted, clerk, unit):
    with pytest.raises(Refused, match="待法制审核"):
        plan_items.remove_item(submitted.items.get(), actor=clerk, on=ON)


def test_an_empty_plan_cannot_be_submitted(plan, clerk):
    with pytest.raises(Refused, match="还没有检查项目"):
        planning.submit_plan(plan, actor=clerk, on=ON)
