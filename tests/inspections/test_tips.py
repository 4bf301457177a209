"""举报投诉: taken in, sorted by a person, answered by its code; who told it stays sealed."""

import io
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead, Reporter, Tip
from inspections.queries import tips as queries
from inspections.queries.tip_work import work_for_tips
from inspections.services import reporters, tips
from inspections.services.handing_over import hand_over
from reports.queries import clocks
from reports.queries.work import work_for_deadlines
from tests import factories
from tests.files.test_arrival import photo

S = Tip.State
TODAY = timezone.localdate()
REASON = "电话核实线索的时间"
FACTS = {"about": "unit", "concerning": "示例街道", "text": "库房漏水，部分档案受潮，没有人管。"}


@pytest.fixture
def send(bureau):
    """A tip and its code."""

    def send(on=TODAY, **facts):
        code = tips.send(bureau, on=on, **{**FACTS, **facts})
        return Tip.objects.latest("pk"), code

    return send


@pytest.fixture
def accept(send, clerk, unit, officer):
    def accept(**facts):
        tip, code = send(**facts)
        tip = tips.accept(
            tip, actor=clerk, on=TODAY, party=unit.party, handler=officer, text="库房漏水。"
        )
        return tip, code

    return accept


def open_clocks(tip) -> set[str]:
    return {clock.code for clock in deadlines.for_subject(tip) if clock.is_open}


def test_it_becomes_a_lead_is_settled_and_answered_by_its_code(accept, clerk):
    tip, code = accept(name="反映人甲", contact="000")
    assert (tip.state, tip.lead.source, tip.lead.received_on) == (S.ACCEPTED, "tip", TODAY)
    assert open_clocks(tip) == {"D-S08"}
    said = {"actor": clerk, "on": TODAY, "answer": "已责令整改。", "way": "page"}
    with pytest.raises(Refused, match="线索还没有办结"):
        tips.answer(tip, **said)
    Lead.objects.filter(pk=tip.lead_id).update(state="settled")
    assert [item.button for item in work_for_tips(clerk, TODAY)] == ["去答复"]
    assert tips.answer(tip, **said).state == S.ANSWERED
    told = queries.by_code(code.lower())
    assert (told.answer, told.answered_on) == ("已责令整改。", TODAY)


def test_a_complaint_about_access_is_answered_within_its_time(send, clerk):
    tip, _ = send(about="access")
    assert open_clocks(tip) == {"D-I16", "D-I17"}
    tips.refuse(tip, actor=clerk, on=TODAY, reason="已开放", answer="已经开放。", way="page")
    assert open_clocks(tip) == set()


def test_the_code_is_kept_as_a_digest_and_a_wrong_one_tells_nothing(send):
    tip, code = send()
    row = Tip.objects.filter(pk=tip.pk).values().get()
    assert len(code) == 16
    assert not any(code in str(value) for value in row.values())
    other = "A" if code[-1] == "B" else "B"
    wrong = [code[:-1], code[:-1] + other, "", "x", code + "2"]
    assert [queries.by_code(text) for text in wrong] == [None] * len(wrong)


def test_who_reported_opens_for_a_reason_to_the_clerk_and_the_handler_alone(
    accept, send, clerk, officer, second_officer, head
):
    tip, _ = accept(name="反映人甲", contact="000")
    again, _ = send(name="反映人乙")
    tips.merge(again, actor=clerk, on=TODAY, into=tip)
    assert reporters.reveal(tip, actor=officer, reason=REASON) == ("反映人甲", "000")
    assert reporters.reveal(tip, actor=clerk, reason=REASON).name == "反映人甲"
    for reason in ("", " 看 ", "给反映人甲回电话"):
        with pytest.raises(Refused):
            reporters.reveal(tip, actor=officer, reason=reason)
    with pytest.raises(Refused, match="只有登记答复的人员和承办人"):
        reporters.reveal(again, actor=officer, reason=REASON)
    with pytest.raises(ObjectDoesNotExist):
        reporters.reveal(tip, actor=second_officer, reason=REASON)
    with pytest.raises(PermissionDenied):
        reporters.reveal(tip, actor=head, reason=REASON)
    entries = AuditEntry.objects.about(tip).filter(action="see_reporter")
    assert [(entry.actor, entry.details) for entry in entries] == [
        (clerk, {"reason": REASON}), (officer, {"reason": REASON})
    ]  # fmt: skip


