"""整改优秀典型 in public: the pairs agreed to, photos without traces, gone with the consent."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from PIL import Image

from archives_enforcement.documents import services as documents
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused
from inspections.models import Consent
from inspections.queries.exemplary import DECISION, decision_facts
from inspections.services import consents
from inspections.services import exemplary as services
from publicity import lamps
from publicity.models import Notice
from publicity.queries.notices import decisions_to_publish, summary_of, work_for_publicity
from publicity.services import notices
from tests import factories
from tests.inspections.rectifying import days, make_finding, make_visit
from tests.inspections.test_exemplary import nominate, report

TODAY = days(0)


@pytest.fixture
def decided(unit, officer, clerk, head, contact):
    return _decided(unit, officer, clerk, head, contact)


def _decided(unit, officer, clerk, head, contact, **answer):
    visit = make_visit(unit, officer, state="closed")
    chosen = report(make_finding(visit, state="accepted"), officer, pair=True)
    report(make_finding(visit, 2, state="accepted"), officer, pair=True)
    row = nominate(visit, clerk, findings=[chosen])
    consents.answer(row.consent, actor=contact, on=TODAY, agrees=True, **answer)
    return services.decide(row, actor=head, on=TODAY)


def issued(row, clerk, head):
    paper = documents.draft_about(
        "exemplary", row, DECISION, title="", fields=decision_facts(row, TODAY), actor=clerk,
        on=TODAY,
    )  # fmt: skip
    documents.submit(paper, actor=clerk, on=TODAY)
    return documents.sign(paper, actor=head, on=TODAY)


def drafted(paper, clerk, **values):
    facts = {"credit_class": "none", "credit_reason": "不属于信用信息", **values}
    return notices.create(paper, actor=clerk, on=TODAY, **facts)


def reviewed(notice, bureau):
    other = factories.make_user(f"colleague-{notice.pk}", "clerk", bureau=bureau)
    return notices.review_secrecy(notice, actor=other, on=TODAY, note="不涉密。", redacted=True)


def test_that_it_is_published_late_is_no_fault_and_breaks_no_law(decided, clerk, head):
    """No law says that a model case is public: its clock reminds, and lights no lamp."""
    paper = issued(decided, clerk, head)
    (clock,) = deadlines.for_subject(paper)
    assert (clock.code, clock.consequence) == ("D-G16", "remind")
    notice = drafted(paper, clerk)
    late = clock.due_on + timedelta(days=1)
    assert lamps.facts(notice, Act(clerk, late, "")) == {}
    clock.consequence = "unlawful"
    clock.save()
    assert lamps.LATE in lamps.facts(notice, Act(clerk, late, ""))


@pytest.fixture
def published(decided, clerk, head):
    return _carried(decided, clerk, head)


def _carried(row, clerk, head, *, public=True):
    notice = reviewed(drafted(issued(row, clerk, head), clerk), clerk.bureau)
    notice = notices.approve(notice, actor=head, on=TODAY)
    return notices.publish(notice, actor=clerk, on=TODAY) if public else notice


def carried(unit, officer, clerk, head, contact, *, public):
    """The notice of a model case of its own, approved or also published."""
    return _carried(_decided(unit, officer, clerk, head, contact), clerk, head, public=public)


def public(notice):
    return reverse("publicity:public-detail", args=[notice.pk])


def photo(notice, pair, side="after"):
    return reverse("publicity:public-photo-export", args=[notice.pk, pair.pk, side])


def test_the_public_reads_the_chosen_pair_alone(published, decided, client):
    page = client.get(public(published)).text
    assert "库房第 1 处问题" in page and "整改后" in page and "违法事实" not in page
    assert "库房第 2 处问题" not in page and decided.reason not in page
    pair = decided.pairs.get()
    assert photo(published, pair) in page and photo(published, pair, "before") in page
    assert client.get(photo(published, pair, "other")).status_code == 404
    assert "第 1 项　整改前" in page


def test_the_public_list_keeps_who_is_praised_apart_from_who_was_punished(published, client):
    page = client.get(reverse("publicity:public-list")).text
    assert '<span class="tag done">整改优秀典型</span>' in page and 'data-l="单位"' in page
    assert 'data-l="当事人"' not in page


def test_the_draft_of_a_model_case_speaks_of_no_credit(decided, clerk, head, client):
    paper = issued(decided, clerk, head)
    client.force_login(clerk)
    page = client.get(reverse("publicity:notice-create", args=[paper.pk])).text
    assert "整改后" in page and "信用信息分类" not in page


def test_an_approved_notice_urges_to_publish_and_not_to_return_it(decided, clerk, head, client):
    notice = _carried(decided, clerk, head, public=False)
    for user, urged in ((clerk, ["公布"]), (head, [])):
        client.force_login(user)
        acts = client.get(notice.get_absolute_url()).context["acts"]
        assert [act.label for act in acts if act.primary] == urged


def test_the_head_sees_what_the_unit_agreed_to_before_he_decides(
    unit, officer, clerk, head, contact, client
):
    visit = make_visit(unit, officer, state="closed")
    row = nominate(visit, clerk, findings=[
        report(make_finding(visit, state="accepted"), officer, pair=True)
    ])  # fmt: skip
    consents.answer(row.consent, actor=contact, on=TODAY, agrees=True)
    client.force_login(head)
    page = client.get(reverse("inspections:exemplary-decide", args=[row.pk])).text
    pair = row.pairs.get()
    for photo_of in (pair.before, pair.after):
        assert reverse("files:download", args=[photo_of.pk]) in page


def test_the_decision_is_drafted_first_and_what_takes_it_back_stands_last(decided, clerk, client):
    client.force_login(clerk)
    acts = client.get(decided.get_absolute_url()).context["acts"]
    assert [(act.label, act.primary) for act in acts] == [
        ("起草整改优秀典型决定", True), ("代录单位撤回同意", False),
    ]  # fmt: skip


def test_a_published_photo_says_neither_where_nor_with_what_it_was_taken(
    published, decided, client
):
    pair = decided.pairs.get()
    kept = StoredFile.objects.get(pk=pair.after_id)
    assert kept.device
    answer = client.get(photo(published, pair))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert dict(Image.open(io.BytesIO(answer.content)).getexif()) == {}


def test_the_photos_of_another_case_are_not_reached_through_a_published_one(
    published, bureau, officer, clerk, head, client
):
    unit = factories.make_unit(bureau, "示例街道二")
    other = _decided(unit, officer, clerk, head, factories.make_contact("other", unit.party))
    assert client.get(photo(published, other.pairs.get())).status_code == 404


def test_what_the_unit_takes_back_is_hidden_at_once_and_withdrawn_by_the_bureau(
    published, decided, contact, clerk, client
):
    consents.withdraw(Consent.objects.get(), actor=contact, on=TODAY, reason="情况有变")
    assert client.get(public(published)).status_code == 404
    assert client.get(photo(published, decided.pairs.get())).status_code == 404
    published.refresh_from_db()
    assert (published.state, published.changed_ground) == ("published", "单位撤回公开同意")
    assert [row.button for row in work_for_publicity(clerk, TODAY)] == ["去撤回"]
    withdrawn = notices.withdraw(published, actor=clerk, on=TODAY, reason="单位撤回公开同意。")
    assert withdrawn.state == "withdrawn"
    assert "单位撤回公开同意。" in client.get(reverse("publicity:public-list")).text


def test_the_bureau_may_withdraw_a_model_of_its_own_accord(published, clerk):
    assert work_for_publicity(clerk, TODAY) == []
    assert notices.withdraw(published, actor=clerk, on=TODAY, reason="又发现问题").withdrawn_on


def test_without_consent_a_draft_goes_no_further(decided, clerk, head, bureau, contact):
    notice = reviewed(drafted(issued(decided, clerk, head), clerk), bureau)
    consents.withdraw(Consent.objects.get(), actor=contact, on=TODAY, reason="情况有变")
    with pytest.raises(Refused, match="单位没有同意公开"):
        notices.approve(notice, actor=head, on=TODAY)


def test_without_consent_nothing_is_published(decided, clerk, head, bureau, contact):
    notice = reviewed(drafted(issued(decided, clerk, head), clerk), bureau)
    notices.approve(notice, actor=head, on=TODAY)
    consents.withdraw(Consent.objects.get(), actor=contact, on=TODAY, reason="情况有变")
    with pytest.raises(Refused, match="单位没有同意公开"):
        notices.publish(Notice.objects.get(), actor=clerk, on=TODAY)


def test_without_consent_no_notice_is_drafted(decided, clerk, head, contact):
    paper = issued(decided, clerk, head)
    assert list(decisions_to_publish(clerk)) == [paper]
    consents.withdraw(Consent.objects.get(), actor=contact, on=TODAY, reason="情况有变")
    assert list(decisions_to_publish(clerk)) == []
    with pytest.raises(Refused):
        drafted(paper, clerk)


def test_a_name_kept_back_is_kept_back(unit, officer, clerk, head, bureau, contact):
    paper = issued(
        _decided(unit, officer, clerk, head, contact, show_name=False), clerk, head
    )  # fmt: skip
    assert summary_of(paper)["party_name"] == "某乡镇街道"
    notice = drafted(paper, clerk, facts="示例街道一库房漏水")
    with pytest.raises(Refused, match="单位要求不公开"):
        reviewed(notice, bureau)
    facts = {"credit_class": "none", "credit_reason": "不属于信用信息", "facts": "库房漏水"}
    notices.revise(notice, actor=clerk, on=TODAY, **facts)
    notice = notices.review_secrecy(notice, actor=head, on=TODAY, note="不涉密。", redacted=True)
    assert notices.approve(notice, actor=head, on=TODAY).state == "approved"


def test_a_model_is_no_credit_information(decided, clerk, head, client):
    paper = issued(decided, clerk, head)
    with pytest.raises(Refused, match="不是信用信息"):
        drafted(paper, clerk, credit_class="general")
    client.force_login(clerk)
    page = reverse("publicity:notice-create", args=[paper.pk])
    form = client.get(page).context["form"]
    assert form["facts"].label == "整改前"
    typed = {name: form[name].value() or "" for name in form.fields}
    assert client.post(page, typed).status_code == 302
    notice = Notice.objects.get()
    shown = client.get(notice.get_absolute_url()).text
    assert "整改后照片" in shown and notice.credit_class == "none"
