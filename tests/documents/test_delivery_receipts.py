"""What pages say of receipt and of those who have not opened a paper."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.documents.models import AddressConfirmation
from tests.documents.conftest import ON
from tests.documents.delivering import deliver, fail, picture, scan

DAY = date(2024, 7, 8)


def detail(paper):
    return reverse("documents:document-detail", args=[paper.pk])


def test_a_letter_tells_that_the_receipt_delivers_it(client, issued, contact):
    page = reverse("documents:delivery-acknowledge", args=[issued.deliveries.get().pk])
    client.force_login(contact)
    assert "期限从今天起算" in client.get(page).text


def test_the_receipt_is_printed_to_be_signed_and_later_as_it_was(
    client, rights_paper, officer, clerk
):
    page = reverse("documents:delivery-receipt", args=[rights_paper.deliveries.get().pk])
    client.force_login(officer)
    blank = client.get(page)
    assert "□直接" in blank.text
    assert rights_paper.number in blank.text
    fail(rights_paper, clerk, DAY)
    deliver(rights_paper, clerk, "witnessed", DAY, served_by="执法人员甲、执法人员乙")
    filled = client.get(page)
    assert "□直接" not in filled.text
    for words in (
        "留置送达",
        "负责人甲：不同意处罚。",
        "示例社区居委会乙",
        "执法人员甲、执法人员乙",
    ):
        assert words in filled.text


def test_a_confirmation_is_entered_shown_and_taken_back(client, unit, clerk, contact):
    shown = reverse("documents:address-list", args=[unit.party.pk])
    client.force_login(clerk)
    assert "还没有确认书" in client.get(shown).text
    terms = {
        "address": "示例路1号", "recipient": "收件人甲", "phone": "000-00000000", "portal": "on",
        "signed_on": ON, "on": ON, "files": [scan("确认书.pdf")],
    }  # fmt: skip
    enter = reverse("documents:address-register", args=[unit.party.pk])
    page = client.post(enter, terms, follow=True)
    assert "2024年7月4日起" in page.text
    assert "同意：本系统" in page.text
    agreed = AddressConfirmation.objects.get()
    client.force_login(contact)
    own = client.get(shown)
    assert "示例路1号" in own.text
    assert "登记撤回" not in own.text
    client.force_login(clerk)
    revoke = reverse("documents:address-revoke", args=[agreed.pk])
    page = client.post(revoke, {"note": "单位来函撤回", "on": DAY}, follow=True)
    assert "已撤回" in page.text


def test_a_paper_costs_the_same_queries_however_often_it_was_tried(client, rights_paper, clerk):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(detail(rights_paper))
        return len(seen)

    client.force_login(clerk)
    fail(rights_paper, clerk, DAY, files=[picture()])
    client.get(detail(rights_paper))
    once = queries()
    fail(rights_paper, clerk, DAY, files=[picture()])
    fail(rights_paper, clerk, DAY, files=[picture()])
    assert queries() == once


def test_what_is_delivered_offers_no_form_any_more(client, issued, clerk):
    delivery = issued.deliveries.get()
    address = reverse("documents:delivery-record", args=[delivery.pk])
    client.force_login(clerk)
    assert 'class="card-x act-form"' in client.get(address).text
    deliver(issued, clerk, "direct", DAY)
    page = client.get(address).text
    assert "送达，不用再办。" in page
    assert 'class="card-x act-form"' not in page


def test_a_day_left_empty_is_named_as_the_page_names_it(client, issued, clerk):
    address = reverse("documents:delivery-record", args=[issued.deliveries.get().pk])
    client.force_login(clerk)
    answer = client.post(address, {"received_by": "张某", "on": ""})
    assert "请填写“签收日期”。" in answer.text
    assert "办理日期" not in answer.text
