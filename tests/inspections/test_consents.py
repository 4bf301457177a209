"""公开同意: the unit answers before the decision, under its name or not, and may take it back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.files.models import StoredFile
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Consent, Exemplary, Inspection, Reply
from inspections.services import consents
from inspections.services import exemplary as services
from tests.inspections.rectifying import days, make_finding, make_visit, upload
from tests.inspections.test_exemplary import nominate, report

TODAY = days(0)


@pytest.fixture
def nominated(unit, officer, clerk, contact):
    visit = make_visit(unit, officer, state="closed")
    report(make_finding(visit, state="accepted", accepted_on=days(-1)), officer)
    return nominate(visit, clerk)


def agree(row, contact, **values):
    return consents.answer(row.consent, actor=contact, on=TODAY, **{"agrees": True, **values})


def test_only_problems_with_accepted_evidence_make_a_case(unit, officer, clerk):
    visit = make_visit(unit, officer, state="closed")
    bare = make_finding(visit, state="accepted")
    with pytest.raises(Refused, match="整改前后两张照片"):
        nominate(visit, clerk)
    shown = report(make_finding(visit, 2, state="accepted"), officer)
    with pytest.raises(Refused, match="附有整改前后"):
        nominate(visit, clerk, findings=[bare, shown])
    with pytest.raises(Refused, match="至少选择一个"):
        nominate(visit, clerk, findings=[])
    row = nominate(visit, clerk, findings=[shown])
    assert [pair.finding for pair in row.pairs.all()] == [shown]


@pytest.mark.parametrize("outcome", ["", "returned"])
def test_what_nobody_accepted_is_no_evidence(unit, officer, clerk, outcome):
    visit = make_visit(unit, officer, state="closed")
    report(make_finding(visit, state="accepted"), officer)
    Reply.objects.update(outcome=outcome)
    with pytest.raises(Refused, match="整改前后两张照片"):
        nominate(visit, clerk)


def test_the_units_own_photos_become_the_pair(unit, officer, clerk):
    visit = make_visit(unit, officer, state="closed")
    report(make_finding(visit, state="accepted"), officer, pair=True)
    pair = nominate(visit, clerk).pairs.get()
    assert [photo.purpose for photo in pair.photos] == ["整改前照片", "整改后照片"]


def test_nothing_is_decided_before_the_unit_agrees(nominated, head, contact):
    with pytest.raises(Refused, match="等待单位答复，不能确定"):
        services.decide(nominated, actor=head, on=TODAY)
    assert "是否同意" in Message.objects.filter(recipient=contact).last().text
    consent = agree(nominated, contact)
    assert (consent.state, consent.name_shown) == ("given", "示例街道一")
    assert services.decide(nominated, actor=head, on=TODAY).state == "decided"


def test_the_question_stands_on_the_unit_s_home_until_it_is_answered(client, nominated, contact):
    page = reverse("inspections:portal-consent", args=[nominated.consent.pk])
    client.force_login(contact)
    home = client.get(reverse("reports:portal"))
    assert (page in home.content.decode(), home.context["to_report"]) == (True, 1)
    agree(nominated, contact)
    home = client.get(reverse("reports:portal"))
    assert (page in home.content.decode(), home.context["to_report"]) == (False, 0)


def test_of_what_was_declined_nothing_is_asked_any_more(client, nominated, head, contact):
    services.decline(nominated, actor=head, on=TODAY, note="今年名额已满")
    with pytest.raises(Refused, match="不用再答复"):
        agree(nominated, contact)
    client.force_login(contact)
    assert client.get(reverse("reports:portal")).context["to_report"] == 0
    page = client.get(reverse("inspections:portal-consent", args=[nominated.consent.pk]))
    assert "不用再答复" in page.content.decode() and "提交答复" not in page.content.decode()


def test_a_consent_is_taken_back_also_after_the_decision(nominated, head, contact):
    agree(nominated, contact)
    services.decide(nominated, actor=head, on=TODAY)
    nominated.consent.refresh_from_db()
    taken = consents.withdraw(nominated.consent, actor=contact, on=TODAY, reason="不便公开")
    assert taken.state == "withdrawn"


def test_a_decision_is_not_older_than_the_consent(nominated, head, contact):
    agree(nominated, contact)
    Exemplary.objects.update(nominated_on=days(-5))
    nominated.refresh_from_db()
    with pytest.raises(Refused, match="不能早于单位同意的日期"):
        services.decide(nominated, actor=head, on=days(-1))


def test_a_unit_that_declines_says_why_and_is_no_example(nominated, head, contact):
    with pytest.raises(Refused, match="写明原因"):
        agree(nominated, contact, agrees=False)
    consent = agree(nominated, contact, agrees=False, reason="不便公开")
    assert (consent.state, consent.reason, consent.name_shown) == ("declined", "不便公开", "")
    with pytest.raises(Refused, match="单位不同意，不能确定"):
        services.decide(nominated, actor=head, on=TODAY)
    assert services.decline(nominated, actor=head, on=TODAY, note="单位不同意").state == "declined"


def test_a_unit_may_keep_its_name_back(nominated, contact):
    assert agree(nominated, contact, show_name=False).name_shown == "某乡镇街道"


def test_an_answer_on_paper_is_entered_with_its_scan(nominated, clerk, officer):
    facts = {"on": TODAY, "agrees": True}
    with pytest.raises(Refused, match="扫描件"):
        consents.enter_answer(nominated.consent, actor=clerk, files=[], **facts)
    assert Consent.objects.get().state == "asked"
    with pytest.raises(PermissionDenied):
        consents.answer(nominated.consent, actor=clerk, **facts)
    consent = consents.enter_answer(nominated.consent, actor=clerk, files=[upload()], **facts)
    assert (consent.state, consent.on_behalf) == ("given", True)
    assert (
        StoredFile.objects.get(purpose="单位书面意见").party == consent.exemplary.inspection.party
    )


def test_an_answer_is_not_older_than_the_question(nominated, clerk):
    facts = {"actor": clerk, "files": [upload()], "agrees": True}
    with pytest.raises(Refused, match="不能早于"):
        consents.enter_answer(nominated.consent, on=days(-1), **facts)
    consent = consents.enter_answer(nominated.consent, on=TODAY, **facts | {"files": [upload()]})
    assert consent.state == "given"


def test_a_consent_is_taken_back_with_a_reason_and_only_when_given(nominated, contact, clerk):
    with pytest.raises(Refused, match="不能撤回同意"):
        consents.withdraw(nominated.consent, actor=contact, on=TODAY, reason="情况有变")
    agree(nominated, contact)
    row = Consent.objects.get()
    with pytest.raises(Refused, match="写明原因"):
        consents.withdraw(row, actor=contact, on=TODAY, reason=" ")
    taken = consents.enter_withdrawal(
        row, actor=clerk, on=TODAY, reason="情况有变", files=[upload()]
    )
    assert (taken.state, taken.withdrawn_on) == ("withdrawn", TODAY)


def test_the_unit_answers_and_takes_back_on_its_own_page(nominated, contact, client):
    client.force_login(contact)
    page = reverse("inspections:portal-consent", args=[nominated.consent.pk])
    visit = reverse("inspections:portal-inspection", args=[Inspection.objects.get().pk])
    assert page in client.get(visit).text
    shown = client.get(page).text
    assert "库房第 1 处问题" in shown and nominated.reason not in shown
    assert client.post(page, {"agrees": "no", "name": "full"}).status_code == 422
    client.post(page, {"agrees": "yes", "name": "hidden"})
    assert Consent.objects.get().name_shown == "某乡镇街道"
    client.post(page, {"reason": "情况有变"})
    assert Consent.objects.get().state == "withdrawn"
    assert "不再显示" in client.get(page).text
