"""Lines of a proposal go on the plan, when they are still proposed, with half-day and officers."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.urls import reverse

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.forms.teams import TeamForm
from inspections.models import Leave, PlanItem
from inspections.queries.proposals import proposed
from inspections.services import planning
from inspections.services.proposals import adopt_lines
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_rule
from tests.reports.counting import counted

pytestmark = pytest.mark.django_db
TODAY = date(2024, 12, 2)  # four Thursdays are left: 5, 12, 19 and 26 December
THURSDAYS = [date(2024, 12, day) for day in (5, 12, 19, 26)]


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{name}") for name in "一二三"]


@pytest.fixture
def plan(clerk, officer, second_officer, units):
    make_rule(clerk, on=TODAY)
    return arranging.make_plan(clerk)


def codes(user, plan):
    return [line.code for line in proposed(user, plan, TODAY).visits]


def adopt(plan, actor, chosen, **more):
    asked = {"on": TODAY, "checklist": arranging.checklist(), **more}
    return adopt_lines(plan, actor=actor, chosen=chosen, **asked)


def test_chosen_lines_become_items_with_half_day_and_officers(clerk, plan):
    first, second, _ = codes(clerk, plan)
    items = adopt(plan, clerk, [first, second])
    assert [(item.month, item.kind, item.asked_by) for item in items] == [
        (12, "daily", "日常巡查")
    ] * 2
    assert {item.half_day_on for item in items} <= set(THURSDAYS)
    for item in items:
        names = {str(person) for person in item.proposed_officers.all()}
        assert names == {"officer", "second_officer"}
    assert len(AuditEntry.objects.about(plan).get(action="adopt_proposal").details["lines"]) == 2


def test_what_is_on_the_plan_is_proposed_no_more(clerk, plan):
    first, *rest = codes(clerk, plan)
    adopt(plan, clerk, [first])
    left = proposed(clerk, plan, TODAY)
    assert len(left.visits) == len(rest) == 2
    taken = PlanItem.objects.get().half_day_on
    assert taken not in {line.line.half_day.day for line in left.visits}


def test_a_proposal_that_has_changed_is_read_again(clerk, plan, units, officer, bureau):
    chosen = codes(clerk, plan)
    Leave.objects.create(
        bureau=bureau, officer=officer, first_day=THURSDAYS[0], last_day=THURSDAYS[-1],
        reason="病假", entered_by=clerk,
    )  # fmt: skip
    with pytest.raises(Refused, match="方案已经变化"):
        adopt(plan, clerk, chosen)
    assert not PlanItem.objects.exists()


def test_nothing_chosen_or_made_up_is_refused(clerk, plan):
    with pytest.raises(Refused, match="至少勾选一行"):
        adopt(plan, clerk, [])
    with pytest.raises(Refused, match="方案已经变化"):
        adopt(plan, clerk, ["1/daily/20241205/afternoon/1-2"])


def test_only_who_plans_adopts_and_only_on_a_draft(clerk, head, officer, plan, other_bureau):
    chosen = codes(clerk, plan)
    with pytest.raises(PermissionDenied):
        adopt(plan, officer, chosen)
    foreign = factories.make_user("foreign", "clerk", bureau=other_bureau)
    with pytest.raises(ObjectDoesNotExist):
        adopt(plan, foreign, chosen)
    adopt(plan, clerk, chosen[:1])
    planning.submit_plan(plan, actor=clerk, on=TODAY)
    with pytest.raises(Refused, match="待法制审核"):
        adopt(plan, clerk, chosen[1:])


def test_who_is_away_or_without_certificate_is_not_proposed(
    clerk, plan, bureau, officer, second_officer
):
    third = factories.make_officer("third", bureau)
    Certificate.objects.filter(user=second_officer).update(valid_to=THURSDAYS[1])
    Leave.objects.create(
        bureau=bureau, officer=officer, first_day=THURSDAYS[0], last_day=THURSDAYS[0],
        reason="学习", entered_by=clerk,
    )  # fmt: skip
    for line in proposed(clerk, plan, TODAY).visits:
        day = line.line.half_day.day
        assert officer not in line.officers or day > THURSDAYS[0]
        assert second_officer not in line.officers or day <= THURSDAYS[1]
    assert any(third in line.officers for line in proposed(clerk, plan, TODAY).visits)


def test_an_arranged_visit_keeps_its_team_busy(clerk, plan, officer, second_officer, bureau):
    other = factories.make_unit(bureau, "示例街道四")
    visit = arranging.draft_visit(officer, other, on=TODAY, scheduled_on=THURSDAYS[0])
    visit.team.create(user=officer, part="lead")
    assert {line.line.half_day.day for line in proposed(clerk, plan, TODAY).visits} == set(
        THURSDAYS[1:]
    )


def test_the_plan_item_hands_on_half_day_and_officers(client, clerk, head, officer, plan):
    adopt(plan, clerk, codes(clerk, plan)[:1])
    planning.submit_plan(plan, actor=clerk, on=TODAY)
    arranging.approve_plan(plan, head, on=TODAY)
    item = PlanItem.objects.get()
    client.force_login(officer)
    page = client.get(reverse("inspections:inspection-create"), {"plan_item": item.pk})
    assert page.context["form"].initial["slot"] == f"{item.half_day_on} afternoon"
    visit = arranging.draft_visit(
        officer, item.unit, on=TODAY, scheduled_on=item.half_day_on, plan_item=item
    )
    initial = TeamForm.initial_of(visit)
    assert {initial["lead"], *initial["officers"]} == {
        person.pk for person in item.proposed_officers.all()
    }


def test_the_page_ticks_all_and_takes_what_is_ticked(client, clerk, plan, units):
    client.force_login(clerk)
    address = reverse("inspections:plan-proposal", args=[plan.pk])
    page = client.get(address)
    chosen = sorted(page.context["chosen"])
    assert page.content.decode().count(" checked") >= 3
    posted = {"lines": chosen[:2], "checklist": arranging.checklist().pk, "on": TODAY.isoformat()}
    answer = client.post(address, posted, follow=True)
    assert "已把 2 次检查列入计划" in answer.content.decode()
    assert plan.items.count() == 2


def test_the_page_says_what_cannot_be_met(client, clerk, plan, bureau):
    for number in range(9):
        factories.make_unit(bureau, f"另一街道{number}")
    client.force_login(clerk)
    said = client.get(reverse("inspections:plan-proposal", args=[plan.pk])).content.decode()
    assert "需要 12 次检查，余下 4 个半天按现有持证执法人员最多安排 4 次" in said


def test_rows_cost_no_queries(client, clerk, plan, bureau, officer):
    client.force_login(clerk)
    address = reverse("inspections:plan-proposal", args=[plan.pk])
    client.get(address)
    before = counted(client, address)
    for name in "四五":
        factories.make_unit(bureau, f"示例街道{name}")
        factories.make_officer(f"officer-{name}", bureau)
    assert counted(client, address) == before
