"""The annual report goes from draft to public on its pages."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document as WordFile

from reports.models import AnnualReport
from reports.queries.papers import paper_of
from reports.services import annual
from tests import factories
from tests.reports.random_years import random_year

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}
LIST = "reports:annual-report-list"


@pytest.fixture
def filled(maker):
    """A drafted report on a random year."""
    random_year(maker, 31)
    report = annual.draft_report(actor=maker.clerk, on=ON, year=2024)
    return annual.write_narrative(report, actor=maker.clerk, on=ON, narrative=WORDS)


def test_a_report_goes_from_draft_to_public_on_its_pages(client, clerk, head):
    def act(person, page, **typed):
        client.force_login(person)
        report = AnnualReport.objects.first()
        args = [report.pk] if report else []
        answer = client.post(reverse(f"reports:annual-report-{page}", args=args), typed)
        assert answer.status_code == 302, answer.context["form"].errors
        return AnnualReport.objects.get()

    today = timezone.localdate().isoformat()
    act(clerk, "draft", year=2024, on=today)
    act(clerk, "edit", **WORDS, on=today)
    act(clerk, "submit", on=today)
    act(head, "return", note="再改", on=today)
    act(clerk, "submit", on=today)
    act(head, "approve", confirmed="on", on=today)
    report = act(clerk, "publish", url="https://example.org/1", on=today)

    assert (report.state, report.published_on) == ("published", timezone.localdate())
    assert paper_of(report).state == "issued"


def test_a_report_published_before_is_entered_on_its_page(client, clerk):
    """It was never issued here: its figures are shown, its text is where it was published."""
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    client.force_login(clerk)
    page = client.get(report.get_absolute_url())
    button = page.context["actions"][-1]
    assert (button["label"], button["primary"]) == ("补录此前的公开", False)
    sent = {"on": "2025-01-20", "url": "https://example.org/2024", "place": "", "confirmed": "on"}
    answer = client.post(button["url"], sent, follow=True)

    assert "2025年1月20日在本系统之外公开" in answer.text
    assert "补录时冻结" in answer.text
    assert 'href="https://example.org/2024"' in answer.text
    assert [row["label"] for row in answer.context["actions"]] == ["导出数据"]
    for page in ("text", "word"):
        address = reverse(f"reports:annual-report-{page}", args=[report.pk])
        assert client.get(address).status_code == 404
    listed = client.get(reverse(LIST)).text
    assert "补录" in listed


def test_an_unwritten_report_is_refused_on_the_page_and_greyed_on_its_own(client, clerk):
    report = annual.draft_report(actor=clerk, on=ON, year=2024)
    client.force_login(clerk)

    page = client.get(report.get_absolute_url())
    assert [act.label for act in page.context["acts"]] == ["提交签发"]
    answer = client.post(
        reverse("reports:annual-report-submit", args=[report.pk]),
        {"on": timezone.localdate().isoformat()},
    )
    assert answer.status_code == 422


def test_an_issued_report_shows_what_has_changed_since(client, filled, maker):
    report = annual.submit_report(filled, actor=maker.clerk, on=ON)
    maker.head.groups.add(*factories.make_user("b", "backfiller").groups.all())
    head = type(maker.head).objects.get(pk=maker.head.pk)
    annual.approve_report(report, actor=head, on=ON)
    frozen = next(row["value"] for row in report.figures if row["key"] == "media")
    maker.media()
    client.force_login(maker.clerk)

    page = client.get(report.get_absolute_url())
    assert page.context["changes"] == [
        f"媒体和简报刊载：报告为 {frozen}，现在的记录为 {frozen + 1}。"
    ]
    records = client.get(reverse("reports:figure-records", args=[2024, "media"]))
    assert len(records.context["lines"]) == frozen


def test_the_word_file_has_the_paragraphs_and_the_table_of_the_report(client, filled, maker):
    client.force_login(maker.clerk)
    answer = client.get(reverse("reports:annual-report-word", args=[filled.pk]))

    written = WordFile(BytesIO(answer.content))
    text = client.get(reverse("reports:annual-report-text", args=[filled.pk])).context["issue"].text
    said = [row.text for row in written.paragraphs]
    assert said[:2] == [maker.bureau.name, text.title]
    assert said[2 : len(text.paragraphs) + 2] == [part for _, part in text.paragraphs]
    assert "征求意见稿" in written.sections[0].header._element.xml
    cells = [[cell.text for cell in row.cells] for row in written.tables[0].rows]
    assert cells == [text.attachments[0]["head"], *text.attachments[0]["rows"]]
