"""情况报告 to other bodies: one for each, no penalty in it, and a receipt to wait for."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import ReportReceipt
from inspections.queries.measures import work_for_measures
from inspections.services import leads
from inspections.services import measures as services
from tests import factories
from tests.inspections.emergencies import NOTICE, REPORTED, SAID, TODAY, issue, order, report
from tests.inspections.rectifying import days, make_visit


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def reviewer(bureau):
    return factories.make_user("reviewer", "reviewer", bureau=bureau)


def test_each_body_gets_a_report_of_its_own(visit, officer):
    papers = report(visit, officer, ["本级人民政府", "", "同级网信部门", "本级人民政府"])
    assert [paper.fields["receiver"] for paper in papers] == ["本级人民政府", "同级网信部门"]
    with pytest.raises(Refused, match="至少写明一个"):
        report(visit, officer, [" "])


def test_a_report_is_no_penalty(visit, officer):
    with pytest.raises(Refused, match="行政处罚法第九条"):
        report(visit, officer, request="建议通报批评")
    assert not Document.objects.filter(kind="report_to_others").exists()


@pytest.fixture
def sent(visit, officer, head, reviewer):
    (paper,) = report(visit, officer, ["本级人民政府"])
    documents.submit_review(paper, actor=officer, on=TODAY)
    documents.pass_review(paper, actor=reviewer, on=TODAY)
    return documents.sign(paper, actor=head, on=TODAY)


def receive(paper, actor, **values):
    facts = {"received_on": TODAY, "received_by": "政府办公室", "number": "收12号", **values}
    return services.register_receipt(paper, actor=actor, on=TODAY, **facts)


def test_a_report_waits_on_the_desk_until_its_receipt(visit, sent, officer, client):
    assert [item.text for item in work_for_measures(officer, TODAY)] == [
        f"登记本级人民政府收悉：{sent.number}"
    ]
    client.force_login(officer)
    page = reverse("inspections:inspection-report-receipt", args=[sent.pk])
    assert page in client.get(visit.get_absolute_url()).text
    receipt = receive(sent, officer)
    assert (receipt.received_by, receipt.number) == ("政府办公室", "收12号")
    assert work_for_measures(officer, TODAY) == []
    assert "政府办公室收悉" in client.get(visit.get_absolute_url()).text
    with pytest.raises(Refused, match="已经登记"):
        receive(sent, officer)


def test_a_report_on_a_lead_waits_on_the_desk_too(unit, clerk, officer, head, reviewer):
    lead = leads.register(
        actor=clerk, on=TODAY, party=unit.party, source="superior", text="重大疑难。",
        received_on=TODAY,
    )  # fmt: skip
    said = {**REPORTED, "receiver": "示例市档案局"}
    sent = issue(lead, "report_to_others", officer, head, reviewer, said, "lead")
    assert [item.text for item in work_for_measures(officer, TODAY)] == [
        f"登记示例市档案局收悉：{sent.number}"
    ]
    receive(sent, officer)
    assert work_for_measures(officer, TODAY) == []


@pytest.mark.parametrize(
    "wrong", [{"received_by": " "}, {"received_on": days(-1)}, {"received_on": days(1)}]
)
def test_a_receipt_says_who_and_when(sent, officer, wrong):
    with pytest.raises(Refused):
        receive(sent, officer, **wrong)
    assert not ReportReceipt.objects.exists()


def test_what_is_not_issued_has_no_receipt(visit, officer):
    (paper,) = report(visit, officer, ["本级人民政府"])
    with pytest.raises(Refused, match="已经签发"):
        receive(paper, officer)


def test_a_report_repeats_what_was_ordered_after_the_paper_too(
    visit, officer, head, reviewer, client
):
    order(visit, officer)
    issue(visit, "emergency_notice", officer, head, reviewer, NOTICE)
    client.force_login(officer)
    page = reverse("inspections:inspection-report-to-others", args=[visit.pk])
    form = client.get(page).context["form"]
    assert (form["facts"].value(), form["measures"].value()) == (SAID["danger"], SAID["measures"])
