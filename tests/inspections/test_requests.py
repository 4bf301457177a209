"""What the unit asks for or objects to: it stops nothing and has an answer of its own."""

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Finding
from inspections.queries.completion import completion, completion_of
from inspections.queries.rectification import overdue, replies_of
from inspections.services import rectification as services
from inspections.services import requests
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


def test_a_request_leaves_the_problem_to_be_done_and_overdue(visit, contact, officer):
    for position, kind in ((1, "objection"), (2, "more_time")):
        finding = make_finding(visit, position, due=-1)
        assert answer(finding, contact, kind=kind, until=days(9)).state == "open"
    assert overdue(visit.findings, TODAY).count() == 2


def test_more_time_is_refused_with_a_reason_and_the_day_stays(finding, contact, officer):
    due = finding.due_on
    answer(finding, contact, kind="more_time", until=days(60))
    with pytest.raises(Refused, match="理由"):
        requests.refuse_time(finding, actor=officer, on=TODAY, note=" ")
    finding = requests.refuse_time(finding, actor=officer, on=TODAY, note="隐患不能等")
    assert (finding.state, finding.due_on) == ("open", due)
    assert outcomes(finding) == [("more_time", "refused")]
    assert deadlines.for_subject(finding).get(code="D-I09").met_on == TODAY


def test_another_day_than_asked_is_granted_for_a_reason_and_the_unit_sees_both(
    client, finding, contact, officer
):
    answer(finding, contact, kind="more_time", until=days(60))
    for until, note, why in (
        (days(45), "", "请写明理由"),
        (finding.due_on, "已经够了", "晚于"),
    ):
        with pytest.raises(Refused, match=why):
            requests.extend(finding, actor=officer, on=TODAY, note=note, until=until)
    client.force_login(officer)
    page = reverse("inspections:finding-extend", args=[finding.pk])
    assert client.get(page).context["form"]["until"].initial == days(60)
    typed = {"until": days(45), "note": "供货一个月能到", "on": TODAY}
    assert client.post(page, typed).status_code == 302
    finding.refresh_from_db()
    reply = finding.replies.get()
    assert (finding.due_on, reply.until, reply.granted) == (days(45), days(60), days(45))
    client.force_login(contact)
    text = client.get(reverse("inspections:portal-finding-reply", args=[finding.pk])).text
    assert cn_date(days(60)) in text and cn_date(days(45)) in text and "供货一个月能到" in text


def test_one_request_waits_at_a_time_and_a_report_withdraws_the_one_for_time(finding, contact):
    answer(finding, contact, kind="more_time", until=days(60))
    with pytest.raises(Refused, match="还没有答复"):
        answer(finding, contact, kind="objection")
    assert answer(finding, contact).state == "replied"
    assert outcomes(finding) == [("more_time", "withdrawn"), ("fixed", "")]


def test_an_objection_has_its_answer_before_the_problem_is_struck_off(finding, contact, officer):
    answer(finding, contact, kind="objection", text="本单位没有库房")
    answer(finding, contact)
    with pytest.raises(Refused, match="意见还没有答复"):
        services.accept(finding, actor=officer, on=TODAY)
    with pytest.raises(Refused, match="说明理由"):
        requests.answer_objection(finding, actor=officer, on=TODAY, note="")
    assert requests.answer_objection(finding, actor=officer, on=TODAY, note="二楼即是").state == (
        "replied"
    )
    assert services.accept(finding, actor=officer, on=TODAY).state == "accepted"
    assert outcomes(finding) == [("objection", "refused"), ("fixed", "accepted")]


def test_the_bureau_may_let_it_wait_and_the_days_are_added(finding, contact, officer):
    with pytest.raises(Refused, match="不能暂停整改"):
        requests.pause(finding, actor=officer, on=TODAY, note="核对")
    answer(finding, contact, kind="objection")
    due = finding.due_on
    with pytest.raises(Refused, match="异议不停止整改"):
        requests.pause(finding, actor=officer, on=TODAY, note="")
    requests.pause(finding, actor=officer, on=TODAY, note="须核对产权")
    Finding.objects.update(paused_on=days(-4), due_on=days(-2))
    assert not overdue(Finding.objects, TODAY).exists()
    finding = requests.answer_objection(finding, actor=officer, on=TODAY, note="核对属实")
    assert (finding.paused_on, finding.due_on) == (None, days(2))
    clock = deadlines.for_subject(finding).get(code="D-I08")
    assert (clock.due_on - due).days == 4
    assert "暂停整改" in clock.explanation


@pytest.mark.parametrize(
    ("kind", "decide", "told"),
    [("objection", requests.answer_objection, "没有采纳"),
     ("more_time", requests.refuse_time, "没有同意延期")],
)  # fmt: skip
def test_the_unit_reads_on_its_first_page_why_not(
    client, finding, contact, officer, kind, decide, told
):
    answer(finding, contact, kind=kind, text="二楼没有库房", until=days(90))
    decide(finding, actor=officer, on=TODAY, note="现场看过，二楼即是库房")
    client.force_login(contact)
    own = reverse("inspections:portal-finding-reply", args=[finding.pk])
    for page in (client.get("/", follow=True).text, client.get(own).text):
        assert told in page and "二楼即是库房" in page


def test_while_it_waits_no_days_are_counted_down(client, finding, contact, officer):
    answer(finding, contact, kind="objection")
    pages = ((contact, "/"), (officer, finding.get_absolute_url()))
    requests.pause(finding, actor=officer, on=TODAY, note="须核对产权")
    for person, page in pages:
        client.force_login(person)
        text = client.get(page, follow=True).text
        assert ("暂停整改" in text, "还有" in text) == (True, False)


def test_a_part_is_taken_as_done_and_counts_in_the_share(visit, contact, officer):
    first, second = make_finding(visit, 1), make_finding(visit, 2)
    for share in (None, 0, 100):
        with pytest.raises(Refused, match="百分之几"):
            answer(first, contact, kind="partly", share=share)
    answer(first, contact, kind="partly", share=40)
    first = services.accept(first, actor=officer, on=TODAY)
    assert (first.state, first.progress) == ("open", 40)
    with pytest.raises(Refused, match="更高的比例"):
        answer(first, contact, kind="partly", share=40)
    answer(second, contact)
    services.accept(second, actor=officer, on=TODAY)
    rows = visit.findings.select_related("inspection")
    counted = completion(rows)
    assert counted == completion_of(rows) == (2, 1, 140, 0)
    assert counted.words == "整改率 50%（2 项中 1 项已销号，计入已认可的部分为 70%）"


def test_what_no_letter_has_told_is_not_counted(unit, officer):
    untold = make_visit(unit, officer, state="recorded", letter=None)
    make_finding(untold)
    rows = untold.findings.select_related("inspection")
    assert completion(rows).total == completion_of(rows).total == 0


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
