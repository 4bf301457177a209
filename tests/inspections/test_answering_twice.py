"""Several people of a unit answer one problem: one answer is taken, and nothing typed is lost."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image

from archives_enforcement.workflow import Refused
from inspections.queries.rectification import replies_of
from inspections.services import rectification as services
from tests import factories
from tests.inspections.rectifying import answer, days, make_finding, make_visit

TODAY = days(0)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit, clock=True)


def outcomes(finding):
    return [(row.kind, row.outcome) for row in finding.replies.all()]


def photo(name):
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue())


def test_the_reply_keeps_a_pair_of_photos_and_who_answers_for_it(client, finding, contact, officer):
    client.force_login(contact)
    url = reverse("inspections:portal-finding-reply", args=[finding.pk])
    said = {"kind": "fixed", "text": "已换", "owner": "李某，办公室", "seen": 0}
    wrong = SimpleUploadedFile("说明.pdf", b"%PDF-1.7")
    assert client.post(url, {**said, "after": wrong}).status_code == 422
    pair = {"before": photo("前.png"), "after": photo("后.png")}
    assert client.post(url, {**said, **pair}).status_code == 302
    (reply,) = replies_of(finding, officer)
    assert [file.purpose for file in reply.pair] == ["整改前照片", "整改后照片"]
    client.force_login(officer)
    assert "李某，办公室（单位）" in client.get(finding.get_absolute_url()).text


def test_who_answers_second_loses_nothing_and_sees_both(client, finding, contact, officer):
    colleague = factories.make_contact("colleague", finding.inspection.party)
    url = reverse("inspections:portal-finding-reply", args=[finding.pk])
    client.force_login(colleague)
    seen = client.get(url).context["form"].initial["seen"]
    answer(finding, contact, text="甲的回复")
    late = {"kind": "fixed", "text": "乙的回复", "seen": seen, "after": photo("乙.png")}
    response = client.post(url, late, follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "甲的回复" in response.text and "乙的回复" in response.text
    assert "两份都已保存" in response.text
    assert outcomes(finding) == [("fixed", ""), ("fixed", "aside")]
    assert len(replies_of(finding, officer)[0].pair) == 1
    finding = services.accept(finding, actor=officer, on=TODAY)
    assert outcomes(finding) == [("fixed", "accepted"), ("fixed", "aside")]


def test_where_the_unit_may_still_answer_the_second_is_asked_to_look(client, finding, contact):
    colleague = factories.make_contact("colleague", finding.inspection.party)
    url = reverse("inspections:portal-finding-reply", args=[finding.pk])
    answer(finding, contact, kind="more_time", text="甲要时间", until=days(60))
    client.force_login(colleague)
    late = {"kind": "fixed", "text": "乙的回复", "seen": 0}
    response = client.post(url, late)
    assert response.status_code == 422
    assert "乙的回复</textarea>" in response.text and "甲要时间" in response.text
    late["seen"] = response.context["form"]["seen"].value()
    assert client.post(url, late).status_code == 302
    assert outcomes(finding) == [("more_time", "withdrawn"), ("fixed", "")]


def test_what_was_typed_stays_when_the_bureau_has_struck_the_problem_off(
    client, finding, contact, officer
):
    services.verify_on_site(finding, actor=officer, on=TODAY, note="已换")
    client.force_login(contact)
    url = reverse("inspections:portal-finding-reply", args=[finding.pk])
    response = client.post(url, {"kind": "fixed", "text": "我写了很久", "seen": 0})
    assert response.status_code == 422
    assert "我写了很久</textarea>" in response.text


def test_the_same_answer_sent_twice_is_kept_once(finding, contact):
    answer(finding, contact, seen=0)
    with pytest.raises(Refused, match="刚才已经提交"):
        answer(finding, contact, seen=0)
    assert finding.replies.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_many_who_answer_at_once_one_is_taken_and_all_are_kept(finding, contact):
    people = [contact]
    people += [factories.make_contact(f"colleague{n}", finding.inspection.party) for n in range(5)]

    def send(person):
        try:
            answer(finding, person, text=f"{person.username}的回复", seen=0)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as at_once:
        list(at_once.map(send, people))
    assert sorted(outcome for _, outcome in outcomes(finding)) == ["", *["aside"] * 5]
    assert {row.text for row in finding.replies.all()} == {f"{p.username}的回复" for p in people}
