"""What the second reader of a notice is shown, and what nobody may let pass."""

import pytest
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import DeliveryAttempt
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.services import tips
from publicity import names
from publicity.models import Notice
from publicity.queries.leaving_out import to_leave_out
from publicity.queries.persons import of_record
from publicity.redaction import hints, private_parts
from publicity.services import corrections
from tests.penalties.case_facts import make_scan

WITNESS, SIGNER = "周甲乙", "吴丙丁"


def question(walk, who: str) -> None:
    """A record of a questioning in the case."""
    fields = dict.fromkeys(KINDS["questioning_record"].fields, "见笔录。") | {"person": who}
    documents.draft_about(
        "case", walk.case, "questioning_record", title="", fields=fields, actor=walk.officer,
        on=walk.day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("周甲乙", ["周甲乙"]),
        ("周甲乙（副主任）、门卫", ["周甲乙"]),
        ("档案员吴丙，李和丁同志", ["吴丙", "李和丁"]),
        ("周某；示例公司收发室；单位负责人", []),
        ("经办人甲", []),
    ],
)
def test_names_in_a_field_are_read_without_posts(words, found):
    assert names.in_field(words) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("保管员周甲乙在整理时丢失档案", ["周甲乙"]),
        ("由吴丙同志交接", ["吴丙"]),
        ("负责人高度重视，会计凭证齐全", []),
        ("丢失国有档案8件，其中永久档案3件；管理员周某", []),
    ],
)
def test_what_may_be_a_name_stands_beside_a_post(text, found):
    assert names.probable(text) == found


def test_a_number_is_found_however_it_is_written():
    written = ("１３８００１３８０００", "138 0013 8000", "110105 19491231 002X", "138-0013-8000")
    assert [bool(private_parts(text, None)) for text in written] == [True] * 4
    assert private_parts("示档罚决〔2026〕12号，2024-09-27，罚款 47,000 元", None) == []


def test_the_record_tells_who_is_not_to_be_named(walk):
    question(walk, WITNESS)
    DeliveryAttempt.objects.filter(delivery__document=walk.paper).update(received_by=SIGNER)
    assert {who.name: who.what for who in of_record(walk.paper)} == {
        WITNESS: "被询问人", SIGNER: "签收人",
    }  # fmt: skip


def test_an_officer_of_the_bureau_is_no_such_person(walk):
    type(walk.officer).objects.filter(pk=walk.officer.pk).update(name=WITNESS)
    question(walk, WITNESS)
    assert of_record(walk.paper) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"经{WITNESS}辨认，丢失档案。", "周甲乙（被询问人）"),
        ("详询0730-8123456。", "电话号码0730-8123456"),
        ("详询 138 0013 8000。", "手机号码"),
    ],
)
def test_no_second_reader_can_let_it_pass(flow, walk, words, why):
    question(walk, WITNESS)
    notice = flow.create(facts=words)
    with pytest.raises(Refused) as refusal:
        flow.review(notice)
    assert why in str(refusal.value)
    Notice.objects.filter(pk=notice.pk).update(facts="经周某辨认，丢失档案。")
    assert flow.review(Notice.objects.get(pk=notice.pk)).redaction_checked


def test_who_came_into_the_record_later_stops_it_too(flow, walk):
    """Approved while nobody knew him; the guards of a list do not look so far."""
    approved = flow.approved(facts=f"经{WITNESS}辨认，丢失档案。")
    question(walk, WITNESS)
    with pytest.raises(Refused, match="公示内容里有周甲乙（被询问人）"):
        flow.publish(approved)
    assert Notice.objects.get(pk=approved.pk).state == "approved"


def test_a_correction_names_nobody_either(flow, walk):
    """Neither as the clerk proposes it nor, where the record has grown, as the head decides it."""
    notice = flow.published()
    who = {"actor": walk.clerk, "on": flow.today}
    asked = {"applicant": "示例档案服务公司", "request": "写错了。", "proof": [make_scan()]}
    row = corrections.enter(notice, **who, **asked)
    said = {"opinion": "属实。", "facts": f"经{WITNESS}辨认。"}
    row = corrections.propose(row, **who, **said)
    question(walk, WITNESS)
    with pytest.raises(Refused, match="拟更正的内容里有周甲乙"):
        corrections.decide(row, actor=walk.head, on=flow.today)
    row = corrections.return_request(row, actor=walk.head, on=flow.today, note="隐去姓名。")
    with pytest.raises(Refused, match="拟更正的内容里有周甲乙"):
        corrections.propose(row, **who, **said)


def test_the_bureaus_own_telephone_may_stand_there(flow, walk):
    type(walk.bureau).objects.filter(pk=walk.bureau.pk).update(phone="0730-8123456")
    notice = Notice.objects.get(pk=flow.create(facts="查询电话0730-8123456。").pk)
    assert to_leave_out(notice, notice.words) == []


def test_a_firm_that_bears_a_name_is_still_named(flow, walk):
    question(walk, WITNESS)
    notice = flow.create()
    notice.document.party.name = f"{WITNESS}档案服务部"
    assert to_leave_out(notice, f"{WITNESS}档案服务部丢失档案") == []


def test_a_reporter_is_kept_back_without_being_called_one(flow, walk):
    tips.send(
        walk.bureau, on=walk.day, about="unit", concerning="示例公司", text="丢失档案。",
        name="郑戊己", contact="",
    )  # fmt: skip
    tip = tips.Tip.objects.latest("pk")
    tips.Tip.objects.filter(pk=tip.pk).update(lead=Lead.objects.get(case=walk.case))
    notice = flow.create()
    assert to_leave_out(notice, "郑戊己反映丢失档案") == ["不应公开的人员"]


def test_the_second_reader_sees_what_to_look_at(flow, walk, client):
    question(walk, WITNESS)
    words = f"保管员{SIGNER}在示例路12号丢失档案，经{WITNESS}辨认。"
    notice = flow.create(facts=words)
    assert [hint.what for hint in hints(words)] == ["可能是人名", "可能是地址"]
    client.force_login(walk.colleague)
    page = client.get(reverse("publicity:notice-secrecy", args=[notice.pk])).text
    for wanted in ("必须先删去", f"{WITNESS}（被询问人）", "可能是人名", SIGNER, "示例路12号"):
        assert wanted in page


def test_the_reason_of_a_withdrawal_names_nobody(flow, walk):
    question(walk, WITNESS)
    notice = flow.change(flow.published())
    with pytest.raises(Refused, match="撤回的理由里有周甲乙"):
        flow.withdraw(notice, reason=f"{WITNESS}的证言不实。")
    assert flow.withdraw(notice, reason="证言不实。").state == "withdrawn"
