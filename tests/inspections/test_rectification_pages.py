"""Pages of 整改 as each post sees them, at one row and at three, with what was typed kept."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from inspections.models import Exemplary, Finding, Inspection, Interview, Reply
from inspections.services import answers
from tests import factories
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_look_back,
    make_visit,
    queries_of,
    remind_of,
    upload,
)
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


LISTS = ("finding-list", "look-back-list", "interview-list", "exemplary-list")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_database_as_often_for_three_rows_as_for_one(
    client, bureau, officer, clerk, name
):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    once = queries_of(client, page(name))
    for number in (2, 3):
        fill(bureau, officer, clerk, number)
    assert queries_of(client, page(name)) == once


def fill(bureau, officer, clerk, number):
    """One visit with a reply, a look-back, an interview and a nomination."""
    unit = factories.make_unit(bureau, f"示例街道{number}")
    visit = make_visit(unit, officer)
    finding = make_finding(visit, due=-1)
    enter(finding, clerk)
    make_look_back(visit, officer, p1="not_fixed")
    interview = Interview.objects.create(
        bureau=bureau, unit=unit, inspection=visit, kind="work", reason="逾期", place="会议室",
        scheduled_on=TODAY, scheduled_at="14:30", drafted_by=officer,
    )  # fmt: skip
    interview.findings.add(finding)
    Exemplary.objects.create(
        bureau=bureau, inspection=visit, reason="好", nominated_by=clerk, nominated_on=TODAY
    )


SEARCHED = ("look-back-list", "interview-list", "exemplary-list")


@pytest.mark.parametrize("name", SEARCHED)
def test_a_list_is_searched_by_unit_and_asks_as_often_for_three_rows_as_for_one(
    client, bureau, officer, clerk, name
):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    url = f"{page(name)}?q=示例街道"
    once = queries_of(client, url)
    for number in (2, 3):
        fill(bureau, officer, clerk, number)
    assert queries_of(client, url) == once
    found = {query: client.get(page(name), {"q": query}) for query in ("街道2", "街道", "别处")}
    assert [len(each.context["object_list"]) for each in found.values()] == [1, 3, 0]
    assert "没有符合条件的" in found["别处"].text


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("look-back-list", {"arranged": "no"}),
        ("interview-list", {"state": "draft", "kind": "work"}),
        ("exemplary-list", {"state": "nominated"}),
    ],
)
def test_a_list_is_narrowed_by_how_far_a_row_has_come(client, bureau, officer, clerk, name, query):
    client.force_login(officer)
    fill(bureau, officer, clerk, 1)
    assert len(client.get(page(name), query).context["object_list"]) == 1
    make_look_back(Inspection.objects.get(kind="daily"), officer, state="draft")
    Interview.objects.update(state="notified")
    Exemplary.objects.update(state="decided")
    assert len(client.get(page(name), query).context["object_list"]) == 0
    assert len(client.get(page(name)).context["object_list"]) == 1


def enter(finding, clerk):
    return answers.enter_reply(
        finding, actor=clerk, on=TODAY, kind="fixed", text="已改好", files=[upload()]
    )


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_will_be_there(client, officer, name):
    client.force_login(officer)
    assert 'class="empty"' in client.get(page(name)).content.decode()


def test_the_list_is_filtered_by_unit_state_severity_and_day(client, visit, officer, bureau):
    late = make_finding(visit, 1, due=-1)
    make_finding(visit, 2, due=-1, state="replied")
    grave = make_finding(visit, 3, severity="A", state="returned", due=None)
    elsewhere = make_finding(make_visit(factories.make_unit(bureau, "示例公司"), officer), due=9)
    client.force_login(officer)

    def shown(**query):
        return set(client.get(page("finding-list"), query).context["object_list"])

    assert shown(overdue="yes") == {late}
    assert shown(severity="A") == shown(state="returned") == {grave}
    assert shown(unit="公司") == {elsewhere}
    assert shown(unit="公司", severity="A") == set()


def test_the_workbook_holds_what_the_list_shows_and_no_formula(
    client, visit, officer, django_assert_max_num_queries
):
    make_finding(visit, 1, text="=1+1", due=-3)
    make_finding(visit, 2, severity="A")
    client.force_login(officer)
    with django_assert_max_num_queries(12):
        response = client.get(page("finding-export"), {"severity": "B"})
    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(min_row=2))
    assert [[cell.value for cell in row][3:5] for row in rows] == [[1, "=1+1"]]
    assert (rows[0][4].data_type, rows[0][10].value) == ("s", 3)


def test_acts_that_are_not_open_say_why(client, finding, officer):
    enter(finding, officer)
    client.force_login(officer)
    text = client.get(page("finding-detail", finding.pk)).content.decode()
    assert "这条回复是您代单位录入的，不能由您自己复核" in text


def test_what_was_asked_decides_which_consent_is_offered(client, visit, officer, contact):
    done, wants_time = make_finding(visit, 1), make_finding(visit, 2)
    answer(done, contact)
    answer(wants_time, contact, kind="more_time", until=days(30))
    client.force_login(officer)

    def labels(finding):
        acts = client.get(page("finding-detail", finding.pk)).context["acts"]
        return [act.label for act in acts]

    assert labels(done) == [
        "复核通过", "退回", "现场核实已整改", "代录单位的提问", "批评教育记录",
    ]  # fmt: skip
    assert labels(wants_time) == [
        "同意延期",
        "不同意延期",
        "代录整改回复",
        "现场核实已整改",
        "催办",
        "代录单位的提问",
        "批评教育记录",
    ]


def test_a_reply_is_accepted_on_its_page(client, finding, contact, officer):
    answer(finding, contact)
    client.force_login(officer)
    response = client.post(page("finding-accept", finding.pk), {"note": "", "on": TODAY})
    finding.refresh_from_db()
    assert (response.status_code, finding.state) == (302, "accepted")


def test_an_objection_is_upheld_on_its_page_only_with_a_reason(client, finding, contact, officer):
    answer(finding, contact, kind="objection")
    client.force_login(officer)
    url = page("finding-uphold", finding.pk)
    assert client.post(url, {"note": "", "on": TODAY}).status_code == 422
    assert client.post(url, {"note": "核对属实", "on": TODAY}).status_code == 302


def test_a_reply_is_returned_on_its_page(client, finding, contact, officer):
    answer(finding, contact)
    client.force_login(officer)
    client.post(page("finding-return", finding.pk), {"note": "请补照片", "on": TODAY})
    assert Reply.objects.get().outcome_note == "请补照片"


def test_a_paper_reply_is_entered_on_its_page(client, finding, clerk):
    client.force_login(clerk)
    url = page("finding-reply-enter", finding.pk)
    said = {"kind": "fixed", "text": "已改好", "on": days(-1)}
    assert client.post(url, said).status_code == 422
    assert "请选择“单位的回复”。" in client.post(url, {"on": days(-1)}).text  # as its label reads
    assert client.post(url, {**said, "files": [upload()]}).status_code == 302
    assert Reply.objects.get().replied_on == days(-1)


def test_a_problem_is_verified_on_its_page(client, finding, officer):
    client.force_login(officer)
    client.post(page("finding-verify", finding.pk), {"note": "已更换", "on": TODAY})
    assert Finding.objects.get().state == "accepted"


def test_look_back_results_stand_beside_the_first_result(client, finding, officer):
    trip = make_look_back(finding.inspection, officer, p1="partly")
    client.force_login(officer)
    context = client.get(page("finding-detail", finding.pk)).context
    assert [(row.look_back, row.result) for row in context["results"]] == [(trip, "partly")]


@pytest.mark.parametrize("name", ["inspection-close", "inspection-remind", "look-back-create"])
def test_the_acts_on_a_visit_have_pages(client, finding, officer, head, name):
    client.force_login(officer)
    assert client.get(page(name, finding.inspection_id)).status_code == 200
    client.force_login(head)
    assert client.get(page(name, finding.inspection_id)).status_code == 403


def test_a_visit_with_open_problems_is_not_closed_and_the_page_says_why(client, finding, officer):
    client.force_login(officer)
    response = client.post(page("inspection-close", finding.inspection_id), {"on": TODAY})
    assert response.status_code == 422
    assert "第 1 项没有复核通过" in response.content.decode()


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
