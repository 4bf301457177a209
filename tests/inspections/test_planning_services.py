"""Acts on annual plans: who may, in which order, and what stands in the way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Inspection, Plan
from inspections.queries import planning as queries
from inspections.services import planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def plan(clerk):
    return arranging.make_plan(clerk)


@pytest.fixture
def filled(plan, clerk, unit):
    arranging.add_units(plan, clerk, unit)
    return plan


@pytest.fixture
def submitted(filled, clerk):
    return planning.submit_plan(filled, actor=clerk, on=ON)


@pytest.fixture
def checked(submitted):
    return arranging.check_plan(submitted)


@pytest.fixture
def published(checked, submitted, head, clerk):
    planning.approve_plan(submitted, actor=head, on=ON)
    return planning.publish_plan(submitted, actor=clerk, on=ON)


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
        planning.add_items(
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
    items = planning.add_items(
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
    planning.remove_item(filled.items.get(), actor=clerk, on=ON)
    assert filled.items.count() == 0


def test_a_submitted_plan_is_closed_for_its_drafter(submitted, clerk, unit):
    with pytest.raises(Refused, match="待法制审核"):
        planning.remove_item(submitted.items.get(), actor=clerk, on=ON)


def test_an_empty_plan_cannot_be_submitted(plan, clerk):
    with pytest.raises(Refused, match="还没有检查项目"):
        planning.submit_plan(plan, actor=clerk, on=ON)


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


def test_a_plan_is_closed_once_each_open_item_has_its_reason(published, clerk):
    item = published.items.get()
    plan = planning.close_plan(
        published, actor=clerk, on=ON, deviations={item.pk: "单位搬迁"}, summary="完成较好。"
    )
    item.refresh_from_db()
    assert (plan.state, item.deviation) == ("closed", "单位搬迁")
    assert (plan.closed_on, plan.summary) == (ON, "完成较好。")


def test_a_plan_with_an_unexplained_item_stays_open(published, clerk):
    with pytest.raises(Refused, match="还有 1 个项目没有完成"):
        planning.close_plan(published, actor=clerk, on=ON, deviations={})
    assert Plan.objects.get().state == "published"


def test_reasons_are_not_kept_when_the_plan_stays_open(published, clerk, bureau, unit):
    item = published.items.get()
    published.items.create(unit=unit, kind="daily", month=12, checklist=arranging.checklist())
    with pytest.raises(Refused):
        planning.close_plan(published, actor=clerk, on=ON, deviations={item.pk: "单位搬迁"})
    item.refresh_from_db()
    assert item.deviation == ""


def test_a_plan_of_another_bureau_does_not_exist(submitted, other_bureau):
    foreign = factories.make_user("foreign", "head", "backfiller", bureau=other_bureau)
    with pytest.raises(Plan.DoesNotExist):
        planning.approve_plan(submitted, actor=foreign, on=ON)


def test_every_act_on_a_plan_leaves_an_entry(published):
    actions = AuditEntry.objects.about(published).values_list("action", flat=True)
    assert list(actions) == [
        "publish", "approve", "check", "submit", "add_items", "create_plan",
    ]  # fmt: skip


def test_progress_counts_what_is_arranged_and_done(published, officer, second_officer, bureau):
    other = factories.make_unit(bureau, "示例街道二", Party.Kind.ORGAN)
    published.items.create(unit=other, kind="daily", month=9, checklist=arranging.checklist())
    first, second = published.items.order_by("pk")
    for item in (first, second):
        arranging.draft_visit(officer, item.unit, plan_item=item)
    Inspection.objects.filter(plan_item=first).update(state="closed")
    rate = queries.progress(queries.items_of(published))
    assert (rate.total, rate.arranged, rate.done, rate.percent) == (2, 2, 1, 50)
    assert [(month.number, month.done) for month in rate.months] == [(9, 1)]


def test_a_cancelled_check_does_not_count_as_arranged(published, officer):
    item = published.items.get()
    visit = arranging.draft_visit(officer, item.unit, plan_item=item)
    Inspection.objects.filter(pk=visit.pk).update(state="cancelled")
    assert queries.progress(queries.items_of(published)).arranged == 0


def test_what_an_unapproved_visit_was_for_is_arranged_again(published, officer, head):
    item = published.items.get()
    visit = arranging.draft_visit(officer, item.unit, plan_item=item)
    with pytest.raises(Refused, match="已经安排过检查"):
        arranging.draft_visit(officer, item.unit, plan_item=item)
    Inspection.objects.filter(pk=visit.pk).update(state="unapproved")
    assert queries.progress(queries.items_of(published)).arranged == 0
    assert list(queries.open_items(officer)) == [item]
    again = arranging.draft_visit(officer, item.unit, plan_item=item)
    assert again.plan_item == item and not queries.open_items(officer)


def test_a_waiting_plan_stands_in_the_work_of_whoever_is_next(submitted, reviewer, head, clerk):
    def work():
        people = (reviewer, head, clerk)
        return [[item.text for item in queries.work_for_plans(user)] for user in people]

    assert work() == [[f"审核{submitted.title}"], [], []]
    arranging.check_plan(submitted)
    assert work() == [[], [f"审定{submitted.title}"], []]
    submitted.refresh_from_db()
    planning.return_plan(submitted, actor=head, on=ON, note="请补充单位")
    assert work() == [[], [], [f"修改退回的{submitted.title}"]]


def test_an_approved_plan_waits_for_its_drafter_to_publish_it(checked, submitted, clerk, head):
    planning.approve_plan(submitted, actor=head, on=ON)
    assert [item.text for item in queries.work_for_plans(clerk)] == [f"公布{submitted.title}"]
    assert not queries.work_for_plans(head)
    planning.publish_plan(submitted, actor=clerk, on=ON)
    assert not queries.work_for_plans(clerk)
