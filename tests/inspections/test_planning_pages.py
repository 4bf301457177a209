"""Pages of annual plans: who opens them, what they show, what a refusal looks like."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.models import Plan
from inspections.services import planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def plan(clerk, unit):
    plan = arranging.make_plan(clerk)
    arranging.add_units(plan, clerk, unit)
    return plan


@pytest.fixture
def submitted(plan, clerk):
    return planning.submit_plan(plan, actor=clerk, on=ON)


@pytest.fixture
def checked(submitted):
    return arranging.check_plan(submitted)


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


@pytest.mark.parametrize("name", ["plan-list", "plan-create"])
def test_nobody_reads_plans_without_signing_in(client, db, name):
    assert client.get(page(name)).status_code == 302


def test_the_list_costs_the_same_for_one_plan_and_three(client, clerk, plan, unit):
    client.force_login(clerk)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(page("plan-list"))
    for year in (2022, 2023):
        other = arranging.make_plan(clerk, year=year, title=f"{year}年计划")
        other.items.create(unit=unit, kind="daily", month=1, checklist=arranging.checklist())
    with CaptureQueriesContext(connection) as three:
        response = client.get(page("plan-list"))
    assert [row.year for row, _ in response.context["rows"]] == [2024, 2023, 2022]
    assert len(three) == len(one)


def test_a_plan_costs_the_same_for_one_item_and_three(client, clerk, head, officer, bureau):
    units = [factories.make_unit(bureau, f"示例街道{number}") for number in "一二三"]
    plan = arranging.make_approved_plan(clerk, head, *units)
    rows = list(plan.items.all())
    for item in rows:
        arranging.draft_visit(officer, item.unit, plan_item=item)
    client.force_login(clerk)
    client.get(plan.get_absolute_url())  # what a process looks up once
    with CaptureQueriesContext(connection) as three:
        client.get(plan.get_absolute_url())
    for item in rows[1:]:
        item.inspections.all().delete()
        item.delete()
    with CaptureQueriesContext(connection) as one:
        client.get(plan.get_absolute_url())
    assert len(three) == len(one)


def test_a_plan_is_written_filled_and_submitted_in_the_browser(client, clerk, unit):
    client.force_login(clerk)
    words = {"year": 2026, "title": "年度计划", "purpose": "", "method": "", "on": "2026-03-02"}
    client.post(page("plan-create"), words)
    plan = Plan.objects.get()
    filled = {
        "units": [unit.pk],
        "kind": "daily",
        "method": "on_site",
        "month": 4,
        "checklist": arranging.checklist().pk,
        "on": "2026-03-02",
    }
    client.post(page("plan-item-add", plan.pk), filled)
    response = client.post(page("plan-submit", plan.pk), {"on": "2026-03-02"}, follow=True)
    plan.refresh_from_db()
    assert (plan.state, [item.unit for item in plan.items.all()]) == ("submitted", [unit])
    assert "已提交，等待法制审核。" in response.content.decode()


def test_units_are_searched_by_initials(client, clerk, plan, bureau):
    found = factories.make_unit(bureau, "示例学校", initials="slxx")
    client.force_login(clerk)
    response = client.get(page("plan-item-add", plan.pk), {"q": "slx"})
    assert response.context["units"] == [found]


def test_looking_for_others_keeps_what_was_ticked_and_filled_in(client, clerk, plan, bureau):
    ticked, other, found = (
        factories.make_unit(bureau, f"示例{name}", initials=name) for name in ("aa", "bb", "cc")
    )
    client.force_login(clerk)
    sent = {"units": [ticked.pk], "kind": "special", "month": "11", "q": "cc", "find": ""}
    answer = client.post(page("plan-item-add", plan.pk), sent)
    assert (answer.status_code, answer.context["units"]) == (200, [ticked, found])
    assert answer.context["chosen"] == {ticked.pk}
    form = answer.context["form"]
    assert (form["kind"].value(), form["month"].value()) == ("special", "11")
    assert other.party.name not in answer.text
    assert "还没有选择单位" not in answer.text.replace("还没有选择</span>", "")


def test_a_refusal_keeps_what_was_ticked(client, clerk, plan, unit):
    client.force_login(clerk)
    again = {
        "units": [unit.pk], "kind": "daily", "method": "on_site", "month": 9, "on": "2024-03-18",
    }  # fmt: skip
    answer = client.post(
        page("plan-item-add", plan.pk), {**again, "checklist": arranging.checklist().pk}
    )
    assert answer.status_code == 422
    assert answer.context["chosen"] == {unit.pk}
    assert "已经列入同样的检查" in answer.content.decode()


def test_the_drafter_is_told_why_it_came_back(client, clerk, head, checked, submitted):
    client.force_login(head)
    client.post(page("plan-return", submitted.pk), {"note": "请补充", "on": "2024-03-18"})
    client.force_login(clerk)
    assert client.get(submitted.get_absolute_url()).context["returned"] == "请补充"


def test_a_reviewer_checks_the_head_approves_and_the_clerk_publishes(
    client, clerk, head, reviewer, submitted
):
    client.force_login(reviewer)
    client.post(page("plan-check", submitted.pk), {"opinion": "同意", "on": "2024-03-18"})
    client.force_login(head)
    client.post(page("plan-approve", submitted.pk), {"on": "2024-03-18"})
    client.force_login(clerk)
    client.post(page("plan-publish", submitted.pk), {"on": "2024-03-20"})
    submitted.refresh_from_db()
    assert (submitted.state, str(submitted.published_on)) == ("published", "2024-03-20")


def test_approving_is_the_first_button_of_the_head(client, head, checked, submitted):
    client.force_login(head)
    acts = client.get(submitted.get_absolute_url()).context["acts"]
    assert [(act.label, act.primary) for act in acts] == [("审定", True), ("退回修改", False)]


def test_closing_is_open_because_its_page_asks_for_the_reasons(client, clerk, head, unit):
    plan = arranging.make_approved_plan(clerk, head, unit)
    planning.publish_plan(plan, actor=clerk, on=ON)
    client.force_login(clerk)
    acts = client.get(plan.get_absolute_url()).context["acts"]
    assert (acts[0].label, acts[0].why) == ("总结", "")


def test_closing_asks_for_the_reason_of_each_open_item(client, clerk, head, unit):
    plan = arranging.make_approved_plan(clerk, head, unit)
    planning.publish_plan(plan, actor=clerk, on=ON)
    item = plan.items.get()
    client.force_login(clerk)
    name = f"deviation_{item.pk}"
    empty = client.post(page("plan-close", plan.pk), {"on": "2024-12-30"})
    told = {name: "单位搬迁", "on": "2024-12-30"}
    unticked = client.post(page("plan-close", plan.pk), told)
    assert list(unticked.context["form"].errors) == ["confirm"]
    client.post(page("plan-close", plan.pk), {**told, "confirm": "on"})
    plan.refresh_from_db()
    assert (empty.status_code, name in empty.context["form"].errors) == (422, True)
    assert plan.state == "closed"


def test_an_item_is_removed_after_a_question(client, clerk, plan):
    item = plan.items.get()
    client.force_login(clerk)
    asked = client.get(page("plan-item-remove", item.pk))
    client.post(page("plan-item-remove", item.pk), {"on": "2024-03-18"})
    assert (asked.status_code, plan.items.count()) == (200, 0)
