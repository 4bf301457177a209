"""撤回 of plans and checklists that were published by mistake."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Act, Refused
from inspections import guards
from inspections.services import plan_items, planning, publishing
from tests import factories
from tests.inspections import arranging

TODAY = localdate()
REASON = "误公布，附件有错"


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def planner(clerk, head, unit):
    """Whoever takes a plan of this year to its publication, from wherever it is."""
    plan = arranging.make_plan(clerk, year=TODAY.year, title="示例计划")
    arranging.add_units(plan, clerk, unit, month=TODAY.month)

    def publish(on=TODAY):
        planning.submit_plan(plan, actor=clerk, on=on)
        arranging.approve_plan(plan, head, on=on)
        return planning.publish_plan(plan, actor=clerk, on=on)

    return publish


def public(client, page, row):
    return client.get(reverse(f"publicity:public-{page}", args=[row.pk]))


# 年度计划


def test_a_withdrawn_plan_is_a_draft_and_comes_back_corrected(planner, clerk, client, officer):
    plan = planner()
    plan = planning.withdraw_plan(plan, actor=clerk, on=TODAY, reason=REASON)
    assert (plan.state, plan.published_on, plan.approved_on) == ("draft", None, None)
    answer = public(client, "plan-detail", plan)
    assert (answer.status_code, REASON in answer.text, plan.title in answer.text) == (
        410,
        True,
        False,
    )
    item = plan.items.get()
    with pytest.raises(Refused, match="还没有审定"):
        arranging.draft_visit(officer, item.unit, on=TODAY, scheduled_on=TODAY, plan_item=item)
    entry = AuditEntry.objects.about(plan).get(action="withdraw")
    assert (entry.note, entry.actor) == (REASON, clerk)
    plan = planner()
    answer = public(client, "plan-detail", plan)
    assert (answer.status_code, plan.title in answer.text, REASON in answer.text) == (
        200,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [({"reason": " "}, "请写明撤回的理由"), ({"reason": "请问 138 0013 8000"}, "手机号码"),
     ({"on": TODAY - timedelta(1)}, "当天为准")],
)  # fmt: skip
def test_a_plan_is_withdrawn_today_for_a_reason_that_all_may_read(planner, clerk, given, why):
    plan = planner()
    asked = {"actor": clerk, "on": TODAY, "reason": REASON}
    with pytest.raises(Refused, match=why):
        planning.withdraw_plan(plan, **asked | given)
    assert planning.withdraw_plan(plan, **asked).state == "draft"


def test_what_visits_went_by_stays_on_a_withdrawn_plan(planner, clerk, officer, bureau):
    plan = planner()
    item = plan.items.get()
    arranging.draft_visit(officer, item.unit, on=TODAY, scheduled_on=TODAY, plan_item=item)
    plan = planning.withdraw_plan(plan, actor=clerk, on=TODAY, reason=REASON)
    with pytest.raises(Refused, match="已经按这个项目安排过"):
        plan_items.remove_item(item, actor=clerk, on=TODAY)
    other = factories.make_unit(bureau, "示例街道二")
    [added] = arranging.add_units(plan, clerk, other, month=TODAY.month)
    plan_items.remove_item(added, actor=clerk, on=TODAY)
    assert list(plan.items.all()) == [item]


def test_who_may_not_publish_withdraws_nothing(planner, head, officer):
    plan = planner()
    for person in (head, officer):
        with pytest.raises(PermissionDenied):
            planning.withdraw_plan(plan, actor=person, on=TODAY, reason=REASON)


# 检查清单


def test_an_enterprise_is_not_checked_by_a_list_that_was_withdrawn(clerk, officer, bureau, client):
    firm = factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
    row = publishing.publish_list(arranging.checklist(), actor=clerk, on=TODAY, published_on=TODAY)
    later = TODAY + timedelta(7)
    visit = arranging.draft_visit(officer, firm, on=TODAY, scheduled_on=later, unannounced="防止")
    asked = Act(officer, TODAY)
    assert guards.items_published(visit, asked) is None
    withdrawn = publishing.withdraw_list(row, actor=clerk, on=TODAY, reason=REASON)
    assert "还没有公布" in guards.items_published(visit, asked)
    assert REASON in public(client, "checklist-detail", row).text
    with pytest.raises(Refused, match="已经撤回"):
        publishing.withdraw_list(withdrawn, actor=clerk, on=TODAY, reason=REASON)
    again = publishing.publish_list(
        arranging.checklist(), actor=clerk, on=TODAY, published_on=TODAY
    )
    assert guards.items_published(visit, asked) is None
    found = [public(client, "checklist-detail", each).status_code for each in (row, again)]
    assert found == [410, 200]


def test_a_list_is_withdrawn_by_who_publishes_lists(clerk, officer):
    row = publishing.publish_list(arranging.checklist(), actor=clerk, on=TODAY, published_on=TODAY)
    with pytest.raises(PermissionDenied):
        publishing.withdraw_list(row, actor=officer, on=TODAY, reason=REASON)
    with pytest.raises(Refused, match="当天为准"):
        publishing.withdraw_list(row, actor=clerk, on=TODAY - timedelta(1), reason=REASON)
    row.refresh_from_db()
    assert row.withdrawn_on is None
