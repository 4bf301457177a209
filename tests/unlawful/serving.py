"""送达 by the five ways, and 公示."""

from datetime import timedelta

from archives_enforcement.documents import services as documents
from penalties.queries import papers
from publicity.services import notices
from tests import factories
from tests.documents.delivering import NOBODY_THERE, agree, fail, picture, scan
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY

PROCEDURE = "《中华人民共和国民事诉讼法》"


def delivery(way, facts, file) -> Deed:
    def record(delivered, *, actor, **given):
        return documents.record_delivery(delivered, actor=actor, method=way, **given)

    return Deed(
        "clerk", "documents:delivery-record", record, {**facts, "files": [file]},
        on=lambda walk: walk.paper.deliveries.get(), query=f"?method={way}",
    )  # fmt: skip


DIRECT = delivery("direct", {"received_by": "负责人甲", "capacity": "representative"}, scan)
POST = delivery("post", {"tracking_number": "XA00000000012"}, scan)
MAIL = delivery("electronic", {"channel": "email"}, picture)
LEFT = delivery(
    "left",
    {"refused_by": "负责人甲", "reason": "不同意处罚。", "place": "示例路2号", "witnesses": "乙"},
    scan,
)
PUBLIC = delivery("notice", {"reason": "已不在登记的住所。", "medium": "示例日报"}, picture)


def agreed(walk):
    agree(walk.firm, walk.clerk, walk.day)


def agreed_to_the_portal_only(walk):
    agree(walk.firm, walk.clerk, walk.day, email="")


def tried_in_person(walk):
    fail(walk.paper, walk.clerk, walk.day, **NOBODY_THERE)


def tried_both_ways(walk):
    tried_in_person(walk)
    fail(walk.paper, walk.clerk, walk.day)


def received(walk):
    walk.deliver(walk.paper, walk.day)


PUBLISH = Deed("clerk", "publicity:notice-publish", notices.publish, on=lambda walk: walk.notice)
APPROVE = Deed("head", "publicity:notice-approve", notices.approve, on=lambda walk: walk.notice)
WITHDRAW = PUBLISH.but(
    page="publicity:notice-withdraw", service=notices.withdraw, facts={"reason": "决定已撤销。"}
)
ANNOUNCE = Deed(
    "clerk", "publicity:notice-create", notices.create,
    {
        "credit_class": "none", "credit_reason": "本机关设定", "title": "丢失档案案",
        "party_name": "示例档案服务公司", "facts": "丢失档案 8 件", "basis": "档案法第四十九条",
        "outcome": "罚款",
    },
    on=lambda walk: walk.paper,
)  # fmt: skip


def drawn_up(walk, **values):
    facts = {"credit_class": "none", "credit_reason": "本机关设定", **values}
    walk.notice = notices.create(walk.paper, actor=walk.clerk, on=walk.day, **facts)


def checked(walk, **values):
    drawn_up(walk, **values)
    colleague = factories.make_user("colleague", "clerk", bureau=walk.bureau)
    notices.review_secrecy(
        walk.notice, actor=colleague, on=walk.day, note="不涉密。", redacted=True
    )


def with_a_private_name(walk):
    """Typed after the summary was read for secrets."""
    checked(walk)
    type(walk.notice).objects.update(facts="法定代表人甲丢失档案")


def approved_notice(walk):
    checked(walk)
    notices.approve(walk.notice, actor=walk.head, on=walk.day)


def delivered_and_approved(walk):
    received(walk)
    approved_notice(walk)


def drafter_may_approve(walk):
    checked(walk)
    walk.clerk.groups.add(*walk.head.groups.all())


def of_the_notice_of_penalty(walk):
    """The paper that only tells of what is proposed: no decision, nothing to publish."""
    walk.paper = papers.issued(walk.case, papers.NOTICE)


# fmt: off
ROWS = [
    Row("delivered to somebody", f"签收人应当是.*{PROCEDURE}第八十八条", "decide", DIRECT,
        wrong={"capacity": "self"}),
    Row("delivered without a receipt", f"送达回证.*{PENALTY}第六十一条", "decide", DIRECT,
        wrong={"files": []}, closed=True),
    Row("delivered before it was signed", "不能早于签发日期", "decide", DIRECT,
        wrong={"on": lambda walk: walk.day - timedelta(1)}),
    Row("delivered twice", "送达，不用再办", "decide", DIRECT, received),
    Row("posted without a number", f"邮件号码.*{PROCEDURE}第九十一条", "decide", POST,
        wrong={"tracking_number": " "}, closed=True),
    Row("e-mailed without consent", f"不能电子送达.*{PENALTY}第六十一条第二款", "decide", MAIL,
        agreed_to_the_portal_only, agreed),
    Row("left without a witness", f"见证人签名的送达回证.*{PROCEDURE}第八十九条", "decide", LEFT,
        wrong={"witnesses": ""}),
    Row("left nobody knows where", f"留置送达应当写明.*{PROCEDURE}第八十九条", "decide", LEFT,
        wrong={"place": " "}, closed=True),
    Row("announced after one way was tried", f"都应当试过.*{PROCEDURE}第九十五条第一款", "decide",
        PUBLIC, tried_in_person, tried_both_ways),
    Row("announced without a reason", f"记明原因和经过.*{PROCEDURE}第九十五条第二款", "decide",
        PUBLIC,
        tried_both_ways, tried_both_ways, {"reason": " "}, closed=True),

    Row("published before the party has it", f"还没有送达.*{PENALTY}第四十八条、第六十一条",
        "decide",
        PUBLISH, approved_notice, delivered_and_approved),
    Row("published unless it is a decision", "不需要公示.*第四十八条", "decide", ANNOUNCE,
        of_the_notice_of_penalty),
    Row("one decision published twice", "已有公示.*第四十八条", "decide", ANNOUNCE, drawn_up),
    Row("published with a person's name", "法定代表人的姓名.*第五十条", "decide", APPROVE,
        with_a_private_name, checked),
    Row("published without the check for secrets", "保密审查.*《中华人民共和国政府信息公开条例》",
        "decide", APPROVE, drawn_up, checked),
    Row("published by who drew it up", "不能批准自己拟的公示", "decide", APPROVE,
        drafter_may_approve, checked, by="clerk"),
]
# fmt: on
