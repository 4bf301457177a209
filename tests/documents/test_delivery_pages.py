"""Pages of 送达, as the clerk, the drafter and the unit's own person use them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import AddressConfirmation
from tests.documents.conftest import ON
from tests.documents.delivering import agree, deliver, fail, fail_both_ways, picture, scan

DAY = date(2024, 7, 8)


def detail(paper):
    return reverse("documents:document-detail", args=[paper.pk])


def record(paper, method):
    page = reverse("documents:delivery-record", args=[paper.deliveries.get().pk])
    return f"{page}?method={method}"


FILLED = [
    ("direct", {"received_by": "负责人甲", "capacity": "representative"}, scan, "direct"),
    ("post", {"tracking_number": "XA00000000012"}, scan, "post"),
    ("electronic", {"channel": "email"}, picture, "electronic"),
    (
        "left",
        {"refused_by": "负责人甲", "reason": "不同意", "place": "示例路1号"},
        picture,
        "left",
    ),
    (
        "notice",
        {"reason": "联系不上", "medium": "示例日报", "whereabouts_unknown": "on"},
        picture,
        "notice",
    ),
    ("failed", {"method": "post", "failure": "returned", "reason": "退回"}, picture, ""),
]


@pytest.mark.parametrize(("way", "data", "proof", "method"), FILLED)
def test_each_way_has_its_own_short_form(client, rights_paper, clerk, way, data, proof, method):
    agree(rights_paper.party, clerk, ON)
    client.force_login(clerk)
    assert client.get(record(rights_paper, way)).status_code == 200
    page = client.post(
        record(rights_paper, way), {**data, "on": DAY, "files": [proof()]}, follow=True
    )
    assert page.redirect_chain == [(detail(rights_paper), 302)]
    delivery = rights_paper.deliveries.get()
    assert delivery.method == method
    assert proof().name in page.text


def test_a_refusal_comes_back_with_its_article_and_the_way_stays_chosen(
    client, rights_paper, clerk
):
    client.force_login(clerk)
    page = client.post(
        record(rights_paper, "notice"),
        {"reason": "退回", "medium": "示例日报", "on": DAY, "files": [picture()]},
    )
    assert page.status_code == 422
    assert "第九十五条第一款" in page.text
    assert 'aria-current="page">公告' in page.text


@pytest.mark.parametrize("way", ["direct", "post", "left", "notice"])
def test_a_paper_that_affects_rights_asks_for_its_proof(client, rights_paper, clerk, way):
    client.force_login(clerk)
    page = client.post(record(rights_paper, way), {"on": DAY})
    assert page.status_code == 422
    assert page.context["form"].errors["files"]


def test_an_unknown_way_shows_the_first(client, rights_paper, clerk):
    client.force_login(clerk)
    assert 'aria-current="page">直接送达' in client.get(record(rights_paper, "pigeon")).text


def test_the_paper_tells_its_whole_way(client, rights_paper, clerk):
    fail_both_ways(rights_paper, clerk, DAY)
    client.force_login(clerk)
    page = client.get(detail(rights_paper))
    assert "查无此人" not in page.text
    assert (
        "2024年7月8日邮寄送达没有送到，退回：邮件退回，收件人已搬离。请换一种方式再送。"
        in page.text
    )
    deliver(rights_paper, clerk, "notice", date(2024, 7, 10))
    page = client.get(detail(rights_paper))
    assert "2024年7月10日公告（示例日报），满30日，8月9日视为送达。" in page.text
    assert page.context["next_step"] == "已签发并送达。"


def test_a_running_notice_is_the_next_step(client, rights_paper, clerk):
    deliver(rights_paper, clerk, "unknown", timezone.localdate())
    client.force_login(clerk)
    assert "视为送达" in client.get(detail(rights_paper)).context["next_step"]


def test_the_bureau_sees_who_of_the_unit_opened_it_first(client, issued, clerk, contact):
    client.force_login(clerk)
    assert "对方还没有在网上打开" in client.get(detail(issued)).text
    client.force_login(contact)
    client.get(detail(issued))
    client.force_login(clerk)
    page = client.get(detail(issued))
    assert "contact首次打开" in page.text
    assert issued.deliveries.get().opened_by == contact


def test_the_unit_is_told_what_its_receipt_means(client, rights_paper, clerk, contact):
    page = reverse("documents:delivery-acknowledge", args=[rights_paper.deliveries.get().pk])
    client.force_login(contact)
    assert "签收只表明您已看到这份文书" in client.get(page).text
    agree(rights_paper.party, clerk, ON)
    assert "签收后即为送达" in client.get(page).text


def test_after_a_receipt_of_reading_the_bureau_still_delivers(client, rights_paper, contact, clerk):
    page = reverse("documents:delivery-acknowledge", args=[rights_paper.deliveries.get().pk])
    client.force_login(contact)
    assert "我已收到" in client.get(detail(rights_paper)).text
    client.post(page, {"confirmed": "on"})
    own = client.get(detail(rights_paper))
    assert "局里还会另行送达" in own.text
    assert page not in own.text
    client.force_login(clerk)
    shown = client.get(detail(rights_paper))
    assert "没有同意电子送达的确认书，还要依法送达" in shown.text
    assert record(rights_paper, "direct").split("?")[0] in shown.text


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
