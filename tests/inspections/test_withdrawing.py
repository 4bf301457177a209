"""撤回 of plans, checklists and draws that were published by mistake."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Act, Refused
from inspections import guards
from inspections.models import Draw, Inspection, PlanItem
from inspections.queries import draws as draw_queries
from inspections.services import draws, planning, publishing
from tests import factories
from tests.inspections import arranging, holding

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
        planning.remove_item(item, actor=clerk, on=TODAY)
    other = factories.make_unit(bureau, "示例街道二")
    [added] = arranging.add_units(plan, clerk, other, month=TODAY.month)
    planning.remove_item(added, actor=clerk, on=TODAY)
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


# 随机抽取


@pytest.fixture
def lists(bureau, officer, second_officer):
    for number in "一二三":
        factories.make_unit(bureau, f"示例街道{number}")


def test_before_the_number_the_clerk_withdraws_a_draw(lists, clerk, client):
    draw = holding.contributed(clerk)
    record = draw_queries.record(draw)
    with holding.at(holding.WITNESSED):
        on = holding.WITNESSED.date()
        draw = draws.withdraw(draw, actor=clerk, on=on, reason=REASON)
    assert draw.state == Draw.State.WITHDRAWN
    answer = public(client, "draw-detail", draw)
    assert (answer.status_code, draw.digest in answer.text) == (410, True)
    assert "示例街道一" not in answer.text
    assert "撤回" in draw_queries.differences(record)[0]


def test_from_the_number_on_the_head_alone_withdraws_a_draw(lists, clerk, head):
    draw = holding.held(clerk)
    asked = {"on": holding.today(), "reason": REASON}
    both = factories.make_user("both", "clerk", "head", bureau=draw.bureau)
    own = holding.held(both, title="自己办理的抽取")
    with holding.at(holding.HELD):
        with pytest.raises(Refused):
            draws.withdraw(draw, actor=clerk, **asked)
        with pytest.raises(PermissionDenied):
            draws.withdraw_result(draw, actor=clerk, **asked)
        with pytest.raises(Refused, match="不能决定自己办理的抽取"):
            draws.withdraw_result(own, actor=both, **asked)
        assert draws.withdraw_result(draw, actor=head, **asked).state == Draw.State.WITHDRAWN


def test_a_known_number_closes_the_clerks_way(lists, clerk):
    draw = holding.contributed(clerk)
    with holding.at(holding.HELD), pytest.raises(Refused, match="结果已经可以算出"):
        draws.withdraw(draw, actor=clerk, on=holding.today(), reason=REASON)


def test_what_a_withdrawn_draw_put_on_a_plan_goes_off_it(lists, clerk, head, unit):
    plan = arranging.make_plan(clerk, year=2026)
    arranging.add_units(plan, clerk, unit, month=11)
    draw = holding.held(clerk)
    with holding.at(holding.HELD):
        holding.adopt(draw, head, plan)
        draw = draws.withdraw_result(draw, actor=head, on=holding.today(), reason=REASON)
    assert [item.unit for item in plan.items.all()] == [unit]
    assert AuditEntry.objects.about(plan).filter(action="remove_drawn").exists()


def test_a_draw_that_visits_go_by_stays_public(lists, clerk, head):
    plan = arranging.make_plan(clerk, year=2026)
    draw = holding.held(clerk)
    with holding.at(holding.HELD):
        item = holding.adopt(draw, head, plan)[0]
        visit = Inspection.objects.create(
            bureau=plan.bureau, unit=item.unit, kind="daily", plan_item=item, drafted_by=clerk,
            checklist=item.checklist, scheduled_on=holding.today(), session="morning",
        )  # fmt: skip
        asked = {"actor": head, "on": holding.today(), "reason": REASON}
        with pytest.raises(Refused, match="已经按抽取结果安排了"):
            draws.withdraw_result(draw, **asked)
        assert PlanItem.objects.filter(draw=draw).count() == 2
        visit.delete()
        assert draws.withdraw_result(draw, **asked).state == Draw.State.WITHDRAWN
