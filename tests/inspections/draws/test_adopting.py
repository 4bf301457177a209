"""What becomes of a result: it goes on the plan, or the draw is held anew."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.forms.teams import TeamForm
from inspections.models import Draw, PlanItem
from inspections.queries import draws as queries
from inspections.services import draw_exclusions, draws, plan_items, planning
from tests import factories
from tests.inspections import arranging, holding

pytestmark = pytest.mark.django_db
S = Draw.State


# 采用


def test_the_drawn_units_go_on_the_plan_with_their_officers(lists, clerk, head, plan):
    draw = holding.held(clerk)
    items = holding.adopt(draw, head, plan)
    assert {
        str(item.unit): {str(person) for person in item.drawn_officers.all()} for item in items
    } == {row.unit["name"]: {who["name"] for who in row.officers} for row in queries.drawn(draw)}
    assert list(plan.items.values_list("draw", flat=True)) == [draw.pk] * 2
    assert AuditEntry.objects.about(plan).first().details["draw"] == draw.digest
    assert Message.objects.filter(recipient=clerk, text__contains="已列入").exists()
    draw.refresh_from_db()
    assert draw.state == S.ADOPTED


def test_who_prepared_or_drew_does_not_adopt(lists, bureau, plan):
    both = factories.make_user("both", "clerk", "head", bureau=bureau)
    with pytest.raises(Refused, match="自己办理的"):
        holding.adopt(holding.held(both), both, plan)


def test_the_clerk_may_not_adopt_and_the_head_may_not_draw(lists, clerk, head, plan):
    with pytest.raises(PermissionDenied):
        holding.adopt(holding.held(clerk), clerk, plan)
    with pytest.raises(PermissionDenied):
        holding.hold(holding.contributed(clerk), head)


def test_a_result_is_adopted_once(lists, clerk, head, plan):
    draw = holding.held(clerk)
    holding.adopt(draw, head, plan)
    with pytest.raises(Refused, match="已采用"):
        holding.adopt(draw, head, plan, month=11)
    assert PlanItem.objects.count() == 2


def test_no_month_before_the_draw(lists, clerk, head, plan):
    draw = holding.held(clerk)
    with pytest.raises(Refused, match="早于抽取"):
        holding.adopt(draw, head, plan, month=10)
    draw.refresh_from_db()
    assert draw.state == S.DRAWN


def test_a_result_is_not_adopted_before_it_was_drawn(lists, clerk, head, plan):
    draw = holding.held(clerk)
    chosen = {"plan": plan, "kind": "daily", "month": 12, "checklist": arranging.checklist()}
    with pytest.raises(Refused, match="不能早于抽取的日期"):
        draws.adopt(draw, actor=head, on=date(2026, 11, 22), **chosen)
    assert len(draws.adopt(draw, actor=head, on=date(2026, 11, 23), **chosen)) == 2


def test_a_plan_that_waits_for_its_decision_takes_nothing(lists, clerk, head, plan, units):
    arranging.add_units(plan, clerk, units[0], month=12, kind="special")
    planning.submit_plan(plan, actor=clerk, on=holding.today())
    with pytest.raises(Refused, match="另选计划"):
        holding.adopt(holding.held(clerk), head, plan)
    arranging.approve_plan(plan, head, on=holding.today())
    assert len(holding.adopt(Draw.objects.get(), head, plan)) == 2


def test_a_plan_of_another_bureau_does_not_exist(lists, clerk, head, other_bureau):
    stranger = factories.make_user("stranger", "clerk", "backfiller", bureau=other_bureau)
    with pytest.raises(ObjectDoesNotExist):
        holding.adopt(holding.held(clerk), head, arranging.make_plan(stranger, year=2026))


def test_a_drawn_item_is_not_taken_off_the_plan(lists, clerk, head, plan, units):
    item, _ = holding.adopt(holding.held(clerk), head, plan)
    other = arranging.add_units(plan, clerk, units[0], kind="special")[0]
    with pytest.raises(Refused, match="随机抽取产生"):
        plan_items.remove_item(item, actor=clerk, on=holding.today())
    plan_items.remove_item(other, actor=clerk, on=arranging.PLANNED_ON)


def test_the_drawn_officers_are_proposed_for_the_team(lists, clerk, head, officer, plan):
    item = holding.adopt(holding.held(clerk), head, plan)[0]
    plan.refresh_from_db()
    planning.submit_plan(plan, actor=clerk, on=holding.today())
    arranging.approve_plan(plan, head, on=holding.today())
    day = holding.HELD.replace(month=12, day=10).date()
    visit = arranging.draft_visit(
        officer, item.unit, on=holding.today(), scheduled_on=day, plan_item=item
    )
    initial = TeamForm.initial_of(visit)
    assert {initial["lead"], *initial["officers"]} == {
        person.pk for person in item.drawn_officers.all()
    }


# 重新抽取


def redraw(draw, head, reason="名单漏列单位"):
    return draws.redraw(draw, actor=head, on=holding.today(), reason=reason)


def test_a_redraw_keeps_the_old_one_and_says_why(lists, clerk, head):
    old = holding.prepared(clerk)
    draw_exclusions.exclude(old, actor=clerk, on=holding.today(), unit=lists[0][0], reason="搬迁")
    old = holding.hold(holding.contribute(holding.publish(old, clerk), clerk), clerk)
    new = redraw(old, head)
    kept = Draw.objects.get(pk=old.pk)
    assert (kept.state, kept.redraw_reason) == (S.REDRAWN, "名单漏列单位")
    assert kept.drawn == old.drawn
    assert (new.state, new.redraw_of, new.drafted_by) == (S.DRAFT, kept, clerk)
    assert [str(row) for row in new.exclusions.all()] == ["示例街道一：搬迁"]
    assert list(queries.public_draws()) == [kept]


def test_the_new_draw_names_the_old_one_in_what_it_publishes(lists, clerk, head):
    old = holding.held(clerk)
    new = redraw(old, head)
    later = holding.ANNOUNCED.replace(day=29)
    new = draws.revise(
        new, actor=clerk, on=holding.today(), **{**holding.SETTINGS, "announced_at": later}
    )
    new = draws.publish(new, actor=clerk, on=holding.today())
    assert new.lists["notice"]["redraw_of"] == old.digest
    assert new.digest != old.digest


def test_a_redraw_needs_a_reason_and_somebody_else(lists, clerk, head, bureau):
    draw = holding.held(clerk)
    with pytest.raises(Refused, match="原因"):
        redraw(draw, head, " ")
    with pytest.raises(PermissionDenied):
        redraw(draw, clerk)
    both = factories.make_user("both", "clerk", "head", bureau=bureau)
    with pytest.raises(Refused, match="自己办理的"):
        redraw(holding.held(both), both)


def test_what_is_adopted_is_not_drawn_anew(lists, clerk, head, plan):
    draw = holding.held(clerk)
    holding.adopt(draw, head, plan)
    with pytest.raises(Refused, match="已采用"):
        redraw(draw, head)
