"""现场检查笔录 as a numbered paper."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import concluding, site_records
from tests import factories
from tests.inspections import on_site
from tests.inspections.on_site import DAY


@pytest.fixture
def visit(unit, head, officer, second_officer):
    return on_site.approved(unit, head, officer, second_officer)


def draft(visit, actor):
    return site_records.draft_site_record(visit, actor=actor, on=DAY)


def test_it_says_all_that_was_recorded(visit, officer):
    on_site.recorded(visit, officer, "2-01", facts="库房没有温湿度计")
    visit = Inspection.objects.get(pk=visit.pk)
    paper = documents.complete(draft(visit, officer), actor=officer, on=DAY)
    head, table, *_ = paper.content["blocks"]
    rows = dict(head["rows"])
    assert rows["被检查单位"] == visit.party.name
    assert "证-officer" in rows["执法人员及证件"]
    assert len(table["rows"]) == visit.results.count()
    assert ["不符合", "库房没有温湿度计"] in [row[2:] for row in table["rows"]]
    assert rows["出示证件"] == "执法人员已出示行政执法证件。"
    assert paper.content["blocks"][-2]["text"] == "单位负责人已在现场检查记录上签字。"
    assert paper.number.endswith("检笔〔2024〕1号")
    assert not paper.deliveries.exists()


def test_a_refusal_to_sign_stands_in_it_with_the_witness(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    refusal = {"reason": "负责人不在", "witness": "见证人甲"}
    visit = concluding.conclude(visit, actor=officer, on=DAY, signing=refusal)
    blocks = draft(visit, officer).fields["blocks"]
    assert "负责人不在" in blocks[-2]["text"]
    assert blocks[-1]["lines"][0]["note"] == "拒绝签字"
    assert blocks[-1]["lines"][-1] == {"label": "见证人：", "note": "见证人甲"}


def test_it_tells_nothing_that_nobody_recorded(visit, officer):
    on_site.recorded(visit, officer)
    Inspection.objects.filter(pk=visit.pk).update(certificates_shown=False, oral_feedback_to="")
    blocks = draft(visit, officer).fields["blocks"]
    assert "出示证件" not in dict(blocks[0]["rows"])
    words = str(blocks)
    assert not any(claim in words for claim in ("回避", "陈述", "口头反馈", "阅看"))


def test_there_is_none_before_the_visit_has_ended(visit, officer):
    on_site.fill(on_site.begin(visit, officer), officer)
    with pytest.raises(Refused, match="还没有结束"):
        draft(visit, officer)
    concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)
    assert draft(visit, officer).kind == "site_record"


def test_only_an_officer_who_was_there_makes_it_and_only_once(visit, officer, bureau, clerk):
    on_site.recorded(visit, officer)
    with pytest.raises(PermissionDenied):
        draft(visit, clerk)
    absent = factories.make_officer("absent", bureau, "backfiller")
    with pytest.raises(Refused, match="不是这次检查的执法人员"):
        draft(visit, absent)
    paper = draft(visit, officer)
    with pytest.raises(Refused, match="已经有"):
        draft(visit, officer)
    documents.void(paper, actor=officer, on=DAY, note="漏项")
    assert draft(visit, officer).state == "draft"


def test_it_is_made_and_completed_through_its_pages(client, visit, officer):
    on_site.recorded(visit, officer)
    client.force_login(officer)
    assert "制作现场检查笔录" in client.get(visit.get_absolute_url()).text
    client.post(reverse("inspections:site-record-draft", args=[visit.pk]), {"on": DAY})
    paper = Document.objects.get(kind="site_record")
    page = client.get(paper.get_absolute_url()).text
    assert "定稿归卷" in page
    assert reverse("documents:document-revise", args=[paper.pk]) not in page
    address = reverse("documents:document-complete", args=[paper.pk])
    client.post(address, {"on": DAY, "confirmed": "on"})
    paper.refresh_from_db()
    assert paper.state == "issued"
