"""The pages of 补录, walked as the clerk, the unit and a stranger walk them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document, Rendition
from archives_enforcement.files import store
from tests import factories
from tests.documents.conftest import ON
from tests.documents.delivering import picture, scan
from tests.documents.entering import ISSUED_ON, OLD_NUMBER, enter
from tests.documents.test_register import lines

pytestmark = pytest.mark.django_db
PAGE, LIST = reverse("documents:document-enter"), reverse("documents:document-list")
FREE = "旧档〔2023〕7号"


@pytest.fixture
def typed(unit):
    return {
        "kind": "inquiry_letter",
        "party": unit.party.pk,
        "number": "旧档[2023]7号",
        "title": "关于库房情况的函询函",
        "issued_on": ISSUED_ON,
        "signer": "原局长",
        "scan": scan("扫描件.pdf"),
        "confirmed": "on",
    }


@pytest.fixture
def entered(clerk, unit):
    return enter(clerk, unit.party, number=FREE)


def detail(paper):
    return reverse("documents:document-detail", args=[paper.pk])


def file_of(paper):
    return reverse("documents:document-pdf", args=[paper.pk])


def test_the_clerk_enters_a_paper_from_the_list(client, clerk, typed):
    client.force_login(clerk)
    assert PAGE in client.get(LIST).text
    assert "不起算期限" in client.get(PAGE).text
    page = client.post(PAGE, typed, follow=True)
    paper = Document.objects.get()
    assert page.redirect_chain[-1][0] == detail(paper)
    for words in (
        FREE,
        "补录",
        "2024年3月1日",
        "原局长",
        "关于库房情况的函询函",
        "没有登记送达日期",
    ):
        assert words in page.text
    for absent in ("打开 PDF", "正在生成", "登记送达</a>", "送达回证</a>"):
        assert absent not in page.text


def test_the_way_from_a_unit_has_it_chosen_already(client, clerk, unit):
    client.force_login(clerk)
    address = f"{PAGE}?party={unit.party.pk}"
    assert address in client.get(unit.get_absolute_url()).text
    assert f'<option value="{unit.party.pk}" selected>' in client.get(address).text
    assert client.get(f"{PAGE}?party=none").status_code == 200


def test_units_of_another_bureau_are_not_offered(client, clerk, typed, other_bureau):
    there = factories.make_party(other_bureau, "别处的单位")
    client.force_login(clerk)
    assert "别处的单位" not in client.get(PAGE).text
    assert client.post(PAGE, {**typed, "party": there.pk}).status_code == 422
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "left_out", ["kind", "number", "title", "issued_on", "signer", "scan", "confirmed"]
)
def test_nothing_is_entered_from_half_a_form(client, clerk, typed, left_out):
    client.force_login(clerk)
    del typed[left_out]
    assert client.post(PAGE, typed).status_code == 422
    assert not Document.objects.exists()


def test_a_refusal_stays_on_the_page(client, clerk, typed):
    client.force_login(clerk)
    page = client.post(PAGE, {**typed, "number": OLD_NUMBER})
    assert page.status_code == 422
    assert "请机关负责人在“发文字号”里设定" in page.text


def test_others_are_not_offered_it(client, head, unit):
    client.force_login(head)
    assert PAGE not in client.get(LIST).text
    assert PAGE not in client.get(unit.get_absolute_url()).text
    assert client.get(PAGE).status_code == 403


# Found again


@pytest.mark.parametrize("search", [FREE, "旧档[2023]", "（2023）7号", "7号"])
def test_it_is_found_by_its_old_number(client, clerk, entered, issued, search):
    client.force_login(clerk)
    page = client.get(LIST, {"q": search})
    assert FREE in page.text
    assert issued.number not in page.text


def test_lists_mark_it(client, clerk, entered, issued, unit):
    client.force_login(clerk)
    rows = client.get(LIST).text.split("<tr>")
    assert ["补录" in row for row in rows if FREE in row] == [True]
    assert ["补录" in row for row in rows if issued.number in row] == [False]
    assert "已签发（补录）" in client.get(unit.get_absolute_url()).text


def test_the_register_holds_it_once_with_its_origin(client, clerk, officer, entered, issued):
    client.force_login(clerk)
    old, new = lines(client)
    assert (old["发文字号"], old["来源"], old["签发人"]) == (FREE, "补录", "原局长")
    assert old["起草人"] is None
    assert (new["发文字号"], new["来源"], new["起草人"]) == (issued.number, "本系统", "officer")
    assert [row["发文字号"] for row in lines(client, q=FREE)] == [FREE]


def test_old_numbers_stand_in_their_order(client, clerk, head, unit, entered, issued):
    services.set_start("report_reminder", 2024, start=9, reason="纸质", actor=head, on=ON)
    number = "示10档催报〔2024〕{}号"
    for serial in (9, 2):
        enter(clerk, unit.party, "report_reminder", number=number.format(serial))
    client.force_login(clerk)
    found = [row["发文字号"] for row in lines(client, kind="report_reminder")]
    assert found == [number.format(2), number.format(9)]


# The unit, and its scan


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
