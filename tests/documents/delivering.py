"""Uploads and facts with which a paper that affects rights is lawfully delivered, way by way."""

from django.core.files.uploadedfile import SimpleUploadedFile

from archives_enforcement.documents import services
from tests.files.recordings import video

RETURNED = {"method": "post", "failure": "returned", "reason": "邮件退回，收件人已搬离。"}
NOBODY_THERE = {"method": "direct", "failure": "absent", "reason": "上门无人。"}


def picture(name="现场照片.png"):
    return SimpleUploadedFile(name, b"\x89PNG\r\n\x1a\n" + b"0" * 20)


def scan(name="送达回证.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 signed")


LAWFUL = {
    "direct": {"received_by": "负责人甲", "capacity": "representative", "files": (scan,)},
    "post": {"tracking_number": "XA00000000012", "files": (scan,)},
    "portal": {"channel": "portal"},
    "email": {"channel": "email", "files": (picture,)},
    "witnessed": {
        "refused_by": "负责人甲",
        "reason": "不同意处罚。",
        "place": "示例路1号",
        "witnesses": "示例社区居委会乙",
        "files": (scan,),
    },
    "pictured": {
        "refused_by": "负责人甲",
        "reason": "不同意处罚。",
        "place": "示例路1号",
        "files": (picture,),
    },
    "filmed": {
        "refused_by": "负责人甲",
        "reason": "不同意处罚。",
        "place": "示例路1号",
        "files": (video,),
    },
    "notice": {"reason": "邮件退回，上门无人。", "medium": "示例日报", "files": (picture,)},
    "unknown": {
        "reason": "已不在登记的住所，联系不上。",
        "medium": "示例日报",
        "whereabouts_unknown": True,
        "files": (picture,),
    },
}
METHOD = {
    "portal": "electronic", "email": "electronic", "witnessed": "left", "pictured": "left",
    "filmed": "left",
    "unknown": "notice",
}  # fmt: skip


def deliver(paper, actor, way, on, **changes):
    """Record the delivery of `paper` in that way, with the lawful facts but for `changes`."""
    facts = {**LAWFUL[way], **changes}
    facts["files"] = [make() for make in facts.get("files", ())]
    method = METHOD.get(way, way)
    return services.record_delivery(
        paper.deliveries.get(), actor=actor, on=on, method=method, **facts
    )


def fail(paper, actor, on, **changes):
    facts = {**RETURNED, **changes}
    return services.record_failure(paper.deliveries.get(), actor=actor, on=on, **facts)


def fail_both_ways(paper, actor, on):
    """As a public notice asks for: nobody was there, and the letter came back."""
    fail(paper, actor, on, **NOBODY_THERE)
    return fail(paper, actor, on)


def agree(party, actor, on, **changes):
    """The party has signed that it takes papers here and by e-mail."""
    terms = {
        "address": "示例路1号",
        "recipient": "收件人甲",
        "phone": "000-00000000",
        "portal": True,
        "email": "unit@example.test",
        "signed_on": on,
        "valid_from": on,
        "files": [scan("确认书.pdf")],
    }
    return services.register_address(party, actor=actor, on=on, **{**terms, **changes})


HANDED = {"receiver": "接收机关 收件人甲", "listed": "移送书1份\n调查报告1份"}


def hand_over(paper, officer, on, code="D-P19", **values):
    """移交: the other body signs for the list; the receipt is scanned."""
    facts = {**HANDED, "note": "已移交。", "files": [scan("移送回执.pdf")], **values}
    return services.register_answer(paper, code, actor=officer, on=on, **facts)
