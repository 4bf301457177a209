"""单位的提问: asked and answered beside the problem, moving nothing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Inspection, Question
from inspections.queries.rectification_work import work_for_rectification
from inspections.services import questions as services
from tests import factories
from tests.inspections.rectifying import days, make_finding, make_visit, upload

TODAY = days(0)


@pytest.fixture
def finding(unit, officer, second_officer):
    return make_finding(make_visit(unit, officer, second_officer), clock=True)


@pytest.fixture
def guide(bureau):
    return factories.make_user("guide", "assistant", bureau=bureau)


def ask(finding, contact, text="旧灭火器能不能用？"):
    return services.ask(finding, actor=contact, on=TODAY, text=text)


def work(user):
    return [item.text for item in work_for_rectification(user, TODAY) if "提问" in item.text]


def test_hall_and_team_hear_of_it_and_the_unit_of_the_answer(
    finding, contact, guide, officer, second_officer
):
    outsider = factories.make_officer("outsider", finding.inspection.bureau)
    question = ask(finding, contact)
    told = Message.objects.values_list("recipient__username", flat=True)
    assert sorted(told) == ["guide", "officer", "second_officer"]
    assert len(work(guide)) == len(work(officer)) == 1
    assert work(outsider) == work(contact) == []
    services.answer(question, actor=guide, on=TODAY, text="过了检验期的不能用。")
    assert Message.objects.filter(recipient=contact).count() == 1
    assert work(guide) == work(officer) == []


def test_it_moves_no_state_and_no_clock(finding, contact, guide):
    before = list(deadlines.for_subject(finding).values())
    services.answer(ask(finding, contact), actor=guide, on=TODAY, text="不能用。")
    row = Finding.objects.get()
    assert (row.state, row.replies.count()) == ("open", 0)
    assert list(deadlines.for_subject(finding).values()) == before


def test_who_answers_second_reads_the_first_answer_and_keeps_his_own(
    client, finding, contact, guide, officer
):
    question = ask(finding, contact)
    services.answer(question, actor=guide, on=TODAY, text="馆里的答复")
    client.force_login(officer)
    url = reverse("inspections:finding-question-answer", args=[question.pk])
    response = client.post(url, {"text": "局里的答复", "on": TODAY})
    assert response.status_code == 422
    assert "馆里的答复" in response.text and "局里的答复</textarea>" in response.text
    assert Question.objects.get().answer == "馆里的答复"


@pytest.mark.parametrize("text", ["", "　"])
def test_an_empty_question_or_answer_is_refused(finding, contact, guide, text):
    with pytest.raises(Refused):
        ask(finding, contact, text)
    with pytest.raises(Refused):
        services.answer(ask(finding, contact), actor=guide, on=TODAY, text=text)
    assert Question.objects.get().answered_on is None


def test_the_same_question_waits_once(finding, contact):
    ask(finding, contact)
    with pytest.raises(Refused, match="已经问过"):
        ask(finding, contact)


def test_the_home_of_the_unit_says_how_its_question_stands(client, finding, contact, guide):
    question = ask(finding, contact)
    client.force_login(contact)
    home, visit = "/reports/portal/", f"/inspections/portal/{finding.inspection_id}/"
    assert all("的提问还在等答复" in client.get(page).text for page in (home, visit))
    services.answer(question, actor=guide, on=TODAY, text="过了检验期的不能用。")
    for page in (home, visit):
        text = client.get(page).text
        assert "您的提问已经答复" in text and "过了检验期的不能用" in text


def test_after_the_visit_is_closed_nothing_is_asked(finding, contact):
    finding.inspection.state = "closed"
    finding.inspection.save()
    with pytest.raises(Refused):
        ask(finding, contact)


def test_another_unit_asks_and_reads_nothing_and_a_clerk_answers_nothing(
    finding, contact, clerk, bureau
):
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)
    with pytest.raises(Finding.DoesNotExist):
        ask(finding, other)
    question = ask(finding, contact)
    assert not Question.objects.visible_to(other).exists()
    with pytest.raises(PermissionDenied):
        services.answer(question, actor=clerk, on=TODAY, text="不能用。")


def test_both_sides_read_question_and_answer_on_the_problem(client, finding, contact, guide):
    client.force_login(contact)
    url = reverse("inspections:portal-finding-ask", args=[finding.pk])
    page = client.post(url, {"text": "能不能用？"}, follow=True)
    assert "能不能用？" in page.text and "等答复" in page.text
    services.answer(Question.objects.get(), actor=guide, on=TODAY, text="不能用。")
    client.force_login(guide)
    text = client.get(finding.get_absolute_url()).text
    assert "能不能用？" in text and "不能用。" in text


def entered(finding, actor, *files, on=TODAY):
    text = "旧灭火器能不能用？"
    return services.enter(finding, actor=actor, on=on, text=text, files=files)


def test_a_question_on_paper_is_entered_with_its_scan(finding, clerk, guide, contact, client):
    with pytest.raises(Refused, match="扫描件"):
        entered(finding, clerk)
    assert not Question.objects.exists()
    question = entered(finding, clerk, upload("提问.pdf", b"%PDF-1.7 asked"))
    assert (question.on_behalf, len(work(guide))) == (True, 1)
    entry = AuditEntry.objects.about(finding).get(action="ask_question")
    assert entry.on_behalf_of == finding.inspection.party.name
    client.force_login(contact)
    page = client.get(reverse("inspections:portal-finding-reply", args=[finding.pk])).text
    assert ("提问.pdf" in page, "代录" in page) == (True, True)


def test_only_who_acts_for_a_party_enters_its_question(finding, guide, clerk):
    scan = upload("提问.pdf", b"%PDF-1.7 asked")
    with pytest.raises(PermissionDenied):
        entered(finding, guide, scan)
    Inspection.objects.filter(pk=finding.inspection_id).update(state="reported")
    with pytest.raises(Refused, match="还没有签发"):
        entered(finding, clerk, scan)


def test_the_page_of_a_problem_leads_to_it(client, finding, clerk):
    client.force_login(clerk)
    page = reverse("inspections:finding-question-enter", args=[finding.pk])
    assert page in client.get(finding.get_absolute_url()).text
    said = {"text": "要几具？", "files": [upload("提问.pdf", b"%PDF-1.7 asked")], "on": TODAY}
    assert client.post(page, said).url == finding.get_absolute_url()
    assert Question.objects.get().text == "要几具？"
