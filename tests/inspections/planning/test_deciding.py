"""An annual plan is checked by one, decided by another and published by its drafter."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Plan
from inspections.queries import plan_work
from inspections.queries import planning as queries
from inspections.services import planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


def test_a_plan_goes_from_draft_to_published(published):
    assert (published.state, published.approved_on, published.published_on) == ("published", ON, ON)


def test_no_step_of_a_plan_is_dated_before_the_one_it_rests_on(checked, submitted, head, clerk):
    earlier = ON - timedelta(1)
    with pytest.raises(Refused, match="不能早于法制审核的日期"):
        planning.approve_plan(submitted, actor=head, on=earlier)
    planning.approve_plan(submitted, actor=head, on=ON)
    with pytest.raises(Refused, match="不能早于审定的日期"):
        planning.publish_plan(submitted, actor=clerk, on=earlier)
    planning.publish_plan(submitted, actor=clerk, on=ON)
    reasons = {submitted.items.get().pk: "单位搬迁"}
    with pytest.raises(Refused, match="不能早于公布的日期"):
        planning.close_plan(submitted, actor=clerk, on=earlier, deviations=reasons)
    assert planning.close_plan(submitted, actor=clerk, on=ON, deviations=reasons).closed_on == ON


def test_a_plan_is_approved_by_another(bureau, unit):
    both = factories.make_user("both", "clerk", "head", "backfiller", bureau=bureau)
    plan = arranging.make_plan(both)
    arranging.add_units(plan, both, unit)
    planning.submit_plan(plan, actor=both, on=ON)
    arranging.check_plan(plan)
    with pytest.raises(Refused, match="编制人不能审定自己编制的计划"):
        planning.approve_plan(plan, actor=both, on=ON)


def test_a_plan_is_checked_by_another(bureau, unit, reviewer):
    both = factories.make_user("both", "clerk", "reviewer", "backfiller", bureau=bureau)
    plan = arranging.make_plan(both)
    arranging.add_units(plan, both, unit)
    planning.submit_plan(plan, actor=both, on=ON)
    with pytest.raises(Refused, match="编制人不能审核自己编制的计划"):
        planning.check_plan(plan, actor=both, on=ON, opinion="同意")
    assert planning.check_plan(plan, actor=reviewer, on=ON, opinion="同意").checked_by == reviewer


def test_who_checked_does_not_decide(submitted, bureau, head):
    both = factories.make_user("both", "head", "reviewer", "backfiller", bureau=bureau)
    planning.check_plan(submitted, actor=both, on=ON, opinion="同意")
    with pytest.raises(Refused, match="审核人不能审定"):
        planning.approve_plan(submitted, actor=both, on=ON)
    assert planning.approve_plan(submitted, actor=head, on=ON).state == "approved"


def test_nothing_is_decided_before_it_is_checked(submitted, head):
    with pytest.raises(Refused, match="待法制审核"):
        planning.approve_plan(submitted, actor=head, on=ON)
    arranging.check_plan(submitted)
    planning.approve_plan(submitted, actor=head, on=ON)


def test_a_check_says_what_was_found(submitted, reviewer):
    with pytest.raises(Refused, match="审核意见"):
        planning.check_plan(submitted, actor=reviewer, on=ON, opinion=" ")
    plan = planning.check_plan(submitted, actor=reviewer, on=ON, opinion="有依据")
    assert (plan.opinion, plan.checked_on) == ("有依据", ON)


def test_the_head_does_not_check(submitted, head):
    with pytest.raises(PermissionDenied):
        planning.check_plan(submitted, actor=head, on=ON, opinion="同意")


def test_the_reviewer_returns_what_he_has_before_him_and_no_more(submitted, reviewer, clerk, head):
    plan = planning.return_plan(submitted, actor=reviewer, on=ON, note="清单没有依据")
    assert queries.reason_of_return(plan, clerk) == "清单没有依据"
    planning.submit_plan(plan, actor=clerk, on=ON)
    plan = arranging.check_plan(plan)
    with pytest.raises(PermissionDenied):
        planning.return_plan(plan, actor=reviewer, on=ON, note="再改")
    plan = planning.return_plan(plan, actor=head, on=ON, note="再改")
    assert (plan.state, plan.checked_by, plan.opinion) == ("draft", None, "")


def test_a_return_needs_its_reason(checked, head):
    with pytest.raises(Refused, match="退回的原因"):
        planning.return_plan(checked, actor=head, on=ON, note=" ")


def test_a_returned_plan_is_a_draft_again_and_its_drafter_is_told(checked, head, clerk):
    plan = planning.return_plan(checked, actor=head, on=ON, note="请补充 10 月的项目")
    told = Message.objects.get(recipient=clerk).text
    assert (plan.state, told) == ("draft", f"{plan}被退回：请补充 10 月的项目")
    assert queries.reason_of_return(plan, clerk) == "请补充 10 月的项目"


def test_a_plan_of_another_bureau_does_not_exist(submitted, other_bureau):
    foreign = factories.make_user("foreign", "head", "backfiller", bureau=other_bureau)
    with pytest.raises(Plan.DoesNotExist):
        planning.approve_plan(submitted, actor=foreign, on=ON)


def test_every_act_on_a_plan_leaves_an_entry(published):
    actions = AuditEntry.objects.about(published).values_list("action", flat=True)
    assert list(actions) == [
        "publish", "approve", "check", "submit", "add_items", "create_plan",
    ]  # fmt: skip


def test_a_waiting_plan_stands_in_the_work_of_whoever_is_next(submitted, reviewer, head, clerk):
    def work():
        people = (reviewer, head, clerk)
        return [[item.text for item in plan_work.work_for_plans(user)] for user in people]

    assert work() == [[f"审核{submitted.title}"], [], []]
    arranging.check_plan(submitted)
    assert work() == [[], [f"审定{submitted.title}"], []]
    submitted.refresh_from_db()
    planning.return_plan(submitted, actor=head, on=ON, note="请补充单位")
    assert work() == [[], [], [f"修改退回的{submitted.title}"]]


def test_an_approved_plan_waits_for_its_drafter_to_publish_it(checked, submitted, clerk, head):
    planning.approve_plan(submitted, actor=head, on=ON)
    assert [item.text for item in plan_work.work_for_plans(clerk)] == [f"公布{submitted.title}"]
    assert not plan_work.work_for_plans(head)
    planning.publish_plan(submitted, actor=clerk, on=ON)
    assert not plan_work.work_for_plans(clerk)
