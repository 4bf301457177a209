"""How far a published plan has come, and when it may be closed."""

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, Plan
from inspections.queries import planning as queries
from inspections.services import planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


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
