"""普法计划: its two days come by themselves, the head approves it, the year is summed up."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.queries.month import Month
from publicity.models import Activity, OutreachPlan
from publicity.queries import outreach as queries
from publicity.queries.activities import work_for_activities
from publicity.services import activities, outreach
from tests import factories

ON = date(2026, 1, 12)
JUNE = date(2026, 6, 9)


@pytest.fixture
def plan(clerk):
    return outreach.draft(actor=clerk, on=ON, year=2026, goal="宣传档案法。")


@pytest.fixture
def approved(plan, clerk, head):
    outreach.submit(plan, actor=clerk, on=ON)
    return outreach.approve(plan, actor=head, on=ON)


def hold(clerk, item):
    facts = {"kind": "community", "title": "进社区", "held_on": JUNE, "audience": 60}
    return activities.record_activity(actor=clerk, on=JUNE, **facts, item=item)


def test_the_two_yearly_days_stand_in_it_and_others_are_added(plan, clerk):
    assert [(row.planned_for, row.kind) for row in plan.items.all()] == [
        (JUNE, "archives_day"),
        (date(2026, 12, 4), "constitution_day"),
    ]
    values = {"kind": "school", "title": "进校园", "responsible": "综合科"}
    with pytest.raises(Refused, match="2026 年内"):
        outreach.add_item(plan, actor=clerk, on=ON, planned_for=date(2027, 1, 1), **values)
    item = outreach.add_item(plan, actor=clerk, on=ON, planned_for=date(2026, 9, 1), **values)
    outreach.remove_item(item, actor=clerk, on=ON)
    assert plan.items.count() == 2


def test_it_is_approved_by_another_and_then_stands(plan, clerk):
    outreach.submit(plan, actor=clerk, on=ON)
    factories.give(clerk, "approve_outreach")
    with pytest.raises(Refused, match="拟定人不能批准"):
        outreach.approve(plan, actor=type(clerk).objects.get(pk=clerk.pk), on=ON)
    with pytest.raises(Refused, match="不能移出项目"):
        outreach.remove_item(plan.items.first(), actor=clerk, on=ON)


def test_an_empty_plan_is_not_handed_in(plan, clerk):
    for item in plan.items.all():
        outreach.remove_item(item, actor=clerk, on=ON)
    with pytest.raises(Refused, match="还没有项目"):
        outreach.submit(plan, actor=clerk, on=ON)


def test_it_is_summed_up_when_each_item_was_held_or_says_why_not(approved, clerk):
    first, second = approved.items.all()
    hold(clerk, first)
    with pytest.raises(Refused, match="还有 1 个项目"):
        outreach.close(approved, actor=clerk, on=JUNE, result="完成。")
    outreach.drop(second, actor=clerk, on=JUNE, reason="另行安排。")
    done = queries.completion(queries.items_of(approved))
    assert (done.planned, done.held, done.dropped, done.audience, done.percent) == (2, 1, 1, 60, 50)
    plan = outreach.close(approved, actor=clerk, on=JUNE, result="完成。")
    assert plan.state == OutreachPlan.State.CLOSED


def test_an_activity_belongs_to_an_approved_plan_or_to_none(plan, clerk):
    with pytest.raises(Refused, match="已经批准"):
        hold(clerk, plan.items.first())
    assert hold(clerk, None).pk


def test_what_is_near_is_reminded_of_once(approved, clerk):
    asked = [item.text for item in queries.work_for_outreach(clerk, date(2026, 6, 1))]
    assert asked == ["开展并登记：“6·9”国际档案日宣传活动"]
    assert work_for_activities(clerk, date(2026, 6, 1)) == []


def test_pages_lead_from_the_plan_to_the_activity_and_the_calendar(approved, clerk, client):
    client.force_login(clerk)
    item = approved.items.first()
    url = f"{reverse('publicity:activity-create')}?item={item.pk}"
    assert url in client.get(approved.get_absolute_url()).text
    assert client.get(url).context["form"]["title"].value() == item.title
    month = queries.weeks_of(clerk, Month(2026, 6))
    marks = [mark.text for week in month for day in week for mark in day.marks]
    assert marks == ["节点", "计划"]
    hold(clerk, item)
    page = client.get(reverse("publicity:outreach-calendar") + "?month=2026-06").text
    assert "已开展" in page
    assert Activity.objects.get().item == item
    assert client.get(reverse("publicity:outreach-calendar") + "?month=foolish").status_code == 200


def test_the_two_yearly_days_stand_in_the_calendar_without_a_plan(clerk):
    def marks(month):
        weeks = queries.weeks_of(clerk, Month(2026, month))
        return [(day.day, mark.text) for week in weeks for day in week for mark in day.marks]

    assert marks(6) == [(JUNE, "节点")]
    assert marks(12) == [(date(2026, 12, 4), "节点")]
    assert marks(9) == []


def test_its_pages_light_the_menu_and_lead_back_to_the_activities(plan, clerk, client):
    client.force_login(clerk)
    home = reverse("publicity:activity-list")
    pages = [reverse(f"publicity:outreach-{name}") for name in ("list", "calendar", "create")]
    for page in (*pages, plan.get_absolute_url()):
        answer = client.get(page)
        assert f'href="{home}" aria-current="page"' in answer.text
        assert answer.context["crumbs"][0].url == home
