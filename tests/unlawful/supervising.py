"""执法监督, 过错责任, 不予公开: no office decides what is another's, or without a lawful ground."""

from django.urls import reverse

from publicity.models import Withholding
from publicity.services import withholdings
from supervision.models import FaultHandling, FaultRecord
from supervision.services import faults, notices
from tests import factories
from tests.supervision.papers import ON, content, ground, issuer, scan
from tests.unlawful.attempts import Deed, Row

SUPERVISION = "《行政执法监督条例》第六条、第四十二条"
OPENNESS = "信息公开条例.*第三十七条"
CATALOGUE = "责任清单"


class Office:
    """Who supervises, who is supervised, and a fault that waits to be decided."""

    case = None

    def __init__(self, bureau):
        self.bureau, self.day = bureau, ON
        self.head = factories.make_user("head", "head", "backfiller", bureau=bureau)
        self.clerk = factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)
        self.lawyer = factories.make_user("lawyer", "reviewer", "backfiller", bureau=bureau)
        self.officer = factories.make_officer("officer", bureau)
        self.issuer = issuer(bureau)

    def propose(self):
        row = faults.register(
            actor=self.clerk, on=ON, officer=self.officer, forms=[10], facts="逾期没有反馈。",
            origin="other", uploads=[scan()],
        )  # fmt: skip
        faults.assign(row, actor=self.head, on=ON, investigator=self.lawyer)
        faults.tell(row, actor=self.lawyer, on=ON)
        faults.enter_statement(row, actor=self.clerk, on=ON, text="无异议。", uploads=[scan()])
        self.fault = faults.propose(
            row, actor=self.lawyer, on=ON, findings="属实。", harm="单位两次来访。",
            opinion="追究。", measures=["written"],
        )  # fmt: skip


def proposed(bureau) -> Office:
    walk = Office(bureau)
    walk.propose()
    return walk


def decided(bureau) -> Office:
    walk = proposed(bureau)
    DECIDE.do(walk, walk.head, {"measures": ["written", "revoke", "warning"]})
    return walk


def draft_notice(_, **facts):
    return notices.draft(**facts)


def the_fault(walk):
    return FaultRecord.objects.get(pk=walk.fault.pk)


def measure(code):
    return lambda walk: FaultHandling.objects.get(record=walk.fault, measure=code)


def of(code):
    return lambda walk: setattr(walk, "measure", code)


def chosen(walk):
    return measure(walk.measure)(walk)


NOTICE = Deed(
    "clerk", lambda walk: reverse("supervision:notice-create"), draft_notice,
    lambda walk: {"issuer": walk.issuer, **content()}, on=lambda walk: walk.bureau,
)  # fmt: skip
DECIDE = Deed(
    "head", "supervision:fault-decide", faults.decide,
    {"measures": ["written"], "reasons": "情节较轻。"}, on=the_fault,
)  # fmt: skip
SETTLE = Deed("clerk", "supervision:fault-handling-settle", faults.settle, {"result": "已经落实。"})
SEND = Deed(
    "clerk", "supervision:fault-handling-send", faults.send,
    {"competent": "区委办公室", "number": "示责究〔2026〕1号"},
)  # fmt: skip
WITHHOLD = Deed(
    "clerk", "publicity:withholding-create", withholdings.propose,
    {"ground": "state_secret", "reasons": "定密机关认定。", "redaction": "全文涉密。"},
    on=lambda walk: walk.paper,
)  # fmt: skip
DECIDE_WITHHOLDING = Deed(
    "head", "publicity:withholding-decide", withholdings.decide, {"note": "同意。"},
    on=lambda walk: Withholding.objects.get(),
)  # fmt: skip


def of_another_bureau(walk):
    walk.other_bureau = factories.make_bureau("邻区档案局", "120111")


def sent(code):
    return lambda walk: SEND.but(on=measure(code)).do(walk, walk.clerk, {})


def harmless(walk):
    FaultRecord.objects.filter(pk=walk.fault.pk).update(harm="")


def asked_and_proposed(walk):
    WITHHOLD.do(walk, walk.clerk, {})


def clerk_may_approve(walk):
    asked_and_proposed(walk)
    factories.give(walk.clerk, "approve_notice")


def officer_may_register(walk):
    factories.give(walk.officer, "register_fault", "view_faultrecord")


# fmt: off
ROWS = [
    Row("the own office revokes by itself", f"不能自己撤销.*{SUPERVISION}", "supervising", NOTICE,
        wrong={"result": "revoked"}, closed=True),
    Row("the own office changes a normative document", f"只能建议撤销.*{SUPERVISION}",
        "supervising", NOTICE, wrong={"ground": lambda walk: ground("normative")},
        right={"ground": lambda walk: ground("normative"), "result": "propose",
               "competent": "示例区人民政府"}),
    Row("revocation proposed to nobody", f"报哪个有权机关.*{SUPERVISION}", "supervising", NOTICE,
        wrong={"result": "propose"}, right={"result": "propose", "competent": "示例区人民政府"}),
    Row("another bureau supervised", "下级档案主管部门.*第四十二条", "supervising", NOTICE,
        of_another_bureau, wrong={"receiver": "邻区档案局"}),

    Row("a certificate revoked by the bureau", f"只能建议.*{CATALOGUE}", "fault_decided",
        SETTLE.but(on=measure("revoke")), mend=sent("revoke")),
    Row("an officer disciplined by the bureau", "只能建议.*第六十一条", "fault_decided",
        SETTLE.but(on=measure("warning")), mend=sent("warning")),
    Row("what the bureau carries out itself, sent away", f"由本机关落实.*{CATALOGUE}",
        "fault_decided", SEND.but(on=chosen), of("written"), of("warning")),
    Row("carried out by whom it concerns", "当事人员，不能办理自己的.*规范", "fault_decided",
        SETTLE.but(on=measure("written")), officer_may_register, by="officer"),
    Row("a measure that the list does not know", "六种方式", "fault_proposed", DECIDE,
        wrong={"measures": ["fine"]}, closed=True),
    Row("held to account where no harm was done", f"没有写明危害后果.*{CATALOGUE}",
        "fault_proposed", DECIDE, harmless),
    Row("a share of a compensation that nobody paid", "没有登记.*行政赔偿.*第十六条",
        "fault_proposed", DECIDE, wrong={"measures": ["written", "pay_part"]}),

    Row("withheld because it hurts a name", "影响声誉.*第四十八条", "serve", WITHHOLD,
        wrong={"ground": "reputation"}, closed=True),
    Row("withheld for the privacy of a firm", f"不是自然人.*{OPENNESS}", "serve", WITHHOLD,
        wrong={"ground": "privacy"}),
    Row("withheld whole where parts could be left out", f"隐去.*{OPENNESS}", "serve", WITHHOLD,
        wrong={"redaction": " "}, closed=True),
    Row("withheld by who proposed it", "提出人不能决定.*制度", "serve", DECIDE_WITHHOLDING,
        clerk_may_approve, asked_and_proposed, by="clerk"),
]
# fmt: on
