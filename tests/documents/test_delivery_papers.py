"""送达回证, 送达公告 and the confirmation of an address come from the record of the delivery."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.documents import drafting, services
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused
from tests.documents.delivering import NOBODY_THERE, deliver, fail

DAY = date(2024, 7, 8)


def draft(about, record, kind, actor, **fields):
    known = drafting.known_facts(about, record, kind, DAY)
    return services.draft_about(
        about, record, kind, title="", fields=known | fields, actor=actor, on=DAY
    )


@pytest.fixture
def delivery(issued):
    return issued.deliveries.get()


def test_the_receipt_says_what_was_entered_and_stands_with_the_paper(issued, officer, clerk):
    delivery = deliver(issued, clerk, "direct", DAY, place="示例路1号")
    receipt = draft("delivery", delivery, "delivery_receipt", officer)
    assert receipt.subject == issued.subject
    assert receipt.fields["papers"] == f"{issued.title}（{issued.number}）"
    said = [receipt.fields[name] for name in ("method", "place", "receiver", "time")]
    assert said == ["直接送达", "示例路1号", "负责人甲（法定代表人或者主要负责人）", "2024年7月8日"]
    assert services.complete(receipt, actor=officer, on=DAY).number


def test_before_anything_has_arrived_there_is_nothing_to_certify(delivery, issued, officer, clerk):
    with pytest.raises(Refused, match="还没有登记送达"):
        draft("delivery", delivery, "delivery_receipt", officer)
    deliver(issued, clerk, "witnessed", DAY)
    delivery.refresh_from_db()
    receipt = draft("delivery", delivery, "delivery_receipt", officer)
    assert (receipt.fields["receiver"], receipt.fields["note"]) == (
        "负责人甲（拒收）",
        "不同意处罚。",
    )


def test_a_public_notice_is_drafted_once_other_ways_have_failed(delivery, issued, officer, clerk):
    with pytest.raises(Refused, match="第九十五条"):
        draft("delivery", delivery, "public_delivery", officer)
    fail(issued, clerk, DAY)
    with pytest.raises(Refused, match="还没有登记直接送达没有送到.*第九十五条"):
        draft("delivery", delivery, "public_delivery", officer)
    fail(issued, clerk, DAY, **NOBODY_THERE)
    notice = draft("delivery", delivery, "public_delivery", officer)
    assert "没有送到" in notice.fields["attempts"]
    assert notice.fields["term"] == "自公告之日起满30日"


def test_a_public_notice_is_drafted_for_who_is_not_known_there(delivery, issued, officer, clerk):
    fail(issued, clerk, DAY, failure="unknown", reason="登记的住所查无此人。")
    notice = draft("delivery", delivery, "public_delivery", officer)
    assert "查无此人" in notice.fields["attempts"]


def test_a_confirmation_is_drafted_for_the_party(unit, officer):
    paper = draft(
        "party", unit.party, "address_confirmation", officer,
        address="示例路1号", recipient="收发室", electronic="同意以电子邮件接收",
    )  # fmt: skip
    assert (paper.subject, paper.party) == (unit.party, unit.party)


def test_no_other_record_offers_them():
    for kind in ("delivery_receipt", "public_delivery", "address_confirmation"):
        offered = [about for about in drafting.SUBJECTS if kind in drafting.kinds.drafted_on(about)]
        assert len(offered) == 1


def test_the_paper_and_the_addresses_lead_to_them(client, issued, officer, clerk, unit):
    client.force_login(officer)
    page = reverse("documents:document-detail", args=[issued.pk])
    assert "空白送达回证" in client.get(page).text
    assert "起草送达公告" not in client.get(page).text
    fail(issued, clerk, DAY)
    assert "起草送达公告" in client.get(page).text
    deliver(issued, clerk, "direct", DAY)
    assert "制作送达回证归卷" in client.get(page).text
    args = ["delivery", issued.deliveries.get().pk, "delivery_receipt"]
    form = client.get(reverse("documents:draft", args=args))
    assert "负责人甲" in form.text
    sent = {name: form.context["form"][name].value() for name in form.context["form"].fields}
    answer = client.post(reverse("documents:draft", args=args), sent | {"place": "示例路1号"})
    receipt = Document.objects.get(kind="delivery_receipt")
    assert answer.headers["Location"] == receipt.get_absolute_url()
    addresses = client.get(reverse("documents:address-list", args=[unit.party.pk]))
    assert "起草确认书" in addresses.text
