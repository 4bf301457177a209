"""Pages of 年度考核: the way of clerk, head and unit through the forms, and the card."""

from io import BytesIO

import pdfplumber
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from archives_enforcement.notifications.models import Message
from inspections.models import Assessment, AssessmentResult, AssessmentRule, Inspection
from tests import factories
from tests.inspections import assessing, on_site
from tests.inspections.assessing import FIGURES, SET, SUMMED, result_of


def at(name, record=None):
    return reverse(f"inspections:{name}", args=[record.pk] if record else [])


def text_of(response):
    assert response.status_code == 200, response.status_code
    return response.content.decode()


@pytest.fixture
def told(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, "55")
    return result_of(assessing.published(clerk, head), unit)


def test_from_the_rule_to_the_publication(client, clerk, head, unit, contact, clock):
    client.force_login(head)
    offered = client.get(at("assessment-rule-set")).context["form"]
    parts = {name: offered[name].value() for name in AssessmentRule.PARTS}
    assert (sum(parts.values()), parts["look_back"]) == (100, 10)  # look-backs count from the first
    client.post(at("assessment-rule-set"), FIGURES | {"valid_from": str(SET), "on": str(SET)})
    listed = text_of(client.get(at("assessment-list")))
    assert str(AssessmentRule.objects.get()) in listed and "回头看的结果不计分" in listed
    clock.move_to(SUMMED)
    client.force_login(clerk)
    evaluated = {
        "year": 2026, "evaluator": "own", "score": "55", "evaluated_on": str(SUMMED),
        "source": "评价表", "on": str(SUMMED), "files": [assessing.scan("评价表.pdf")],
    }  # fmt: skip
    assert at("assessment-evaluate", unit) in client.get(unit.get_absolute_url()).text
    client.post(at("assessment-evaluate", unit), evaluated)
    assert "评价表.pdf" in client.get(unit.get_absolute_url()).text
    client.post(at("assessment-create"), {"year": 2026, "on": str(SUMMED)})
    assessment = Assessment.objects.get()
    client.post(at("assessment-count", assessment), {"on": str(SUMMED)})
    page = text_of(client.get(at("assessment-detail", assessment)))
    assert "55.00" in page and "由机关负责人公布" in page
    client.force_login(contact)
    assert "年度考核" not in text_of(client.get("/", follow=True))
    client.force_login(head)
    client.post(at("assessment-publish", assessment), {"confirm": "on", "on": str(SUMMED)})
    client.force_login(contact)
    assert "2026年度档案工作考核" in text_of(client.get("/", follow=True))
    told = Message.objects.get(recipient=contact, text__contains="申请复核")
    assert "10 分 ×" in text_of(client.get(told.url))
    assert "登记安全评价" not in text_of(client.get("/", follow=True))


def test_the_unit_reads_its_points_and_appeals_and_the_head_answers(client, told, contact, head):
    client.force_login(contact)
    page = text_of(client.get(at("portal-assessment", told)))
    assert "10 分 × 55.00% ＝ 5.50 分" in page and "本机关评价" in page
    assert at("assessment-result", told) not in page and 'href="/units' not in page
    client.post(at("portal-assessment", told), {"text": "评价表算错了"})
    client.force_login(head)
    assert "评价表算错了" in text_of(client.get(at("assessment-appeal-decide", told)))
    answer = {"outcome": "kept", "answer": "评价表无误。", "on": str(SUMMED)}
    client.post(at("assessment-appeal-decide", told), answer)
    client.force_login(contact)
    assert "评价表无误。" in text_of(client.get(at("portal-assessment", told)))


def test_another_unit_finds_neither_result_nor_card(client, told, bureau):
    neighbour = factories.make_unit(bureau, "示例街道二")
    client.force_login(factories.make_contact("neighbour", neighbour.party))
    for name in ("portal-assessment", "portal-assessment-card-pdf"):
        assert client.get(at(name, told)).status_code == 404


def test_circular_warning_and_sheet(client, told, clerk):
    client.force_login(clerk)
    page = text_of(client.get(at("assessment-detail", told.assessment)))
    assert "还有 1 个单位没有通报，其中 1 个不合格，可以改发预警通报。" in page
    page = text_of(client.get(at("assessment-warning", told.assessment)))
    assert "示例街道一（55.00 分，不合格）" in page
    sent = {"results": [told.pk], "risks": "火灾", "requirements": "整改", "on": str(SUMMED)}
    client.post(at("assessment-warning", told.assessment), sent)
    assert AssessmentResult.objects.get().notice.kind == "warning_circular"
    page = text_of(client.get(at("assessment-detail", told.assessment)))
    assert "没有通报" not in page and "起草考核情况通报" not in page
    again = client.get(at("assessment-circular", told.assessment))
    assert not again.context["form"].fields["results"].queryset
    assert all(map(str, (crumb.label for crumb in again.context["crumbs"])))
    book = client.get(at("assessment-export", told.assessment))
    sheet = load_workbook(BytesIO(book.content)).active
    assert [cell.value for cell in sheet[2]][:4] == ["示例街道一", "乡镇街道", 55, "不合格"]


def test_a_paper_appeal_is_entered(client, told, clerk, unit):
    client.force_login(clerk)
    scan = assessing.scan()
    sent = {"text": "不实", "files": [scan], "on": str(SUMMED)}
    client.post(at("assessment-appeal-enter", told), sent)
    page = text_of(client.get(at("assessment-result", told)))
    assert "不实" in page and "申请.pdf" in page
    assert "自查和考核" in text_of(client.get(unit.get_absolute_url()))


@pytest.mark.papers
def test_the_card_is_one_page_with_the_years(client, told, unit, clerk, head, contact, clock):
    """As full as can be: four of five years, three of four long problems, two of three visits."""
    for year in range(2027, 2031):
        day = SUMMED.replace(year=year + 1)
        clock.move_to(day)
        assessing.evaluate(unit, clerk, f"{year - 1950}.5", on=day, year=year)
        assessing.published(clerk, head, on=day, year=year)
    for month in (4, 5, 6):
        visit = on_site.approved(unit, head, clerk, on=day.replace(month=month))
        Inspection.objects.filter(pk=visit.pk).update(
            state="rectifying", inspected_on=visit.scheduled_on, earned=99, possible=100
        )
    for place in range(1, 5):
        visit.findings.create(
            position=place, text="库房没有温湿度记录，" * 20, requirement="整改", basis="依据",
            severity="B",
        )  # fmt: skip
    client.force_login(contact)
    response = client.get(at("portal-assessment-card-pdf", told))
    with pdfplumber.open(BytesIO(response.content)) as pdf:
        (page,) = pdf.pages
        words = "".join(page.extract_text().split())
    for said in ("单位档案体检卡", "2030年", "80.50", "提高1.00分", "1个乡镇街道中第1", "2027年"):
        assert said in words, said
    assert "2026年" not in words and words.count("级：库房") == 3 and words.count("得分率") == 2
