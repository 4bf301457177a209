"""紧急处置: an order by word of mouth, its written notice in time, and their pages."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Inspection, OralOrder
from inspections.queries.measures import work_for_measures
from tests import factories
from tests.inspections.emergencies import NOTICE, REPORTED, SAID, TODAY, issue, order
from tests.inspections.rectifying import days, make_finding, make_visit


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


def clock(visit):
    return deadlines.for_subject(visit).get(code="D-I15")


@pytest.fixture
def reviewer(bureau):
    return factories.make_user("reviewer", "reviewer", bureau=bureau)


CORRECTION = {
    "unit": "示例街道一",
    "facts": "库房进水",
    "order": "转移",
    "term": "3日",
    "consequence": "依法处理",
    "basis": "《中华人民共和国档案法》第四十五条",
}


@pytest.mark.parametrize(
    ("kind", "fields"), [("emergency_notice", NOTICE), ("correction_order", CORRECTION)]
)
def test_the_written_notice_is_due_in_a_day_and_its_issue_meets_the_clock(
    visit, unit, officer, head, reviewer, client, kind, fields
):
    row = order(visit, officer)
    running = clock(visit)
    assert running.due_on == TODAY + timedelta(days=1) and running.is_open
    assert [item.due for item in work_for_measures(officer, TODAY)] == [running.due_on]
    client.force_login(officer)
    assert "待补发书面通知" in client.get(visit.get_absolute_url()).text
    paper = issue(visit, kind, officer, head, reviewer, fields)
    row.refresh_from_db()
    assert (row.paper, clock(visit).met_on) == (paper, TODAY)
    assert work_for_measures(officer, TODAY) == []
    assert paper.number in client.get(visit.get_absolute_url()).text


def test_the_notice_repeats_what_was_ordered(visit, officer, client):
    client.force_login(officer)
    page = reverse("documents:draft", args=["inspection", visit.pk, "correction_order"])
    assert "还没有记录问题" in client.get(page).text
    order(visit, officer)
    measures = client.get(page).context["form"]["order"].value()
    assert measures.splitlines()[0] == SAID["measures"]
    assert "口头责令" in measures
    page = reverse("documents:draft", args=["inspection", visit.pk, "emergency_notice"])
    assert client.get(page).context["form"]["danger"].value() == "库房进水"


@pytest.mark.parametrize("wrong", [{"danger": " "}, {"measures": ""}, {"told_to": " "}])
def test_an_order_says_what_and_to_whom(visit, officer, wrong):
    with pytest.raises(Refused, match="请写明"):
        order(visit, officer, **wrong)
    assert not OralOrder.objects.exists()


def test_an_order_is_no_penalty(visit, officer):
    with pytest.raises(Refused, match="行政处罚法第九条"):
        order(visit, officer, measures="责令停产停业")
    assert order(visit, officer, measures="立即停止使用该库房").pk


def test_an_order_is_not_given_in_the_future(visit, officer):
    later = timezone.localtime() + timedelta(minutes=5)
    if later.date() == TODAY:
        with pytest.raises(Refused, match="不能晚于现在"):
            order(visit, officer, at=later.time())
    assert order(visit, officer).given_by == officer


def test_only_an_officer_of_the_visit_orders_and_only_while_it_goes_on(
    visit, unit, officer, clerk, bureau
):
    with pytest.raises(PermissionDenied):
        order(visit, clerk)
    with pytest.raises(Refused):
        order(visit, factories.make_officer("stranger", bureau))
    with pytest.raises(Refused, match="还没有开始或者已经结束"):
        order(make_visit(unit, officer, state="closed"), officer)


def test_orders_and_reports_are_entered_on_their_pages(visit, officer, client):
    make_finding(visit)
    client.force_login(officer)
    page = reverse("inspections:inspection-order-orally", args=[visit.pk])
    assert page in client.get(visit.get_absolute_url()).text
    assert client.post(page, {**SAID, "at": "00:00", "on": TODAY}).status_code == 302
    page = reverse("inspections:inspection-report-to-others", args=[visit.pk])
    assert page in client.get(visit.get_absolute_url()).text
    assert client.get(page).context["form"]["facts"].value() == "库房进水"
    typed = {**REPORTED, "government": "示例区人民政府", "other": "示例应急局", "on": TODAY}
    assert client.post(page, typed).status_code == 302
    papers = Document.objects.filter(kind="report_to_others").order_by("pk")
    assert [row.fields["receiver"] for row in papers] == ["示例区人民政府", "示例应急局"]
    for listed in ("documents:document-list", "documents:batch-submit", "home"):
        text = client.get(reverse(listed), follow=True).text
        assert "示例区人民政府" in text and "示例应急局" in text
    assert "主送示例应急局" in client.get(papers[1].get_absolute_url()).text
    chosen = {"documents": [row.pk for row in papers], "confirmed": "on", "on": TODAY}
    batch = client.post(reverse("documents:batch-submit"), chosen, follow=True)
    assert "示例应急局" in batch.text and batch.context["progress"].items


def test_the_desk_and_the_visit_lead_to_the_written_notice_by_its_hour(visit, officer, client):
    order(visit, officer, at=time(0, 5))
    client.force_login(officer)
    page = reverse("documents:draft", args=["inspection", visit.pk, "emergency_notice"])
    assert [item.url for item in work_for_measures(officer, TODAY)] == [page]
    text = client.get(visit.get_absolute_url()).text
    assert page in text and f"{days(1).month}月{days(1).day}日 00:05" in text


def test_on_site_the_order_is_a_page_of_the_record_and_leads_back_to_it(visit, officer, client):
    Inspection.objects.filter(pk=visit.pk).update(state="on_site")
    client.force_login(officer)
    record = reverse("inspections:inspection-record", args=[visit.pk])
    page = reverse("inspections:inspection-order-orally", args=[visit.pk])
    assert page in client.get(record).text
    sent = client.post(page, {**SAID, "at": "00:05", "on": TODAY})
    assert sent.url == record
    text = client.get(record).text
    assert SAID["measures"] in text and f"{days(1).day}日 00:05前补发" in text
    assert reverse("documents:draft", args=["inspection", visit.pk, "emergency_notice"]) in text
