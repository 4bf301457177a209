"""回头看: who is proposed and why, arranging one, and what its results bring about."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import Checklist, Inspection
from inspections.queries import look_back as queries
from inspections.queries import site_record
from inspections.services import copying
from inspections.services import look_back as services
from tests import factories
from tests.inspections.rectifying import (
    answer,
    days,
    endangering,
    make_finding,
    make_look_back,
    make_visit,
    uphold,
)
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


def test_a_look_back_is_a_visit_to_the_same_unit_with_its_origin(visit, officer):
    make_finding(visit)
    trip = arrange(visit, officer)
    assert (trip.kind, trip.origin, trip.unit, trip.checklist, trip.state, trip.place) == (
        "look_back",
        visit,
        visit.unit,
        visit.checklist,
        "draft",
        "示例路2号",
    )


def test_without_open_problems_there_is_no_look_back(visit, officer):
    make_finding(visit, state="accepted")
    with pytest.raises(Refused, match="全部销号"):
        arrange(visit, officer)


def test_there_is_no_look_back_on_a_look_back(visit, officer):
    make_finding(visit)
    trip = make_look_back(visit, officer)
    with pytest.raises(Refused, match="本身就是回头看"):
        arrange(trip, officer)


def test_before_the_letter_there_is_no_look_back(unit, officer):
    visit = make_visit(unit, officer, state="recorded", letter=None)
    make_finding(visit)
    with pytest.raises(Refused, match="反馈意见书已签发"):
        arrange(visit, officer)


def test_only_one_look_back_is_under_way(visit, officer):
    make_finding(visit)
    first = arrange(visit, officer)
    with pytest.raises(Refused, match="已经安排了"):
        arrange(visit, officer)
    Inspection.objects.filter(pk=first.pk).update(state="closed")
    assert arrange(visit, officer).origin == visit


def test_a_look_back_is_not_arranged_for_the_past(visit, officer):
    make_finding(visit)
    with pytest.raises(Refused, match="不能早于今天"):
        arrange(visit, officer, scheduled_on=days(-1))
    assert arrange(visit, officer, scheduled_on=TODAY).scheduled_on == TODAY


def test_a_reviewer_does_not_arrange_one(visit, reviewer):
    make_finding(visit)
    with pytest.raises(PermissionDenied):
        arrange(visit, reviewer)


def test_a_day_beyond_six_months_is_a_remark_and_no_bar(visit, officer):
    make_finding(visit)
    limit = services.latest_day(visit).due_on
    trip = arrange(visit, officer, scheduled_on=days(300))
    assert limit < days(300) == trip.scheduled_on


def test_what_was_put_right_is_struck_off_and_the_rest_stays(visit, officer, contact):
    for position in (1, 2, 3):
        make_finding(visit, position)
    answer(visit.findings.get(position=1), contact)
    trip = make_look_back(visit, officer, p1="fixed", p2="partly", p3="not_fixed")
    assert services.settle(trip, actor=officer, on=TODAY) == 1
    states = visit.findings.order_by("position").values_list("state", flat=True)
    assert list(states) == ["accepted", "open", "open"]
    assert visit.findings.get(position=1).replies.get().outcome == "accepted"


def test_its_record_says_what_was_put_right_too(visit, officer):
    for position in (2, 5):
        make_finding(visit, position)
    trip = make_look_back(visit, officer, p2="fixed", p5="partly")
    services.settle(trip, actor=officer, on=TODAY)
    table = next(block for block in site_record.fields(trip)["blocks"] if "head" in block)
    assert [(row[0], row[2]) for row in table["rows"]] == [("2", "已整改"), ("5", "部分整改")]


def test_each_visit_shows_what_was_seen_again(client, visit, officer):
    make_finding(visit)
    trip = make_look_back(visit, officer, p1="partly")
    client.force_login(officer)
    first = client.get(visit.get_absolute_url()).text
    assert trip.get_absolute_url() in first and "部分整改" in first
    second = client.get(trip.get_absolute_url()).text
    assert "回头看的结果" in second and "部分整改" in second
    Inspection.objects.filter(pk=trip.pk).update(state="on_site")
    assert "部分整改" not in client.get(visit.get_absolute_url()).text


def test_its_results_are_read_with_the_problem_once_it_is_locked(client, visit, officer, contact):
    finding = make_finding(visit)
    trip = make_look_back(visit, officer, state="on_site", p1="not_fixed")
    client.force_login(officer)
    page = client.get(finding.get_absolute_url()).text
    assert ("待锁定" in page, "未整改" in page) == (True, False)
    Inspection.objects.filter(pk=trip.pk).update(state="recorded")
    page = client.get(finding.get_absolute_url()).text
    assert ("待锁定" in page, "未整改" in page) == (False, True)
    client.force_login(contact)
    own = reverse("inspections:portal-finding-reply", args=[finding.pk])
    assert "回头看" not in client.get(own).text


def test_settling_twice_changes_nothing(visit, officer):
    make_finding(visit)
    trip = make_look_back(visit, officer, p1="fixed")
    assert [services.settle(trip, actor=officer, on=TODAY) for _ in range(2)] == [1, 0]


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
