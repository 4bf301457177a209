"""撤回 of a draw that was published by mistake: by the clerk, from the number on by the head."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Draw, Inspection, PlanItem
from inspections.queries import draws as draw_queries
from inspections.services import draw_withdrawing
from tests import factories
from tests.inspections import arranging, holding

TODAY = localdate()
REASON = "误公布，附件有错"


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


def public(client, page, row):
    return client.get(reverse(f"publicity:public-{page}", args=[row.pk]))


@pytest.fixture
def lists(bureau, officer, second_officer):
    for number in "一二三":
        factories.make_unit(bureau, f"示例街道{number}")


def test_before_the_number_the_clerk_withdraws_a_draw(lists, clerk, client):
    draw = holding.contributed(clerk)
    record = draw_queries.record(draw)
    with holding.at(holding.WITNESSED):
        on = holding.WITNESSED.date()
        draw = draw_withdrawing.withdraw(draw, actor=clerk, on=on, reason=REASON)
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
            draw_withdrawing.withdraw(draw, actor=clerk, **asked)
        with pytest.raises(PermissionDenied):
            draw_withdrawing.withdraw_result(draw, actor=clerk, **asked)
        with pytest.raises(Refused, match="不能决定自己办理的抽取"):
            draw_withdrawing.withdraw_result(own, actor=both, **asked)
        assert (
            draw_withdrawing.withdraw_result(draw, actor=head, **asked).state
            == Draw.State.WITHDRAWN
        )


def test_a_known_number_closes_the_clerks_way(lists, clerk):
    draw = holding.contributed(clerk)
    with holding.at(holding.HELD), pytest.raises(Refused, match="结果已经可以算出"):
        draw_withdrawing.withdraw(draw, actor=clerk, on=holding.today(), reason=REASON)


def test_what_a_withdrawn_draw_put_on_a_plan_goes_off_it(lists, clerk, head, unit):
    plan = arranging.make_plan(clerk, year=2026)
    arranging.add_units(plan, clerk, unit, month=11)
    draw = holding.held(clerk)
    with holding.at(holding.HELD):
        holding.adopt(draw, head, plan)
        draw = draw_withdrawing.withdraw_result(draw, actor=head, on=holding.today(), reason=REASON)
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
            draw_withdrawing.withdraw_result(draw, **asked)
        assert PlanItem.objects.filter(draw=draw).count() == 2
        visit.delete()
        assert draw_withdrawing.withdraw_result(draw, **asked).state == Draw.State.WITHDRAWN
