"""当场处罚: handed over, reported, paid, published, closed and filed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.archiving import arranging
from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from penalties.queries import papers
from penalties.queries.cases import years_of
from penalties.queries.dossier import dossiers
from penalties.queries.progress import next_step, steps
from penalties.services import on_the_spot
from publicity.queries import notices
from reports.queries.year import Year
from tests import factories
from tests.documents.delivering import scan
from tests.penalties.case_facts import FILED, clause_of
from tests.penalties.spot import SpotWalk

WALK, STAGE = SpotWalk, "ready"


# Handing over, 备案, payment, closing


def test_the_case_closes_when_it_is_handed_over_reported_and_paid(walk):
    paper = walk.decide_there()
    with pytest.raises(Refused, match="还没有送达"):
        walk.propose_closing()
    walk.deliver(paper, FILED)
    assert deadlines.for_subject(paper).get(code="D-P13").due_on == date(2024, 8, 30)
    walk.pay()
    with pytest.raises(Refused, match="备案.*第五十二条第三款"):
        walk.propose_closing()
    walk.report()
    assert deadlines.for_subject(paper).get(code="D-P17").met_on == FILED
    walk.propose_closing()
    case = walk.close()
    assert (case.state, case.outcome) == ("closed", "penalised")
    assert Lead.objects.get(pk=case.lead_id).state == "case_filed"


def test_what_was_paid_before_it_was_handed_over_counts(walk):
    paper = walk.decide_there()
    walk.pay()
    walk.deliver(paper, FILED)
    assert deadlines.for_subject(paper).get(code="D-P13").met_on == FILED
    assert deadlines.for_subject(walk.case).filter(code="D-P23").count() == 1


def test_it_is_reported_once_and_by_its_officers(walk):
    walk.decide_there()
    with pytest.raises(PermissionDenied):
        on_the_spot.report(walk.fresh(), actor=walk.head, on=FILED, note="登记")
    walk.report()
    with pytest.raises(Refused, match="备案一次"):
        walk.report()


def test_it_is_published_and_counted_like_any_decision(walk, clerk_sees):
    paper = walk.decide_there()
    assert list(notices.decisions_to_publish(walk.clerk)) == [paper]
    shown = notices.summary_of(paper)
    assert "档案 8 件" in shown["facts"] and "罚款人民币" in shown["outcome"]
    assert Year(walk.bureau, 2024).papers(*papers.DECISIONS) == [paper]
    assert years_of(walk.officer) == [2024]


@pytest.fixture
def clerk_sees(walk):
    walk.clerk = type(walk.clerk).objects.get(pk=walk.clerk.pk)


def test_its_file_lacks_no_paper_of_the_ordinary_procedure(walk):
    paper = walk.decide_there()
    walk.deliver(paper, FILED)
    walk.pay()
    walk.report()
    walk.propose_closing()
    case = walk.close()
    arranged = arranging.arrange("case", case)
    assert [row.what for row in arranged.missing] == ["缴款凭据"]
    assert [line.place for line in arranged.lines][:2] == ["当场处罚决定书"] * 2
    titles = [line.title for line in arranged.lines]
    assert "报所属行政机关备案（线上办理记录）" in titles and "结案（线上办理记录）" in titles


def test_the_page_leads_from_step_to_step(walk, client):
    client.force_login(walk.officer)
    page = reverse("penalties:case-detail", args=[walk.case.pk])
    form = reverse("penalties:spot-decision", args=[walk.case.pk])
    assert form in client.get(page).text and "500 元至 3,000 元" in client.get(form).text
    sent = {
        "fine": 1_000, "correction": "改正", "reasons": "初次违法", "time": "今天", "place": "现场",
        "told": "on", "statement": "没有", "collection": "bank", "payment_account": "银行",
        "on": FILED,
    }  # fmt: skip
    assert client.post(form, sent).status_code == 302
    paper = papers.latest(walk.fresh(), papers.SUMMARY)
    completing = reverse("documents:document-complete", args=[paper.pk])
    assert completing in client.get(page).text
    assert "定稿后打印、签名，当场交付当事人" in client.get(completing).text
    assert "定稿编号，再打印签名" in client.get(paper.get_absolute_url()).text
    documents.complete(paper, actor=walk.officer, on=FILED)
    assert "当场作出的" not in client.get(page).text
    report = reverse("penalties:spot-report", args=[walk.case.pk])
    assert report in client.get(page).text
    assert client.post(report, {"note": "登记第1号", "on": FILED}).status_code == 302
    assert report not in client.get(page).text


def test_next_step_and_stages(walk):
    [dossier] = dossiers([walk.case])
    assert "起草当场处罚决定书" in next_step(dossier)
    assert [step.state for step in steps(dossier)] == ["done", "done", "now", "", "", ""]
    paper = walk.decide_there()
    [dossier] = dossiers([walk.fresh()])
    assert "当场交付当事人" in next_step(dossier)
    walk.deliver(paper, FILED)
    [dossier] = dossiers([walk.fresh()])
    assert next_step(dossier) == "请报所属行政机关备案（2024年8月20日前）。"


def test_the_party_reads_it_on_its_own_page(walk, client):
    paper = walk.decide_there()
    client.force_login(walk.contact)
    page = client.get(reverse("penalties:portal-case", args=[walk.case.pk])).text
    assert paper.number in page and "应当先申请行政复议" in page and "告知的内容" not in page


def test_the_officers_of_the_case_deliver_it_and_the_term_to_pay_begins(walk):
    """行政处罚法第五十二条: 执法人员当场交付; no clerk has to come between."""
    paper = walk.decide_there()
    delivery = paper.deliveries.get()
    other = factories.make_officer("passing", walk.bureau, "backfiller")
    facts = {"method": "direct", "received_by": "王某", "capacity": "representative"}
    with pytest.raises(PermissionDenied):
        documents.record_delivery(delivery, actor=other, on=FILED, files=[scan()], **facts)
    documents.record_delivery(delivery, actor=walk.officer, on=FILED, files=[scan()], **facts)
    assert deadlines.for_subject(paper).filter(code=papers.PAYMENT_CLOCK).exists()


@pytest.mark.parametrize("staged", [""], indirect=True)
def test_the_page_of_a_case_says_why_it_is_not_open(walk, client):
    walk.proposed(clause_of())
    client.force_login(walk.officer)
    shown = client.get(walk.case.get_absolute_url()).text
    assert "适用简易程序（当场处罚）" in shown and "最低为 20,000 元" in shown
