"""A plan beside that of the year before: what is taken over, what stays behind, what changed."""

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import Checklist
from inspections.queries import plan_units
from inspections.queries.plan_changes import PLANNED, compare, copies, earlier_plan
from inspections.services import plan_items, planning
from inspections.services.plan_copying import copy_earlier
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number}") for number in "一二三"]


@pytest.fixture
def earlier(clerk, head, units):
    """Last year's plan under last year's list; approved."""
    plan = arranging.make_plan(clerk, year=2023, title="2023年计划")
    for unit, month in zip(units, (1, 5, 9), strict=True):
        plan_items.add_items(
            plan, actor=clerk, on=ON, units=[unit], kind="daily", month=month,
            checklist=Checklist.objects.get(code="general-2021"),
        )  # fmt: skip
    planning.submit_plan(plan, actor=clerk, on=ON)
    return arranging.approve_plan(plan, head)


@pytest.fixture
def plan(clerk):
    return arranging.make_plan(clerk)


def test_items_are_taken_over_with_the_list_of_their_month(plan, earlier, clerk, units):
    items, _ = copy_earlier(plan, actor=clerk, on=ON)
    assert [(i.unit, i.month, i.checklist.code) for i in items] == [
        (units[0], 1, "general-2021"),
        (units[1], 5, "general-2024"),
        (units[2], 9, "general-2024"),
    ]


def test_what_cannot_stand_again_stays_behind_with_its_reason(plan, earlier, clerk, units):
    units[0].state = "closed"
    units[0].save()
    arranging.add_units(plan, clerk, units[1], month=5)
    left = {copy.item.unit: copy.why for copy in copies(plan, earlier) if copy.why}
    assert left == {units[0]: "单位已经撤销。", units[1]: PLANNED}
    items, skipped = copy_earlier(plan, actor=clerk, on=ON)
    assert ([item.unit for item in items], skipped) == ([units[2]], 1)


def test_a_unit_planned_in_another_month_is_skipped_and_counted(
    client, plan, earlier, clerk, units
):
    arranging.add_units(plan, clerk, units[1], month=6)
    arranging.add_units(plan, clerk, units[2], month=6, kind="special")
    client.force_login(clerk)
    url = reverse("inspections:plan-copy", args=[plan.pk])
    said = client.post(url, {"on": "2024-03-18"}, follow=True).text
    assert "已带入 2 个项目" in said and "已经列入的 1 个没有再带入" in said
    daily = plan.items.filter(kind="daily")
    assert sorted(daily.values_list("unit", "month")) == sorted(
        [(units[0].pk, 1), (units[1].pk, 6), (units[2].pk, 9)]
    )


def test_nothing_is_taken_over_twice(plan, earlier, clerk):
    copy_earlier(plan, actor=clerk, on=ON)
    with pytest.raises(Refused, match="都不能带入"):
        copy_earlier(plan, actor=clerk, on=ON)


def test_a_draft_of_before_is_no_plan_to_copy(plan, clerk, unit):
    arranging.make_plan(clerk, year=2023, title="2023年草稿")
    assert earlier_plan(plan, clerk) is None
    with pytest.raises(Refused, match="没有以前年度"):
        copy_earlier(plan, actor=clerk, on=ON)


def test_a_plan_that_is_on_its_way_takes_nothing(plan, earlier, clerk, units):
    arranging.add_units(plan, clerk, units[0], month=11)
    planning.submit_plan(plan, actor=clerk, on=ON)
    with pytest.raises(Refused, match="不能带入上年项目"):
        copy_earlier(plan, actor=clerk, on=ON)


def test_the_table_tells_new_changed_and_gone(plan, earlier, clerk, bureau, units):
    new = factories.make_unit(bureau, "示例学校一")
    arranging.add_units(plan, clerk, new)
    arranging.add_units(plan, clerk, units[1], month=6)
    found = compare(plan, earlier)
    assert [(row.unit, row.label) for row in found.changes] == [
        (new, "新增"),
        (units[1], "有变化"),
        (units[0], "不再列入"),
        (units[2], "不再列入"),
    ]
    assert found.same == 0


def test_the_page_shows_what_will_be_taken_over(client, plan, earlier, clerk, units):
    client.force_login(clerk)
    url = reverse("inspections:plan-copy", args=[plan.pk])
    shown = client.get(url)
    assert [copy.item.unit for copy in shown.context["taken"]] == units
    client.post(url, {"on": "2024-03-18"})
    assert plan.items.count() == 3
    assert '与 <span class="num">2023</span> 年相比' in client.get(plan.get_absolute_url()).text


def test_a_group_goes_on_the_plan_whole(client, plan, clerk, units, bureau):
    factories.make_unit(bureau, "示例学校一", "institution")
    factories.make_unit(bureau, "已撤销街道", state="closed")
    client.force_login(clerk)
    asked = {
        "group": "kind:township", "kind": "daily", "method": "joint", "month": 9,
        "checklist": arranging.checklist().pk, "on": "2024-03-18",
    }  # fmt: skip
    client.post(reverse("inspections:plan-item-add", args=[plan.pk]), asked)
    rows = plan.items.order_by("pk")
    assert {item.unit for item in rows} == set(units)
    assert {(item.group, item.method) for item in rows} == {("全部乡镇街道", "joint")}


def test_groups_are_those_that_the_register_has(clerk, units):
    assert [group.label for group in plan_units.groups_of(clerk)] == ["全部乡镇街道"]
    units[0].system, units[0].is_key_monitored = "教育", True
    units[0].save()
    labels = [group.label for group in plan_units.groups_of(clerk)]
    assert labels == ["全部乡镇街道", "教育系统", "重点监控单位"]


def test_the_paper_of_a_plan_names_no_unit(client, plan, earlier, officer, units):
    client.force_login(officer)
    page = client.get(reverse("documents:draft", args=["plan", earlier.pk, "inspection_plan"]))
    assert page.status_code == 200
    assert "乡镇街道 3 个" in page.text
    assert not any(str(unit) in page.text for unit in units)


def test_there_is_no_paper_before_the_plan_is_approved(client, plan, clerk, officer, units):
    arranging.add_units(plan, clerk, units[0])
    client.force_login(officer)
    page = client.get(reverse("documents:draft", args=["plan", plan.pk, "inspection_plan"]))
    assert "计划还没有审定" in page.text
