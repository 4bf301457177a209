"""What the unit asks for or objects to: it stops nothing and has an answer of its own."""

import pytest
from django.urls import reverse

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Finding
from inspections.queries.completion import completion, completion_of
from inspections.queries.rectification import overdue
from inspections.services import rectification as services
from inspections.services import requests
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