def test_whoever_takes_the_work_over_may_ask_who_reported_and_the_giver_no_more(
    accept, officer, second_officer, head
):
    tip, _ = accept(name="反映人甲")
    assert hand_over(officer, second_officer, actor=head, on=TODAY, reason="调离") == {
        "举报投诉": 1
    }
    assert reporters.reveal(tip, actor=second_officer, reason=REASON).name == "反映人甲"
    with pytest.raises(ObjectDoesNotExist):
        reporters.reveal(tip, actor=officer, reason=REASON)


def test_what_was_told_is_for_who_sorts_registers_or_handles_it_and_the_head(
    accept, send, client, clerk, officer, second_officer, head, reviewer
):
    """All others read the lead; the same matter told again goes to who handles the first."""
    upload = SimpleUploadedFile("漏水.jpg", photo())
    tip, _ = accept(uploads=[upload])
    again, _ = send()
    tips.merge(again, actor=clerk, on=TODAY, into=tip)
    own, _ = tips.register(
        actor=second_officer, on=TODAY, received_on=TODAY, source="call", **FACTS
    )
    (file,) = StoredFile.objects.all()

    def shown(user):
        rows = set(Tip.objects.visible_to(user))
        assert (tip in rows) == StoredFile.objects.visible_to(user).filter(pk=file.pk).exists()
        return rows

    assert shown(clerk) == shown(head) == {tip, again, own}
    assert shown(officer) == {tip, again}
    assert shown(second_officer) == {own}
    assert shown(reviewer) == set()
    for user, status in ((officer, 200), (second_officer, 404)):
        client.force_login(user)
        assert client.get(tip.get_absolute_url()).status_code == status
        lead = client.get(tip.lead.get_absolute_url())
        assert lead.status_code == 200
        assert (tip.get_absolute_url() in lead.text) == (status == 200)


def test_a_late_tip_leads_only_those_to_it_who_may_open_it(send, bureau, head):
    """A deputy head oversees the clocks, and is told that this one ran out."""
    tip, _ = send(on=TODAY - timedelta(days=60))
    deputy = factories.make_user("deputy", "deputy_head", bureau=bureau)
    (clock,) = deadlines.for_subject(tip)
    for user, url in ((head, tip.get_absolute_url()), (deputy, "")):
        assert [row.url for row in clocks.told([clock], user)] == [url]
        urls = [item.url for item in work_for_deadlines(user, TODAY)]
        assert (tip.get_absolute_url() in urls) == bool(url)


def test_nothing_in_the_clear_and_a_new_key_seals_anew(send, clerk, settings):
    tip, _ = send(name="反映人甲", contact="000")
    kept = Reporter.objects.get()
    assert "反映人甲" not in str(Tip.objects.filter(pk=tip.pk).values().get()) + kept.sealed
    settings.SEALING_KEYS_BEFORE, settings.SEALING_KEY = [settings.SEALING_KEY], "n" * 40
    call_command("reseal", stdout=io.StringIO())
    settings.SEALING_KEYS_BEFORE = []
    assert reporters.reveal(tip, actor=clerk, reason=REASON).name == "反映人甲"


def test_the_lead_does_not_say_who_reported(send, clerk, unit, officer):
    tip, _ = send(name="反映人甲")
    with pytest.raises(Refused, match="请去掉"):
        tips.accept(
            tip, actor=clerk, on=TODAY, party=unit.party, handler=officer, text="反映人甲说漏水"
        )


def test_a_picture_of_somebody_anonymous_loses_its_traces_and_every_file_its_name(send):
    def sent(**facts):
        send(uploads=[SimpleUploadedFile("甲家的照片.jpg", photo())], **facts)
        file = StoredFile.objects.latest("pk")
        return file.name, dict(Image.open(io.BytesIO(store.get(file.sha256))).getexif())

    name, traces = sent()
    assert (name, traces) == ("材料1.jpg", {})
    name, traces = sent(contact="000")
    assert name == "材料1.jpg"
    assert traces


def test_files_that_staff_enter_bear_no_name_either(clerk, client):
    """An ending may tell a name too; what was recorded stays a recording."""
    uploads = [
        SimpleUploadedFile("反映人甲举报信.pdf", b"%PDF-1.7 x"),
        SimpleUploadedFile("信.反映人甲", photo()),
        SimpleUploadedFile("反映人甲来电.wav", b"RIFF\0\0\0\0WAVE"),
    ]
    tip, _ = tips.register(
        actor=clerk, on=TODAY, received_on=TODAY, source="call", uploads=uploads, **FACTS
    )
    files = {row.name: row for row in StoredFile.objects.all()}
    assert set(files) == {"材料1.pdf", "材料2.jpg", "材料3.wav"}
    shot = Image.open(io.BytesIO(store.get(files["材料2.jpg"].sha256)))
    assert dict(shot.getexif()) == {}
    client.force_login(clerk)
    page = client.get(tip.get_absolute_url()).text
    assert ("材料1.pdf" in page, "反映人甲" in page) == (True, False)


