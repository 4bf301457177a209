"""What the unit and a stranger see of an old paper, and of its scan."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Rendition
from archives_enforcement.files import store
from tests import factories
from tests.documents.delivering import picture
from tests.documents.entering import ISSUED_ON, enter

pytestmark = pytest.mark.django_db
LIST = reverse("documents:document-list")
FREE = "旧档〔2023〕7号"


@pytest.fixture
def entered(clerk, unit):
    return enter(clerk, unit.party, number=FREE)


def detail(paper):
    return reverse("documents:document-detail", args=[paper.pk])


def file_of(paper):
    return reverse("documents:document-pdf", args=[paper.pk])


def test_the_unit_reads_it_and_fetches_the_scan(client, contact, entered, unit):
    client.force_login(contact)
    assert FREE in client.get(LIST).text
    page = client.get(detail(entered))
    assert "下载扫描件" in page.text
    assert "我已收到" not in page.text
    response = client.get(file_of(entered))
    assert response.content == b"%PDF-1.7 signed"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_one_that_was_delivered_stands_among_the_letters_it_has_received(
    client, clerk, contact, unit
):
    enter(clerk, unit.party, number=FREE, delivered_on=ISSUED_ON)
    client.force_login(contact)
    page = client.get(reverse("reports:portal"))
    assert FREE in page.text
    assert "已送达" in page.text
    assert "已签收" not in page.text  # nobody has said so


def test_an_internal_paper_about_a_unit_stays_inside(client, clerk, contact, unit):
    paper = enter(clerk, unit.party, "inspection_approval", number=FREE)
    client.force_login(contact)
    assert FREE not in client.get(LIST).text
    assert client.get(detail(paper)).status_code == 404
    assert client.get(file_of(paper)).status_code == 404


def test_another_unit_finds_nothing(client, bureau, entered):
    other = factories.make_unit(bureau, "示例街道二")
    client.force_login(factories.make_contact("other", other.party))
    assert FREE not in client.get(LIST).text
    assert client.get(detail(entered)).status_code == 404
    assert client.get(file_of(entered)).status_code == 404


def test_a_picture_is_shown_on_the_page(client, clerk, unit):
    paper = enter(clerk, unit.party, number=FREE, scan=picture())
    client.force_login(clerk)
    assert f'<img class="scan" src="{file_of(paper)}"' in client.get(detail(paper)).text
    response = client.get(file_of(paper))
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_pdf_of_a_signed_letter_opens_in_the_browser(client, clerk, issued):
    Rendition.objects.create(
        document=issued, sha256=store.put(b"%PDF-1.7"), sm3="0" * 64, size=8,
        made_at=timezone.now(),
    )  # fmt: skip
    client.force_login(clerk)
    page = client.get(detail(issued))
    assert "打开 PDF" in page.text
    assert "扫描件" not in page.text
    response = client.get(file_of(issued))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
