"""What may follow a problem, on its pages: a look-back, a talk, a model for others."""

import pytest
from django.urls import reverse

from inspections.models import Exemplary, Interview
from tests.inspections.rectifying import days, make_finding, make_visit, remind_of, upload
from tests.inspections.test_exemplary import report

TODAY = days(0)


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit)


def test_a_look_back_is_arranged_on_its_page_and_a_late_day_is_remarked(client, finding, officer):
    client.force_login(officer)
    url = page("look-back-create", finding.inspection_id)
    said = {"scheduled_on": days(300), "session": "morning", "on": TODAY}
    response = client.post(url, said, follow=True)
    trip = finding.inspection.look_backs.get()
    assert response.redirect_chain == [(trip.get_absolute_url(), 302)]
    assert [message.level_tag for message in response.context["messages"]] == [
        "warning",
        "success",
    ]


def test_an_interview_goes_from_its_page_to_its_minutes(client, visit, officer):
    finding = remind_of(make_finding(visit, due=-1))
    client.force_login(officer)
    said = {
        "kind": "work", "findings": [finding.pk], "reason": "逾期", "scheduled_on": TODAY,
        "scheduled_at": "14:30", "place": "会议室", "on": TODAY,
    }  # fmt: skip
    response = client.post(page("interview-create", visit.pk), said)
    interview = Interview.objects.get()
    assert response.url == interview.get_absolute_url()
    assert client.get(response.url).status_code == 200
    assert client.get(page("interview-hold", interview.pk)).status_code == 200
    Interview.objects.update(state="notified")
    minutes = {"present": "双方人员", "minutes": "询问情况", "on": TODAY}
    client.post(page("interview-hold", interview.pk), minutes)
    interview.refresh_from_db()
    assert (interview.state, client.get(response.url).status_code) == ("held", 200)


def test_a_nomination_goes_from_its_page_to_the_decision(client, visit, officer, clerk, head):
    finding = report(make_finding(visit, state="accepted", accepted_on=TODAY), officer)
    client.force_login(clerk)
    said = {"reason": "整改快", "findings": [finding.pk], "on": TODAY}
    client.post(page("exemplary-nominate", visit.pk), said)
    row = Exemplary.objects.get()
    enter = page("exemplary-consent-enter", row.consent.pk)
    assert enter in client.get(page("exemplary-detail", row.pk)).text
    answer = {"agrees": "yes", "name": "full", "on": TODAY}
    assert client.post(enter, answer).status_code == 422
    client.post(enter, {**answer, "files": [upload()]})
    client.force_login(head)
    assert client.get(page("exemplary-detail", row.pk)).status_code == 200
    client.post(page("exemplary-decide", row.pk), {"note": "", "on": TODAY})
    row.refresh_from_db()
    assert row.state == "decided"


def test_a_nomination_is_declined_on_its_page_with_a_reason(client, visit, clerk, head):
    row = Exemplary.objects.create(
        bureau=visit.bureau, inspection=visit, reason="好", nominated_by=clerk, nominated_on=TODAY
    )
    client.force_login(head)
    url = page("exemplary-decline", row.pk)
    assert client.post(url, {"note": "", "on": TODAY}).status_code == 422
    client.post(url, {"note": "材料不足", "on": TODAY})
    row.refresh_from_db()
    assert row.state == "declined"


def test_a_void_notice_is_drafted_again_from_the_interview(client, visit, officer):
    finding = make_finding(visit, due=-1)
    interview = Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="逾期",
        place="会议室", scheduled_on=TODAY, scheduled_at="14:30", drafted_by=officer,
    )  # fmt: skip
    interview.findings.add(finding)
    client.force_login(officer)
    acts = client.get(interview.get_absolute_url()).context["acts"]
    assert [act.label for act in acts] == ["重新起草约谈通知书"]
    notice = client.post(acts[0].url, {"on": TODAY})
    acts = client.get(interview.get_absolute_url()).context["acts"]
    assert [(act.label, act.url) for act in acts] == [("办理约谈通知书", notice.url)]