@pytest.mark.parametrize(
    "told",
    [{"text": "反映人甲说漏水"}, {"concerning": "13000000000的邻居"}, {"place": "反映人甲家"}],
)
def test_what_staff_write_does_not_say_who_reported(clerk, told):
    whole = {
        "actor": clerk, "on": TODAY, "received_on": TODAY, "source": "call", "name": "反映人甲",
        "contact": "手机13000000000", **FACTS,
    }  # fmt: skip
    with pytest.raises(Refused, match="登记的内容里有反映人"):
        tips.register(**{**whole, **told})
    tip, _ = tips.register(**whole)
    said = {"actor": clerk, "on": TODAY, "reason": "不属职权", "way": "call"}
    with pytest.raises(Refused, match="告知反映人的内容里有反映人"):
        tips.refuse(tip, answer="反映人甲：请另行反映。", **said)
    assert tips.refuse(tip, answer="请另行反映。", **said).state == S.REFUSED


def test_too_many_files_and_wrong_ones_are_refused_and_nothing_is_kept(send):
    with pytest.raises(Refused, match="不是可以接收的格式"):
        send(uploads=[SimpleUploadedFile("a.exe", b"MZ")])
    with pytest.raises(Refused, match="最多 5 个"):
        send(uploads=[SimpleUploadedFile(f"{n}.jpg", photo()) for n in range(6)])
    assert not Tip.objects.exists()


def test_the_same_matter_is_proposed_and_merged_by_a_person(send, clerk):
    first, _ = send(text="街道办事处库房漏水，档案受潮没有人管。")
    far, _ = send(text="库房漏水，档案受潮。", on=TODAY - timedelta(days=300))
    other, _ = send(concerning="示例公司", text="擅自销毁会计档案，没有鉴定。")
    again, code = send()
    assert [one.tip for one in queries.candidates(again, clerk)] == [first]
    with pytest.raises(Refused, match="另一件"):
        tips.merge(again, actor=clerk, on=TODAY, into=again)
    tips.merge(again, actor=clerk, on=TODAY, into=first)
    with pytest.raises(Refused, match="另一件"):
        tips.merge(first, actor=clerk, on=TODAY, into=again)
    tips.refuse(first, actor=clerk, on=TODAY, reason="查过", answer="以前已查处。", way="page")
    assert queries.by_code(code).answer == "以前已查处。"


def test_whoever_can_be_told_is_told(clerk, send):
    tip, code = tips.register(
        actor=clerk, on=TODAY, received_on=TODAY, source="transfer", body="区审计局", **FACTS
    )
    assert code == ""
    said = {"actor": clerk, "on": TODAY, "reason": "不属职权", "answer": "请另行反映。"}
    for way in ("none", "page", "pigeon"):
        with pytest.raises(Refused):
            tips.refuse(tip, way=way, **said)
    assert tips.refuse(tip, way="letter", **said).state == S.REFUSED
    nameless, _ = send()
    with pytest.raises(Refused, match="没有留下联系方式"):
        tips.refuse(nameless, way="call", **said)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"source": "web"}, "来源"),
        ({"source": "superior", "body": " "}, "机关"),
        ({"about": "enforcement"}, "对执法的投诉"),
        ({"received_on": TODAY + timedelta(days=1)}, "收到日期"),
        ({"text": " "}, "反映的内容"),
    ],
)
def test_what_staff_register_is_whole(clerk, facts, why):
    whole = {"actor": clerk, "on": TODAY, "received_on": TODAY, "source": "call", **FACTS}
    with pytest.raises(Refused, match=why):
        tips.register(**{**whole, **facts})
    assert tips.register(**whole)[1]


def test_only_the_clerk_sorts_and_only_officers_handle(send, officer, clerk, head, unit):
    tip, _ = send()
    facts = {"on": TODAY, "party": unit.party, "text": "漏水"}
    with pytest.raises(PermissionDenied):
        tips.accept(tip, actor=head, handler=officer, **facts)
    with pytest.raises(Refused, match="承办人"):
        tips.accept(tip, actor=clerk, handler=head, **facts)


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


def test_a_list_asks_as_much_for_many_as_for_one(
    send, clerk, client, django_assert_max_num_queries
):
    client.force_login(clerk)
    send()
    page = reverse("inspections:tip-list")
    client.get(page)
    with django_assert_max_num_queries(100) as one:
        client.get(page)
    for _ in range(3):
        send()
    with django_assert_max_num_queries(len(one)):
        client.get(page)
