"""Who is proposed for 回头看: those with more and graver problems, also of earlier years."""

from datetime import date

import pytest
from django.urls import reverse

from inspections.models import Checklist, Inspection
from inspections.queries import look_back as queries
from inspections.services import copying
from inspections.services import look_back as services
from tests import factories
from tests.inspections.rectifying import days, endangering, make_finding, make_visit, uphold
from units import services as register

TODAY = days(0)
YEAR = days(-40).year  # of a visit


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


def candidates(user, today):
    return queries.candidates(queries.ranked(Inspection.objects.visible_to(user), today), today)


def arrange(origin, actor, *, on=TODAY, scheduled_on=None):
    return services.create_look_back(
        origin, actor=actor, on=on, scheduled_on=scheduled_on or days(7), session="morning"
    )


def test_those_with_more_and_graver_problems_come_first(bureau, officer):
    light = make_visit(factories.make_unit(bureau, "示例街道一"), officer)
    heavy = make_visit(factories.make_unit(bureau, "示例街道二"), officer)
    make_finding(light, due=5)
    make_finding(heavy, 1, due=-3, severity="A")
    make_finding(heavy, 2, state="returned", due=5)
    make_finding(heavy, 3, state="accepted")
    first, second = candidates(officer, TODAY)
    assert (first.inspection, first.weight) == (heavy, 2 * 1 + 3 + 3 + 2)
    assert first.reasons == [
        "2 个问题没有销号",
        "1 个回复被退回",
        "1 个逾期，最长 3 天",
        "1 个属于 A 类（限期整改）",
    ]
    assert (second.inspection, second.reasons) == (light, ["1 个问题没有销号"])


def test_what_was_found_the_year_before_weighs_in(bureau, officer):
    new = make_visit(factories.make_unit(bureau, "示例街道一"), officer)
    known = make_visit(factories.make_unit(bureau, "示例街道二"), officer)
    for visit in (new, known):
        make_finding(visit, due=5)
    for years, problems in ((1, 2), (2, 3)):
        before = make_visit(known.unit, officer, state="closed")
        day = known.scheduled_on.replace(day=1, year=known.scheduled_on.year - years)
        Inspection.objects.filter(pk=before.pk).update(scheduled_on=day, inspected_on=day)
        for position in range(1, problems + 1):
            make_finding(before, position, state="accepted")
    first, second = candidates(officer, TODAY)
    assert (first.inspection, first.weight - second.weight) == (known, 2)
    assert "上一年检查发现 2 个问题" in first.reasons
    assert second.reasons == ["1 个问题没有销号"]


def test_an_heir_carries_what_it_took_over_and_no_other_unit_does(bureau, officer, clerk):
    """承继, also through another: what was found there counts as found here."""
    first, middle, heir, other = (factories.make_unit(bureau, f"示例街道{n}") for n in "一二三四")
    matter = endangering()
    for unit, years in ((first, 1), (middle, 2)):
        before = make_visit(unit, officer, state="closed")
        day = days(-40).replace(day=1, year=YEAR - years)
        Inspection.objects.filter(pk=before.pk).update(scheduled_on=day, inspected_on=day)
        make_finding(before, state="accepted", item=matter)
    for left, into in ((first, middle), (middle, heir)):
        told = {"basis": "示编〔2026〕1号", "archives_to": "示例区档案馆"}
        register.merge(left, into, actor=clerk, on=TODAY, **told)
    for unit in (heir, other):
        make_finding(make_visit(unit, officer), due=5, item=matter)
    ahead, behind = candidates(officer, TODAY)
    assert (ahead.inspection.unit, behind.inspection.unit) == (heir, other)
    assert (ahead.counts["repeated"], ahead.counts["last_year"]) == (1, 1)
    assert (behind.counts["repeated"], behind.counts["last_year"]) == (0, 0)


@pytest.mark.parametrize(("position", "repeated"), [(0, 1), (1, 0)])
def test_the_same_matter_counts_as_repeated_under_the_next_version_of_the_list(
    unit, officer, position, repeated
):
    earlier = make_visit(unit, officer, state="closed")
    old = Checklist.objects.create(
        bureau=unit.party.bureau, code="own", name="本机关清单", source="示例"
    )
    Inspection.objects.filter(pk=earlier.pk).update(
        scheduled_on=days(-400), inspected_on=days(-400), checklist=old
    )
    later = make_visit(unit, officer)
    items = list(later.checklist.items.all()[:2])
    copied = copying.copy_items(old, items)
    make_finding(earlier, state="accepted", item=copied[items[position]])
    make_finding(later, item=items[0])
    (only,) = candidates(officer, TODAY)
    assert (only.counts["repeated"], only.letter_on) == (repeated, days(-20))


def test_what_was_upheld_as_no_problem_counts_in_no_later_year(unit, officer, contact):
    earlier = make_visit(unit, officer, state="closed")
    Inspection.objects.filter(pk=earlier.pk).update(inspected_on=date(YEAR - 1, 6, 1))
    later = make_visit(unit, officer)
    item = later.checklist.items.first()
    none = make_finding(earlier, state="accepted", item=item)
    make_finding(later, item=item)
    (before,) = candidates(officer, TODAY)
    assert (before.counts["repeated"], before.counts["last_year"]) == (1, 1)
    uphold(none, contact)
    (after,) = candidates(officer, TODAY)
    assert (after.counts["repeated"], after.counts["last_year"]) == (0, 0)


def test_a_candidate_shows_the_look_back_already_arranged(visit, officer):
    make_finding(visit)
    trip = arrange(visit, officer)
    (only,) = candidates(officer, TODAY)
    assert (only.arranged, only.seen) == (trip, None)


def test_another_bureau_sees_no_candidates(visit, other_bureau):
    make_finding(visit)
    stranger = factories.make_officer("elsewhere", other_bureau)
    assert candidates(stranger, TODAY) == []


def test_the_list_is_paged_with_the_heaviest_first(client, bureau, officer):
    heavy = None
    for number in range(21):
        visit = make_visit(factories.make_unit(bureau, f"示例街道{number}"), officer)
        make_finding(visit)
        heavy = visit
    make_finding(heavy, 2, state="returned")
    client.force_login(officer)
    first = client.get(reverse("inspections:look-back-list"))
    second = client.get(reverse("inspections:look-back-list"), {"page": 2})
    shown = [[one.inspection for one in page.context["candidates"]] for page in (first, second)]
    assert [len(rows) for rows in shown] == [20, 1]
    assert shown[0][0] == heavy
    assert not set(shown[0]) & set(shown[1])
    assert "共 21 次" in first.text
