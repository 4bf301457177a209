"""自查通知: one paper to each unit that is asked, as long as it can still hand in in time."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Batch, Delivery
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.workflow import Refused
from inspections.queries import self_notices
from inspections.services import self_inspection as rounds
from tests.inspections import self_inspecting as self_
from tests.inspections.self_inspecting import LATE, OPENED, report_of

KIND = self_notices.NOTICE
TOGETHER = reverse("documents:draft-together", args=["self_report", KIND])


def draft(report, clerk, on=OPENED):
    facts = self_notices.facts(report, on)
    return documents.draft_about(
        "self_report", report, KIND, title="", fields=facts, actor=clerk, on=on
    )


def page_of(asked):
    return reverse("inspections:self-detail", args=[asked.pk])


def test_the_round_leads_to_one_notice_for_each_unit(client, asked, clerk, report, unit, school):
    client.force_login(clerk)
    assert TOGETHER in client.get(page_of(asked)).text
    rows = [report, report_of(asked, school)]
    sent = {"records": [row.pk for row in rows], "title": "自查通知", "confirmed": "on"}
    client.post(TOGETHER, sent | {"on": str(OPENED)})
    batch = Batch.objects.get()
    run_batch(batch.pk)
    papers = {item.document.party: item.document for item in batch.items.all()}
    assert papers.keys() == {unit.party, school.party}
    said = papers[unit.party].fields
    assert (said["year"], said["reply_due"]) == ("2025", "2026年9月30日")
    assert "第四十五条" in said["basis"] and "承诺书" in said["requirements"]
    assert list(self_notices.awaiting(asked.reports.all())) == []
    assert TOGETHER not in client.get(page_of(asked)).text
    assert papers[unit.party].get_absolute_url() in client.get(report.get_absolute_url()).text


def test_a_unit_that_no_article_binds_is_told_so(asked, clerk, firm):
    rounds.include(asked, actor=clerk, on=OPENED, units=[firm], reason="自愿报送")
    said = self_notices.facts(report_of(asked, firm), OPENED)
    assert "不是法定的报送义务人" in said["basis"] and "第四十五条" not in said["basis"]


def test_the_paper_leads_the_unit_to_its_report(client, report, clerk, head, contact):
    paper = draft(report, clerk)
    documents.submit(paper, actor=clerk, on=OPENED)
    documents.sign(paper, actor=head, on=OPENED)
    client.force_login(contact)
    delivery = Delivery.objects.get(document=paper)
    documents.acknowledge(delivery, actor=contact, on=OPENED)
    assert report.get_portal_url() in client.get(paper.get_absolute_url()).text


def test_there_is_none_before_the_round_is_open_nor_after_the_day(clerk, head, unit, client):
    asked = self_.prepared(clerk)
    report = report_of(asked, unit)
    with pytest.raises(Refused, match="还没有布置"):
        draft(report, clerk)
    rounds.open_it(asked, actor=head, on=OPENED)
    report = report_of(asked, unit)
    assert draft(report, clerk).state == "draft"


def test_after_its_day_the_letter_is_the_reminder(client, clerk, report, asked, clock):
    clock.move_to(LATE)
    with pytest.raises(Refused, match="催报函"):
        draft(report, clerk, LATE)
    client.force_login(clerk)
    assert TOGETHER not in client.get(page_of(asked)).text


def test_who_has_reported_is_not_told_to_report(filed, clerk):
    with pytest.raises(Refused, match="不用再发"):
        draft(filed, clerk, self_.FILED)


def test_the_head_reads_the_round_and_drafts_nothing(client, asked, head):
    client.force_login(head)
    assert TOGETHER not in client.get(page_of(asked)).text
    assert client.get(TOGETHER).status_code == 403
