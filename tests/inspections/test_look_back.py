"""回头看: arranging one, what its results bring about, and where they are read."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.queries import site_record
from inspections.services import look_back as services
from tests.inspections.rectifying import answer, days, make_finding, make_look_back, make_visit

TODAY = days(0)
YEAR = days(-40).year  # of a visit


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


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
