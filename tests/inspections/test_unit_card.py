"""What checks add to the page of a unit."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from inspections.models import ChecklistItem
from inspections.queries import unit_card
from tests import factories
from tests.inspections import arranging
from tests.inspections.rectifying import days, make_finding, make_visit, uphold
from units import services as register


def item(code):
    return ChecklistItem.objects.get(checklist__code="general-2024", code=code)


def again(unit, officer, ago, *codes):
    visit = make_visit(unit, officer, letter=None)
    unit.inspections.filter(pk=visit.pk).update(inspected_on=days(-ago), scheduled_on=days(-ago))
    return [make_finding(visit, at, item=item(code)) for at, code in enumerate(codes, 1)]


def times(unit, user):
    return {row.finding.pk: row.time for row in unit_card.problems(unit, user)}


def test_a_matter_found_again_says_which_time_it_is(client, bureau, unit, officer):
    first, other = again(unit, officer, 700, "2-02", "2-06")
    second, twin = again(unit, officer, 400, "2-02", "2-02")
    (third,) = again(unit, officer, 50, "2-02")
    elsewhere = factories.make_unit(bureau, "示例街道二", Party.Kind.TOWNSHIP)
    (alone,) = again(elsewhere, officer, 20, "2-02")
    expected = {first.pk: 1, other.pk: 1, second.pk: 2, twin.pk: 2, third.pk: 3}
    assert times(unit, officer) == expected
    assert times(elsewhere, officer) == {alone.pk: 1}
    client.force_login(officer)
    page = client.get(reverse("units:unit-detail", args=[unit.pk])).text
    assert "第 3 次" in page
    assert "第 1 次" not in page


def test_what_was_found_at_a_unit_that_came_to_it_counts(bureau, unit, officer, clerk):
    left = factories.make_unit(bureau, "示例街道二", Party.Kind.TOWNSHIP)
    again(left, officer, 100, "2-02")
    (here,) = again(unit, officer, 50, "2-02")
    assert times(unit, officer) == {here.pk: 1}
    told = {"basis": "示编〔2026〕1号", "archives_to": "示例区档案馆"}
    register.merge(left, unit, actor=clerk, on=timezone.localdate(), **told)
    assert times(unit, officer) == {here.pk: 2}


def test_what_was_upheld_as_no_problem_is_no_first_time(unit, officer, contact):
    (first,) = again(unit, officer, 100, "2-02")
    (second,) = again(unit, officer, 50, "2-02")
    assert times(unit, officer)[second.pk] == 2
    uphold(first, contact)
    assert times(unit, officer)[second.pk] == 1


def test_problems_outside_the_list_are_no_repetition(unit, officer):
    for ago in (300, 100):
        visit = make_visit(unit, officer, letter=None)
        unit.inspections.filter(pk=visit.pk).update(inspected_on=days(-ago))
        make_finding(visit, item=None)
    assert set(times(unit, officer).values()) == {1}


def test_a_unit_on_the_plan_is_due_until_a_visit_is_arranged(clerk, officer, head, unit, reviewer):
    day = days(20)
    plan = arranging.make_plan(clerk, year=timezone.localdate().year)
    arranging.add_units(plan, clerk, unit, month=12)
    due = unit_card.due(unit, officer, timezone.localdate())
    assert due.is_due
    assert [row.month for row in due.planned] == [12]
    visit = make_visit(unit, officer, letter=None, state="approved")
    unit.inspections.filter(pk=visit.pk).update(
        scheduled_on=day, inspected_on=None, plan_item=plan.items.get()
    )
    due = unit_card.due(unit, officer, timezone.localdate())
    assert not due.is_due
    assert due.next == visit


def test_a_visit_under_way_is_the_next_one_and_not_yet_the_last(unit, officer):
    earlier = make_visit(unit, officer, letter=None)
    unit.inspections.filter(pk=earlier.pk).update(inspected_on=days(-60), scheduled_on=days(-60))
    now = make_visit(unit, officer, letter=None, state="on_site")
    due = unit_card.due(unit, officer, timezone.localdate())
    assert (due.last, due.next) == (earlier, now)


def test_the_head_of_the_problems_counts_one_thing_at_a_time(unit, officer):
    told, untold = make_visit(unit, officer), make_visit(unit, officer, state="recorded")
    make_finding(untold, 1), make_finding(untold, 2)
    assert unit_card.problem_card(unit, officer).words == "共 2 项，都还没有书面反馈"
    make_finding(told, 1, state="accepted"), make_finding(told, 2)
    assert unit_card.problem_card(unit, officer).words == (
        "共 4 项，其中 2 项还没有书面反馈；已反馈的整改率 50%（2 项中 1 项已销号）"
    )
    untold.findings.all().delete()
    assert unit_card.problem_card(unit, officer).words == (
        "共 2 项，整改率 50%（2 项中 1 项已销号）"
    )
