"""送达: which way under which facts, from which day; and what the law does not let pass."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import narrating
from archives_enforcement.files.queries import files_of
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.delivering import agree, deliver, scan
from tests.files.recordings import sound, video

DAY = date(2024, 7, 8)


@pytest.mark.parametrize(
    ("way", "on", "effective", "words"),
    [
        ("direct", DAY, DAY, "直接送达，法定代表人或者主要负责人负责人甲签收，当日送达"),
        ("post", DAY, DAY, "收件（邮寄，邮件号码 XA00000000012），以回执注明的当日为送达日期"),
        ("email", DAY, DAY, "以电子方式到达电子邮件（unit@example.test），当日送达"),
        ("witnessed", DAY, DAY, "文书留在示例路1号，见证人示例社区居委会乙，当日视为送达"),
        ("pictured", DAY, DAY, "文书留在示例路1号，拍照、录像记录，当日视为送达"),
        ("filmed", DAY, DAY, "文书留在示例路1号，拍照、录像记录，当日视为送达"),
        ("notice", DAY, date(2024, 8, 7), "公告（示例日报），满30日，8月7日视为送达"),
        (
            "notice",
            date(2024, 9, 1),
            date(2024, 10, 8),
            "满30日，末日是休息日的顺延，10月8日视为送达",
        ),
        ("notice", date(2024, 12, 9), date(2025, 1, 8), "满30日，2025年1月8日视为送达"),
    ],
)
def test_terms_run_from_the_day_on_which_the_law_lets_the_paper_arrive(
    ready, clerk, way, on, effective, words
):
    delivery = deliver(ready, clerk, way, on)
    assert delivery.delivered_on == effective
    assert deadlines.for_subject(ready).get(code="D-P13").trigger_on == effective
    sentence = narrating.attempt_in_words(delivery.attempts.last())
    assert sentence.startswith(f"{on.year}年{on.month}月{on.day}日")
    assert words in sentence


REFUSED = [
    ("direct", {"received_by": " "}, "在送达回证上签收的人.*第八十八条"),
    ("direct", {"capacity": ""}, "签收人应当是代理人.*第八十八条|签收人应当是法定.*第八十八条"),
    ("direct", {"capacity": "family"}, "核对签收人的身份.*第八十八条"),
    ("direct", {"files": ()}, "送达回证.*第六十一条.*第八十七条"),
    ("direct", {"files": (video,)}, "送达回证.*第八十七条"),  # a recording bears no signature
    ("post", {"files": (video,)}, "邮寄回执.*第九十一条"),
    ("email", {"files": (sound,)}, "发送成功和到达日期.*第九十条"),
    ("witnessed", {"files": (sound,)}, "见证人签名.*第八十九条"),
    ("notice", {"files": (sound,)}, "第九十五条第二款"),
    ("post", {"tracking_number": ""}, "邮件号码.*第九十一条"),
    ("post", {"files": ()}, "邮寄回执.*第九十一条"),
    ("email", {"channel": "fax"}, "同意以传真接收.*第六十一条第二款.*第九十条"),
    ("email", {"channel": ""}, "第六十一条第二款"),
    ("email", {"files": ()}, "发送成功和到达日期.*第九十条"),
    ("witnessed", {"refused_by": ""}, "谁拒收.*第八十九条"),
    ("witnessed", {"reason": ""}, "谁拒收.*第八十九条"),
    ("witnessed", {"place": ""}, "谁拒收.*第八十九条"),
    ("witnessed", {"files": ()}, "见证人签名.*第八十九条"),
    ("witnessed", {"witnesses": ""}, "见证人签名.*第八十九条"),
    ("pictured", {"files": (scan,)}, "照片、录像.*第八十九条"),
    ("filmed", {"files": (sound,)}, "照片、录像.*第八十九条"),  # a voice shows no scene
    ("notice", {"reason": ""}, "记明原因和经过.*第九十五条第二款"),
    ("notice", {"medium": ""}, "在哪里公告.*第九十五条第二款"),
    ("notice", {"files": ()}, "第九十五条第二款"),
]


@pytest.mark.parametrize(("way", "change", "why"), REFUSED)
def test_what_the_law_asks_for_is_missing(ready, clerk, way, change, why):
    """The lawful twin of each stands in the table above."""
    with pytest.raises(Refused, match=why):
        deliver(ready, clerk, way, DAY, **change)
    assert ready.deliveries.get().delivered_on is None
    assert ready.deliveries.get().attempts.count() == 2


@pytest.mark.parametrize(
    ("way", "files"), [("direct", (scan, video)), ("witnessed", (video,)), ("notice", (video,))]
)
def test_a_recording_may_stand_beside_the_proof_or_show_the_scene(ready, clerk, way, files):
    attempt = deliver(ready, clerk, way, DAY, files=files).attempts.last()
    assert "video/mp4" in {file.media_type for file in files_of(attempt, clerk)}


def test_a_person_signs_himself_or_his_family_does(ready, clerk):
    Party.objects.filter(pk=ready.party_id).update(kind=Party.Kind.PERSON)
    with pytest.raises(Refused, match="本人、同住成年家属"):
        deliver(ready, clerk, "direct", DAY, capacity="mailroom")
    assert deliver(ready, clerk, "direct", DAY, capacity="family").delivered_on == DAY


def test_no_paper_that_affects_rights_goes_electronically_without_consent(
    rights_paper, contact, clerk
):
    with pytest.raises(Refused, match="不能电子送达.*第六十一条第二款"):
        deliver(rights_paper, clerk, "email", DAY)
    agree(rights_paper.party, clerk, DAY, signed_on=DAY, valid_from=date(2024, 7, 9))
    with pytest.raises(Refused, match="2024年7月8日没有当事人签署的"):
        deliver(rights_paper, clerk, "email", DAY)
    assert deliver(rights_paper, clerk, "email", date(2024, 7, 9)).method == "electronic"


def test_what_is_sent_through_the_system_arrives_when_it_is_sent(ready, contact, clerk):
    with pytest.raises(Refused, match="不能补录以前的日期.*第九十条第二款"):
        deliver(ready, clerk, "portal", DAY)
    today = timezone.localdate()
    delivery = deliver(ready, clerk, "portal", today)
    assert (delivery.method, delivery.delivered_on) == ("electronic", today)
    sentence = narrating.attempt_in_words(delivery.attempts.last())
    assert sentence.endswith("以电子方式到达本系统，当日送达。")
    assert "以电子方式送达" in Message.objects.filter(recipient=contact).last().text


def test_nothing_arrives_here_while_nobody_of_the_party_signs_in(rights_paper, clerk):
    agree(rights_paper.party, clerk, ON)
    today = timezone.localdate()
    with pytest.raises(Refused, match="没有可以登录的经办人.*第九十条"):
        deliver(rights_paper, clerk, "portal", today)
    factories.make_contact("someone", rights_paper.party)
    assert deliver(rights_paper, clerk, "portal", today).delivered_on == today


def test_a_letter_without_consequences_for_rights_needs_no_receipt(issued, clerk):
    delivery = deliver(issued, clerk, "direct", DAY, capacity="", files=())
    assert (delivery.delivered_on, delivery.received_by) == (DAY, "负责人甲")
