"""逐级督促 on its pages: which rung is open, what is ticked, and whom nobody presses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.models import Escalation
from inspections.queries import ladder
from inspections.queries.visits import findings_of
from tests import factories
from tests.inspections.pressing import TODAY, TYPED, hold_talk, item_of_hazard, take
from tests.inspections.rectifying import make_finding, make_look_back, make_visit, remind_of


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def late(visit):
    return make_finding(visit, due=-5)


def test_the_page_says_which_rung_is_open_and_why_another_is_not(client, visit, late, officer):
    client.force_login(officer)
    text = client.get(visit.get_absolute_url()).text
    assert "第 1 项还没有提醒，不能约谈" in text
    remind_of(late)
    text = client.get(visit.get_absolute_url()).text
    assert reverse("inspections:interview-create", args=[visit.pk]) in text
    assert "第 1 项还没有约谈，不能函询" in text


def test_a_rung_is_taken_on_its_page(client, visit, officer):
    make_finding(visit, due=-1, severity="A", item=item_of_hazard())
    client.force_login(officer)
    typed = {
        **TYPED["inquiry"],
        "reason": "逾期",
        "findings": [visit.findings.get().pk],
        "on": TODAY,
    }
    response = client.post(reverse("inspections:inspection-inquire", args=[visit.pk]), typed)
    assert response.url == Escalation.objects.get().document.get_absolute_url()


def test_only_what_may_go_to_the_rung_is_ticked_beforehand(client, visit, late, officer):
    hazard = make_finding(visit, 2, due=-1, severity="A", item=item_of_hazard())
    client.force_login(officer)
    form = client.get(reverse("inspections:inspection-inquire", args=[visit.pk])).context["form"]
    assert form["findings"].initial == [hazard]
    assert form["reason"].initial.endswith("检查发现的问题，第 2 项整改期限已过，没有改好。")
    assert form["reply_due"].initial == "收到本函之日起15日内"
    assert "第 1 项还没有约谈，不能函询" in form["findings"].help_text
    form = client.get(reverse("inspections:interview-create", args=[visit.pk])).context["form"]
    assert form["findings"].initial == [hazard]


def test_whom_one_might_call_in_stands_before_the_talks(client, visit, late, officer, head):
    seen = make_finding(visit, 2, due=30)
    make_look_back(visit, officer, p2="not_fixed")
    make_finding(visit, 3, due=30)
    client.force_login(officer)
    page = reverse("inspections:interview-list")
    [one] = client.get(page).context["candidates"]
    assert (one.inspection, one.findings) == (visit, [late, seen])
    assert one.reasons == ["2 个问题没有改好，最长逾期 5 天", "回头看时 1 个问题仍未改好"]
    hold_talk(visit, officer)
    assert client.get(page).context["candidates"] == []
    client.force_login(head)
    assert client.get(page).context["candidates"] == []


def test_another_bureau_presses_nobody_here(visit, late, bureau):
    stranger = factories.make_officer("stranger", factories.make_bureau("另一区档案局", "120199"))
    with pytest.raises(type(visit).DoesNotExist):
        take(visit, "inquiry", stranger)


def offered(visit, officer):
    return ladder.offers(visit, findings_of(visit, officer), officer, TODAY)


def test_many_problems_cost_the_rungs_no_more_queries(visit, late, officer):
    offered(visit, officer)  # what the process remembers is asked once
    with CaptureQueriesContext(connection) as one:
        before = offered(visit, officer)
    make_finding(visit, 2, due=-5)
    make_finding(visit, 3, due=-5)
    with CaptureQueriesContext(connection) as three:
        again = offered(visit, officer)
    assert len(again.open + again.closed) == len(before.open + before.closed) > 0
    assert len(three) == len(one)
