"""The decision on a model is drafted from its case, as long as the unit agrees."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.composing import missing
from archives_enforcement.documents.models import Document
from inspections.models import Consent
from inspections.queries import exemplary as queries
from inspections.services import consents
from inspections.services import exemplary as services
from tests.inspections.rectifying import days, make_finding, make_visit
from tests.inspections.test_exemplary import nominate, report

TODAY = days(0)


@pytest.fixture
def nominated(unit, officer, clerk, contact):
    visit = make_visit(unit, officer, state="closed")
    report(make_finding(visit, state="accepted", accepted_on=days(-1)), officer)
    return nominate(visit, clerk)


def agree(row, contact, **values):
    return consents.answer(row.consent, actor=contact, on=TODAY, **{"agrees": True, **values})


def test_the_decision_is_drafted_from_the_case(nominated, head, contact, clerk, client):
    client.force_login(clerk)
    page = reverse("documents:draft", args=["exemplary", nominated.pk, queries.DECISION])
    assert "还没有确定" in client.get(page).text
    agree(nominated, contact)
    services.decide(nominated, actor=head, on=TODAY)
    assert page in client.get(nominated.get_absolute_url()).text
    form = client.get(page).context["form"]
    known = {name: form[name].value() or "" for name in form.fields}
    assert "库房第 1 处问题" in known["before"] and "示例街道一" in known["consent"]
    assert client.post(page, known).status_code == 302
    nominated.refresh_from_db()
    paper = queries.decision_among(documents_on(nominated))
    assert missing(paper.kind, paper.fields) == []
    documents.submit(paper, actor=clerk, on=TODAY)
    assert documents.sign(paper, actor=head, on=TODAY).number
    assert "已经有整改优秀典型决定" in client.get(page).text


def documents_on(row):
    return list(Document.objects.filter(object_id=row.pk, kind=queries.DECISION))


def test_no_decision_is_drafted_once_the_consent_is_gone(nominated, head, contact):
    agree(nominated, contact)
    row = services.decide(nominated, actor=head, on=TODAY)
    assert queries.decision_refusal(row, queries.DECISION, TODAY) is None
    consents.withdraw(Consent.objects.get(), actor=contact, on=TODAY, reason="情况有变")
    assert "已经撤回同意" in queries.decision_refusal(row, queries.DECISION, TODAY)
