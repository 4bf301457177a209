"""举报投诉: each is handled and answered, and nobody learns who told it without a reason."""

from datetime import timedelta

from archives_enforcement.accounts.models import Party
from inspections.models import Lead, Tip
from inspections.services import reporters, tips
from tests import factories
from tests.supervision.papers import ON
from tests.unlawful.attempts import Deed, Row

REPORTS = "《中华人民共和国档案法》第四十六条第二款"
KEPT = "《中华人民共和国档案法》第四十七条"
REPORTER = "反映人甲"


class Tips:
    """A tip of somebody who left his name, the same told again, and one about another matter."""

    case = None

    def __init__(self, bureau):
        self.bureau, self.day = bureau, ON
        self.clerk = factories.make_user("clerk", "clerk", bureau=bureau)
        self.officer = factories.make_officer("officer", bureau, "backfiller")
        self.unit = factories.make_unit(bureau)
        self.tip, self.again = self.receive(), self.receive()
        self.apart = self.receive(about="access")

    def receive(self, about="unit"):
        tips.send(
            self.bureau, on=ON, about=about, concerning="示例街道", text="库房漏水，没有人管。",
            name=REPORTER, contact="000",
        )  # fmt: skip
        return Tip.objects.latest("pk")


def accepted(bureau) -> Tips:
    walk = Tips(bureau)
    ACCEPT.do(walk, walk.clerk, {})
    return walk


def the_tip(walk):
    return Tip.objects.get(pk=walk.tip.pk)


def reveal(tip, *, actor, on, reason):
    return reporters.reveal(tip, actor=actor, reason=reason)


def act(page, service, **facts) -> Deed:
    return Deed("clerk", f"inspections:tip-{page}", service, facts, on=the_tip)


TOLD = {"answer": "已责令整改。", "way": "page"}
ACCEPT = act("accept", tips.accept).but(
    facts=lambda walk: {"party": walk.unit.party, "handler": walk.officer, "text": "库房漏水。"}
)
MERGE = act("merge", tips.merge).but(facts=lambda walk: {"into": walk.again})
REFUSE = act("refuse", tips.refuse, reason="已经办结", **TOLD)
PASS_ON = act("pass-on", tips.pass_on, passed_to="市档案局", reason="属于市局管辖", **TOLD)
ANSWER = act("answer", tips.answer, **TOLD)
REVEAL = act("reporter", reveal, reason="电话核实漏水的时间").but(answered=200)


def elsewhere(walk):
    other = factories.make_bureau("邻区档案局", "120111")
    walk.far = factories.make_party(other, "邻区街道", Party.Kind.TOWNSHIP)


def merged_already(walk):
    tips.merge(walk.again, actor=walk.clerk, on=walk.day, into=walk.tip)


def settled(walk):
    Lead.objects.filter(tip__pk=walk.tip.pk).update(state=Lead.State.SETTLED)


def bystander(walk):
    walk.other = factories.make_user("other", "head", bureau=walk.bureau)
    factories.give(walk.other, "see_reporter")


DAY_BEFORE = {"on": ON - timedelta(1)}

# fmt: off
ROWS = [
    Row("a tip accepted about who belongs to another bureau", "移送其他部门.*第二十二条", "tips",
        ACCEPT, elsewhere, elsewhere, {"party": lambda walk: walk.far}, closed=True),
    Row("a tip given to who does not enforce", "执法人员.*第四十七条", "tips", ACCEPT,
        wrong={"handler": lambda walk: walk.clerk}, closed=True),
    Row("a lead that tells who reported", f"去掉.*{KEPT}", "tips", ACCEPT,
        wrong={"text": f"{REPORTER}反映库房漏水。"}),
    Row("a lead that says nothing", f"写入线索的内容.*{REPORTS}", "tips", ACCEPT,
        wrong={"text": " "}, closed=True),
    Row("merged into another matter", f"同类来件.*{REPORTS}", "tips", MERGE,
        wrong={"into": lambda walk: walk.apart}, closed=True),
    Row("merged into itself", f"另一件.*{REPORTS}", "tips", MERGE,
        wrong={"into": lambda walk: walk.tip}, closed=True),
    Row("merged round in a ring", f"没有并入别处.*{REPORTS}", "tips", MERGE, merged_already,
        closed=True),
    Row("refused without a reason", f"不予受理的理由.*{REPORTS}", "tips", REFUSE,
        wrong={"reason": " "}, closed=True),
    Row("refused without an answer", f"告知反映人的内容.*{REPORTS}", "tips", REFUSE,
        wrong={"answer": " "}, closed=True),
    Row("closed without telling who can be told", f"应当告知.*{REPORTS}", "tips", REFUSE,
        wrong={"way": "none"}, closed=True),
    Row("refused before it came", f"不能早于收到日期.*{REPORTS}", "tips", REFUSE.but(who="officer"),
        lambda walk: factories.give(walk.officer, "triage_tip"),
        lambda walk: factories.give(walk.officer, "triage_tip"), DAY_BEFORE),
    Row("passed on to nobody", f"移送到哪个部门.*{REPORTS}", "tips", PASS_ON,
        wrong={"passed_to": " "}, closed=True),
    Row("answered before anything was done", f"线索还没有办结.*{REPORTS}", "tips_accepted", ANSWER,
        mend=settled),
    Row("answered without a word", f"告知反映人的内容.*{REPORTS}", "tips_accepted", ANSWER,
        settled, settled, {"answer": " "}, closed=True),
    Row("who reported, looked up for no reason", f"为什么要查看.*{KEPT}", "tips", REVEAL,
        wrong={"reason": " "}, closed=True),
    Row("who reported, looked up with a word", f"为什么要查看.*{KEPT}", "tips", REVEAL,
        wrong={"reason": "看看"}),
    Row("who reported, looked up by who has no part in it", f"只有.*承办人.*{KEPT}",
        "tips_accepted", REVEAL, bystander, by="other"),
]
# fmt: on
