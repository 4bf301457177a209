"""约谈: what may lead to one, and its minutes with their promises."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.workflow import Refused
from inspections.models import Commitment, Interview
from tests import factories
from tests.inspections.interviewing import PLACE, TODAY, create, hold, issue, notice_of
from tests.inspections.rectifying import days, make_finding, make_look_back, make_visit, remind_of


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def late(visit):
    return remind_of(make_finding(visit, due=-5))


def test_creating_an_interview_drafts_its_notice(visit, late, officer):
    interview = create(visit, officer)
    notice = notice_of(interview)
    assert (interview.state, list(interview.findings.all())) == ("draft", [late])
    assert (notice.title, notice.party, notice.fields["reason"]) == (
        "约谈通知书",
        visit.party,
        "下列问题逾期没有整改。",
    )
    assert notice.fields["topics"] == ["（1）库房第 1 处问题，整改要求：尽快改好。"]
    assert (notice.fields["kind"], notice.fields["place"]) == ("工作约谈", PLACE)


def test_a_problem_still_in_time_leads_to_no_interview(visit, officer):
    make_finding(visit, due=0)
    with pytest.raises(Refused, match="只有逾期没有整改"):
        create(visit, officer)


def test_a_problem_seen_unfixed_at_a_look_back_leads_to_one(visit, officer):
    finding = make_finding(visit, due=10)
    make_look_back(visit, officer, p1="not_fixed")
    assert list(create(visit, officer).findings.all()) == [finding]


def test_a_look_back_still_going_on_leads_to_none(visit, officer):
    make_finding(visit, due=10)
    make_look_back(visit, officer, state="on_site", p1="not_fixed")
    with pytest.raises(Refused, match="只有逾期没有整改"):
        create(visit, officer)


def test_a_problem_of_another_visit_cannot_be_brought_in(visit, late, officer, bureau):
    other = make_visit(factories.make_unit(bureau, "示例街道二"), officer)
    foreign = make_finding(other, due=-1)
    with pytest.raises(Refused):
        create(visit, officer, findings=[late, foreign])


def test_an_interview_is_about_something(visit, late, officer):
    with pytest.raises(Refused, match="至少选择一个"):
        create(visit, officer, findings=[])


def test_an_interview_is_not_set_for_the_past(visit, late, officer):
    with pytest.raises(Refused, match="不能早于今天"):
        create(visit, officer, scheduled_on=days(-1))
    assert create(visit, officer, scheduled_on=TODAY).scheduled_on == TODAY


def test_a_head_does_not_arrange_interviews(visit, late, head):
    with pytest.raises(PermissionDenied):
        create(visit, head)


@pytest.fixture
def notified(visit, late, officer, head):
    interview = create(visit, officer, on=days(-3), scheduled_on=TODAY)
    issue(interview, officer, head, on=days(-3))
    return interview


def test_each_promise_has_a_day_of_its_own(notified, officer):
    held = hold(notified, officer, commitments=[("换新灭火器", days(10)), ("补目录", days(30))])
    assert (held.state, held.held_on) == ("held", TODAY)
    assert [(row.position, row.text, row.due_on) for row in held.commitments.all()] == [
        (1, "换新灭火器", days(10)),
        (2, "补目录", days(30)),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"present": " "},
        {"minutes": " "},
        {"commitments": [("换新灭火器", None)]},
        {"commitments": [(" ", days(10))]},
        {"commitments": [("补目录", days(3)), ("换新灭火器", days(-1))]},
    ],
)
def test_incomplete_minutes_are_refused(notified, officer, wrong):
    with pytest.raises(Refused):
        hold(notified, officer, **wrong)
    assert Interview.objects.get().state == "notified"
    assert Commitment.objects.count() == 0


def test_an_interview_is_not_held_before_its_day(visit, late, officer, head):
    interview = create(visit, officer, scheduled_on=days(1))
    issue(interview, officer, head)
    with pytest.raises(Refused, match="还没有到"):
        hold(interview, officer)


def test_without_notice_there_are_no_minutes(visit, late, officer):
    with pytest.raises(Refused, match="拟约谈"):
        hold(create(visit, officer), officer)
