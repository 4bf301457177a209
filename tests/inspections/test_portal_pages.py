"""The unit's side: what it sees, when, and how it answers."""

import pytest
from django.urls import reverse

from archives_enforcement.documents.models import Delivery
from inspections.models import Inspection, Reply
from inspections.queries import party_findings
from inspections.queries import rectification as queries
from inspections.services import rectification as services
from tests import factories
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_look_back,
    make_visit,
    queries_of,
    upload,
)

TODAY = days(0)


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit)


def reply_page(finding):
    return reverse("inspections:portal-finding-reply", args=[finding.pk])


def visit_page(visit):
    return reverse("inspections:portal-inspection", args=[visit.pk])


@pytest.fixture
def other_contact(bureau):
    return factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)


def test_a_unit_sees_and_answers_its_own_problem(client, finding, contact):
    client.force_login(contact)
    assert client.get(reply_page(finding)).status_code == 200
    said = {"kind": "fixed", "text": "已换新灭火器", "files": [upload()]}
    response = client.post(reply_page(finding), said)
    assert response.url == visit_page(finding.inspection)
    assert Reply.objects.get().replied_by == contact
    assert "局里正在看" in client.get(response.url).content.decode()


def test_another_unit_sees_neither_problem_nor_visit(client, finding, other_contact):
    client.force_login(other_contact)
    assert client.get(reply_page(finding)).status_code == 404
    assert client.post(reply_page(finding), {"kind": "fixed", "text": "好"}).status_code == 404
    assert client.get(visit_page(finding.inspection)).status_code == 404
    assert Reply.objects.count() == 0


@pytest.mark.parametrize("state", [s for s in Inspection.State if s not in Inspection.TOLD])
def test_before_the_letter_the_unit_sees_nothing(client, finding, contact, state):
    Inspection.objects.filter(pk=finding.inspection_id).update(state=state)
    client.force_login(contact)
    assert client.get(reply_page(finding)).status_code == 404
    assert client.get(visit_page(finding.inspection)).status_code == 404


def test_a_wrong_file_keeps_what_was_typed(client, finding, contact):
    client.force_login(contact)
    said = {"kind": "objection", "text": "本单位没有库房", "files": [upload("a.exe", b"MZ")]}
    response = client.post(reply_page(finding), said)
    text = response.content.decode()
    assert (response.status_code, Reply.objects.count()) == (422, 0)
    assert "本单位没有库房</textarea>" in text
    assert "不是可以接收的格式" in text


def test_the_date_is_asked_for_where_it_belongs(client, finding, contact):
    client.force_login(contact)
    response = client.post(reply_page(finding), {"kind": "more_time", "text": "等待供货"})
    assert response.context["form"].errors == {"until": ["请填写希望延到哪一天。"]}


def test_an_answered_problem_shows_the_answer_and_no_form(client, finding, contact):
    answer(finding, contact, text="已换新灭火器两具")
    client.force_login(contact)
    response = client.get(reply_page(finding))
    text = response.content.decode()
    assert (response.context["open"], "<textarea" in text) == (False, False)
    assert "已换新灭火器两具" in text


def test_a_returned_problem_says_why_and_takes_another_answer(client, finding, contact, officer):
    answer(finding, contact)
    services.return_reply(finding, actor=officer, on=TODAY, note="请补照片")
    client.force_login(contact)
    text = client.get(reply_page(finding)).content.decode()
    assert "上次的回复为什么退回" in text
    assert client.post(reply_page(finding), {"kind": "fixed", "text": "已补"}).status_code == 302


def test_a_look_back_is_not_a_page_of_its_own_for_the_unit(client, finding, contact, officer):
    trip = make_look_back(finding.inspection, officer, state="closed")
    client.force_login(contact)
    assert client.get(visit_page(trip)).status_code == 404


def test_a_closed_visit_can_still_be_read(client, visit, contact):
    make_finding(visit, state="accepted", accepted_on=TODAY)
    Inspection.objects.filter(pk=visit.pk).update(state="closed")
    client.force_login(contact)
    assert "已经办结" in client.get(visit_page(visit)).content.decode()


def test_problems_are_sorted_by_whose_turn_it_is(visit, contact):
    to_answer = [make_finding(visit, 1, due=5), make_finding(visit, 2, due=3, state="returned")]
    in_review = make_finding(visit, 3, state="replied")
    fixed = make_finding(visit, 4, state="accepted")
    found = party_findings.party_findings(party_findings.findings_for_party(contact))
    assert found.to_answer == to_answer[::-1]
    assert (found.in_review, found.fixed) == ([in_review], [fixed])
    assert (found.total, found.first_due) == (4, days(3))


def test_a_person_for_two_units_sees_the_problems_of_both(visit, unit, bureau, officer):
    second = factories.make_unit(bureau, "示例街道二")
    mine = [make_finding(visit, due=1), make_finding(make_visit(second, officer), due=2)]
    make_finding(make_visit(factories.make_unit(bureau, "示例街道三"), officer))
    both = factories.make_contact("both", unit.party, second.party)
    assert list(party_findings.findings_for_party(both)) == mine


def test_letters_not_signed_for_come_first_with_their_button(client, visit, contact):
    letter = queries.feedback_letters(visit).get()
    delivery = Delivery.objects.create(document=letter, party=visit.party, sent_on=TODAY)
    client.force_login(contact)
    button = reverse("documents:delivery-acknowledge", args=[delivery.pk])
    assert button in client.get(visit_page(visit)).content.decode()
    Delivery.objects.update(delivered_on=TODAY)
    assert button not in client.get(visit_page(visit)).content.decode()


def test_the_page_of_a_visit_asks_as_often_for_three_problems_as_for_one(client, visit, contact):
    make_finding(visit, 1)
    client.force_login(contact)
    once = queries_of(client, visit_page(visit))
    for position in (2, 3):
        make_finding(visit, position)
    assert queries_of(client, visit_page(visit)) == once
