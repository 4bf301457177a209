"""文书 of the catalogue that wait for their time, 送达 by the five ways, and 公示."""

from datetime import date, timedelta

from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workdays import limits
from penalties.queries import papers
from penalties.queries.cases import officers_in_words
from publicity.services import notices
from tests import factories
from tests.documents.delivering import NOBODY_THERE, agree, fail, picture, scan
from tests.penalties.test_determining import report
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY
from tests.unlawful.investigating import END, whole

COERCION = "《中华人民共和国行政强制法》"
PROCEDURE = "《中华人民共和国民事诉讼法》"


# 起草 through the common page


def words(kind):
    def facts(walk):
        told = {name: f"〔{label}〕" for name, label in KINDS[kind].fields.items()}
        told |= {name: chosen[0] for name, chosen in KINDS[kind].choices.items()}
        named = {"officers": officers_in_words(walk.case, walk.day)} if "officers" in told else {}
        return {"title": KINDS[kind].label, "fields": told | named}

    return facts


def drafting(kind, who="officer") -> Deed:
    def draft(case, *, actor, **facts):
        return documents.draft_about("case", case, kind, actor=actor, **facts)

    return Deed(
        who, lambda walk: reverse("documents:draft", args=["case", walk.case.pk, kind]), draft,
        words(kind),
        typed=lambda walk, facts: {"title": facts["title"], "on": facts["on"], **facts["fields"]},
    )  # fmt: skip


