"""Pages of 整改 on which each post acts, with what was typed kept."""

import pytest
from django.urls import reverse

from inspections.models import Finding, Reply
from tests.inspections.entering_replies import enter
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_look_back,
    make_visit,
    upload,
)

TODAY = days(0)


def page(name, *args):
    return reverse(f"inspections:{name}", args=args)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit)


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
