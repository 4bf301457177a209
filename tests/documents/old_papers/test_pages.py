"""The pages of 补录, walked as the clerk walks them, and where an old paper is found again."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
from tests import factories
from tests.documents.conftest import ON
from tests.documents.delivering import scan
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