def issue(walk, kind, **fields):
    said = words(kind)(walk)
    said["fields"] |= fields
    paper = documents.draft_about(
        "case", walk.fresh(), kind, actor=walk.officer, on=walk.day, **said
    )
    documents.submit(paper, actor=walk.officer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


def approved(kind):
    return lambda walk: issue(walk, kind)


def preserved(walk):
    issue(walk, "preservation_approval")
    issue(walk, "preservation_notice")


def kept(walk, *, settled):
    """Things are kept past the seven working days, with a decision about them or without."""
    whole(walk)
    preserved(walk)
    notice = papers.issued(walk.case, "preservation_notice")
    walk.deliver(notice, walk.day)
    walk.day = papers.clock_on(notice, "D-P03").due_on
    if settled:
        issue(walk, "preservation_disposal", notice=notice.number)
    walk.day += timedelta(1)


def reported(walk):
    """Two officers have verified and report in writing."""
    report(walk, "lead", walk.case.lead)


def suspected(walk):
    walk.determine(walk.case.lead, crime="crime", grounds="涉嫌窃取。")


def last_day_to_pay(walk):
    walk.day = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on


def overdue(walk):
    last_day_to_pay(walk)
    walk.day += timedelta(1)


def demanded(walk):
    """催告 on the first day of delay, delivered; the term to sue runs on."""
    overdue(walk)
    walk.demand = walk.deliver(issue(walk, "demand_notice"), walk.day)


def undelivered_demand(walk):
    overdue(walk)
    issue(walk, "demand_notice")
    walk.day = to_sue(walk) + timedelta(1)


def to_sue(walk) -> date:
    return limits.compute(papers.SUIT_CLOCK, papers.delivered_on(walk.paper)).due_on


def last_day_of_demand(walk):
    demanded(walk)
    walk.day = papers.clock_on(walk.demand, "D-R15").due_on


def last_day_to_sue(walk):
    demanded(walk)
    walk.day = to_sue(walk)


def term_to_sue_over(walk):
    demanded(walk)
    walk.day = to_sue(walk) + timedelta(1)


def three_months_over(walk):
    demanded(walk)
    walk.day = limits.compute("D-R16", to_sue(walk)).due_on + timedelta(1)


def last_day_for_the_court(walk):
    demanded(walk)
    walk.day = limits.compute("D-R16", to_sue(walk)).due_on


def hearing_asked_for(walk):
    walk.enter("hearing")


# 送达


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


# 公示


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
    Row("a report of an investigation not begun", "还没有立案.*第五十四条", "pending",
        drafting("investigation_report"), mend=lambda walk: walk.file()),
    Row("a decision put up while the case is investigated", "调查还没有终结.*第五十七条", "file",
        drafting("decision_approval"), mend=lambda walk: walk.investigate()),
    Row("no penalty decided while the case is investigated", "调查还没有终结.*第五十七条", "file",
        drafting("no_penalty_decision"), mend=lambda walk: walk.investigate()),
    Row("no penalty beside a penalty", "已经作出行政处罚决定.*第五十七条", "review",
        drafting("no_penalty_decision"), lambda walk: walk.decide()),
    Row("notice of a hearing nobody asked for", "没有要求听证.*第六十四条", "notify",
        drafting("hearing_notice"), mend=hearing_asked_for),
    Row("things kept without the head's approval", "须经机关负责人批准.*第五十六条", "file",
        drafting("preservation_notice"), mend=approved("preservation_approval")),
    Row("things kept over seven working days", "应当在.*作出处理决定.*第五十六条", "file", END,
        lambda walk: kept(walk, settled=False), lambda walk: kept(walk, settled=True)),
    Row("disposal of things that were not kept", "没有先行登记保存.*第五十六条", "file",
        drafting("preservation_disposal"), mend=preserved),
    Row("record of a seizure", f"查封、扣押没有法律授权.*{COERCION}第十条、第十八条", "file",
        drafting("coercion_record"), mend=preserved),
    Row("a deferral of what was not decided", "还没有作出并送达.*第六十六条", "review",
        drafting("instalment_approval"), mend=lambda walk: walk.serve()),
    Row("a deferral nobody approved", "须经机关负责人批准.*第六十六条第二款", "serve",
        drafting("instalment_notice"), mend=approved("instalment_approval")),
    Row("urged on the last day to pay", "才届满.*第六十六条、第六十七条", "serve",
        drafting("demand_notice"), last_day_to_pay, overdue),
    Row("the court asked without 催告", f"应当书面催告并送达.*{COERCION}第五十四条", "serve",
        drafting("enforcement_application"), lambda walk: setattr(
            walk, "day", to_sue(walk) + timedelta(1)), term_to_sue_over),
    Row("the court asked before the 催告 was delivered",
        f"应当书面催告并送达.*{COERCION}第五十四条",
        "serve", drafting("enforcement_application"), undelivered_demand, term_to_sue_over),
    Row("the court asked within ten working days",
        f"十日（工作日）.*{COERCION}第五十四条、第六十九条",
        "serve", drafting("enforcement_application"), last_day_of_demand, term_to_sue_over),
    Row("the court asked on the last day to sue", f"期满以后才能申请.*{COERCION}第五十三条",
        "serve",
        drafting("enforcement_application"), last_day_to_sue, term_to_sue_over),
    Row("the court asked after three months", f"法院不再受理.*{COERCION}第五十三条", "serve",
        drafting("enforcement_application"), three_months_over, last_day_for_the_court),
    Row("publication approved of no decision", "还没有处罚决定.*第四十八条", "review",
        drafting("disclosure_approval"), mend=lambda walk: walk.serve()),
    Row("withdrawal of nothing published", "还没有处罚决定.*第四十八条", "review",
        drafting("withdrawal_statement"), mend=lambda walk: walk.serve()),
    Row("a closing report without a decision", "还没有处理决定.*第五十七条", "review",
        drafting("closing_report"), mend=lambda walk: walk.serve()),
    Row("to the police without a suspicion of crime", "没有.*第二十七条", "file",
        drafting("crime_referral"),
        reported, lambda walk: (reported(walk), suspected(walk))),
    Row("transferred while the act lies in the district", "依据", "file", drafting("case_transfer"),
        mend=lambda walk: walk.determine(
            walk.case.lead, in_jurisdiction="no", grounds="行为地在外区。")),

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
