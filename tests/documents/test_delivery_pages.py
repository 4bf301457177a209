"""Pages of 送达, as the clerk, the drafter and the unit's own person use them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.documents.conftest import ON
from tests.documents.delivering import agree, deliver, fail_both_ways, picture, scan

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
