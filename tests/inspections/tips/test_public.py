"""A stranger sends a tip and asks by its code; programs and floods are kept out."""

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from inspections.models import Tip
from inspections.queries import tips as queries
from inspections.queries.tip_work import work_for_tips
from tests.inspections.tips.conftest import FACTS

TODAY = timezone.localdate()


def test_the_code_is_kept_as_a_digest_and_a_wrong_one_tells_nothing(send):
    tip, code = send()
    row = Tip.objects.filter(pk=tip.pk).values().get()
    assert len(code) == 16
    assert not any(code in str(value) for value in row.values())
    other = "A" if code[-1] == "B" else "B"
    wrong = [code[:-1], code[:-1] + other, "", "x", code + "2"]
    assert [queries.by_code(text) for text in wrong] == [None] * len(wrong)


def test_a_stranger_sends_it_once_sees_the_code_once_and_asks_by_it(bureau, client, clerk):
    page = reverse("tips:send")
    empty = client.post(page, {})
    assert (empty.status_code, "请填写“反映的内容”" in empty.text) == (422, True)
    answer = client.post(page, {"bureau": bureau.pk, **FACTS})
    receipt = client.get(answer.url)
    code = receipt.context["code"]
    assert code in receipt.text
    assert "no-store" in receipt.headers["Cache-Control"]
    assert "已经显示过" in client.get(answer.url).text
    asked = reverse("tips:query")
    assert "正在审核" in client.post(asked, {"code": code}).text
    wrong, none = (client.post(asked, {"code": text}) for text in ("2345", ""))
    assert "没有查到" in wrong.text
    assert "没有查到" in none.text
    assert [item.button for item in work_for_tips(clerk, TODAY)] == ["去审核"]


def test_a_program_is_thanked_and_nothing_is_kept(bureau, client):
    sent = client.post(reverse("tips:send"), {"bureau": bureau.pk, **FACTS, "homepage": "x"})
    assert client.get(sent.url).context["code"]
    assert not Tip.objects.exists()


def _send_from(client, bureau, address) -> str:
    """What the page says to a tip from that address, as our own proxy tells it."""
    forwarded = {"X-Forwarded-For": f"made up, {address}"}
    answer = client.post(reverse("tips:send"), {"bureau": bureau.pk, **FACTS}, headers=forwarded)
    return "" if answer.status_code == 302 else answer.text


def test_one_address_uses_up_its_own_share_and_nobody_elses(bureau, client, settings):
    """Behind the proxy too, where all come from one machine and a sender may make up the rest."""
    cache.clear()
    settings.BEHIND_PROXY, settings.TIPS_PER_HOUR, settings.TIPS_PER_MINUTE = True, 2, 4
    from_one = [_send_from(client, bureau, "192.0.2.41") for _ in range(9)]
    assert [bool(text) for text in from_one] == [False] * 2 + [True] * 7
    assert "请过一小时再提交" in from_one[-1]
    assert FACTS["text"] in from_one[-1]
    assert _send_from(client, bureau, "192.0.2.42") == ""
    assert Tip.objects.count() == 3


def test_the_whole_site_takes_so_many_a_minute(bureau, client, settings):
    settings.TIPS_PER_MINUTE = 0
    assert "请过一两分钟再提交" in _send_from(client, bureau, "192.0.2.43")


def test_staff_read_out_the_code_once(clerk, client, send):
    client.force_login(clerk)
    facts = {**FACTS, "source": "call", "received_on": TODAY, "on": TODAY, "name": "反映人甲"}
    answer = client.post(reverse("inspections:tip-register"), facts)
    other, _ = send()
    pages = (other.get_absolute_url(), answer.url, answer.url)
    elsewhere, first, second = (client.get(page).text for page in pages)
    assert "只显示这一次" not in elsewhere
    assert ("只显示这一次" in first, "只显示这一次" in second) == (True, False)
    assert "反映人甲" not in first
