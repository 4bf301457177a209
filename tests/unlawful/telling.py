"""告知、陈述申辩、听证: the party is heard, in time, by others than who investigated."""

from datetime import date, timedelta

from archives_enforcement.documents import services as documents
from penalties.models import HearingThreshold
from penalties.queries import papers
from penalties.services import hearing, investigation, notice, statements
from tests import factories
from tests.penalties.case_facts import DELIVERED, HELD, make_scan
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.deciding import weighed_anew
from tests.unlawful.filing import PENALTY, determined_of_case
from tests.unlawful.investigating import BEFORE, LICENSED, stranger, then

HEARD_ON = date(2024, 10, 22)
LAST_DAY = date(2024, 10, 11)  # five working days after the notice, the week of holidays between
NEXT_DAY = date(2024, 10, 12)  # a Saturday that was worked


def waiting(walk):
    """The notice that waits for the head's signature."""
    return papers.latest(walk.case, papers.NOTICE)


def submitted(walk):
    documents.submit(walk.draft_notice(), actor=walk.officer, on=walk.day)


def asked(walk):
    return walk.case.statements.get(kind="hearing")


def said(walk):
    return walk.case.statements.filter(kind="statement").last()


def chair(walk):
    return factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)


DRAFT = Deed("officer", "penalties:notice-draft", notice.draft, {"phone": "000-00000000"})
SIGN = Deed("head", "documents:document-sign", documents.sign, on=waiting)
STATE = Deed(
    "contact", "penalties:portal-statement", statements.make,
    {"kind": "statement", "text": "请从轻处理。"},
)  # fmt: skip
ASK = STATE.but(page="penalties:portal-hearing", facts={"kind": "hearing", "text": "要求听证。"})
WAIVE = STATE.but(page="penalties:portal-waiver", facts={"kind": "waiver"})
ENTER = Deed(
    "clerk", "penalties:statement-enter", statements.enter,
    {"kind": "statement", "text": "请从轻处理。", "files": [make_scan]},
)  # fmt: skip
ANSWER = Deed(
    "officer", "penalties:statement-answer", statements.answer,
    {"answer": "not_adopted", "reexamination": "复核了交接清单", "reason": "事实清楚"}, on=said,
)  # fmt: skip
ARRANGE = Deed(
    "officer", "penalties:hearing-arrange", hearing.arrange,
    lambda walk: {"chair": walk.chair, "scheduled_on": HEARD_ON, "place": "会议室"}, on=asked,
)  # fmt: skip
HOLD = Deed(
    "chair", "penalties:hearing-hold", hearing.hold, HELD,
    on=lambda walk: walk.case.hearings.get(),
)  # fmt: skip


def with_post_of_head(walk):
    walk.second.groups.add(*walk.head.groups.all())


def told_of_another_figure(walk):
    submitted(walk)
    weighed_anew(walk, fine=48_000)


def drafted(walk):
    walk.draft_notice()


def undelivered(walk):
    walk.paper.deliveries.update(delivered_on=None)


def on_the(day):
    def move(walk):
        walk.day = day

    return move


def spoken(walk):
    walk.enter("statement")


def spoken_and_answered(walk):
    walk.answer(walk.enter("statement"))


def asked_for(walk):
    walk.chair = chair(walk)
    walk.enter("hearing")


def handler_may_chair(walk):
    asked_for(walk)
    walk.second.groups.add(*walk.chair.groups.all())


def arranged(walk):
    asked_for(walk)
    hearing.arrange(
        asked(walk), actor=walk.officer, on=walk.day, chair=walk.chair, scheduled_on=HEARD_ON,
        place="会议室",
    )  # fmt: skip
    walk.announce()


def arranged_only(walk):
    """Nothing but a message tells of the hearing."""
    asked_for(walk)
    ARRANGE.do(walk, walk.officer, {})
    walk.day = HEARD_ON


def announced_again(walk):
    arranged_only(walk)
    walk.day = DELIVERED + timedelta(1)
    walk.announce()
    walk.day = HEARD_ON


def held(walk):
    arranged(walk)
    walk.day = HEARD_ON
    hearing.hold(walk.case.hearings.get(), actor=walk.chair, on=walk.day, **HELD)


def another_chair(walk):
    arranged(walk)
    walk.day = HEARD_ON
    walk.other = factories.make_user("other_chair", "hearing_chair", bureau=walk.bureau)


def announced_by_paper(delivered):
    """听证通知书 is signed at once; it reaches the party on the day given, if at all."""

    def do(walk):
        asked_for(walk)
        paper = documents.draft_about(
            "case", walk.fresh(), "hearing_notice", title="", actor=walk.officer, on=walk.day,
            fields={
                "party": "示例档案服务公司", "cause": "丢失档案", "time": "2024年10月22日9时",
                "place": "会议室", "chair": str(walk.chair), "openness": "公开",
            },
        )  # fmt: skip
        walk.sign(paper)
        if delivered:
            walk.deliver(paper, delivered)
        walk.day = HEARD_ON

    return do


def no_hearing_due(walk):
    """Told that no hearing is due, after a figure of the bureau's that lies higher."""
    HearingThreshold.objects.create(
        bureau=walk.bureau, person=10_000, organisation=100_000, gains=100_000,
        effective_from=date(2024, 1, 1), source="本机关规定",
    )  # fmt: skip
    walk.notify()


def hearing_due(walk):
    walk.notify()


def reopened(walk):
    investigation.reopen(walk.case, actor=walk.officer, on=walk.day, note="补充调查")


def submitted_to_review(walk):
    walk.submit_review()


SEVEN = f"{PENALTY}第六十四条第二项"


# fmt: off
ROWS = [
    Row("a second notice beside the first", "已有告知书.*第四十四条", "weigh", DRAFT, drafted),
    Row("a notice drafted by who does not handle the case", LICENSED, "weigh", DRAFT, stranger,
        by="stranger"),
    Row("a notice signed by who handles the case", "不能作出处罚决定.*第五十七条", "weigh", SIGN,
        then(submitted, with_post_of_head), submitted, by="second"),
    Row("a notice of another figure", "与案件现在的记录不一致.*第四十四条", "weigh", SIGN,
        told_of_another_figure, submitted),
    Row("a notice over private archives as it proved", r"不支持本案.*第四十八条第（一）项", "weigh",
        SIGN, then(submitted, determined_of_case(state_owned="no")), submitted),
    Row("a notice while a crime is suspected", "不得以罚代刑.*第二十七条", "weigh", SIGN,
        then(submitted, determined_of_case(crime="crime")), submitted),
    Row("a notice dated before the proposal", "不能早于", "weigh", SIGN, submitted, submitted,
        {"on": lambda walk: walk.day - timedelta(1)}),

    Row("heard before it was told", "还没有送达.*第四十四条、第六十二条", "notify", STATE,
        undelivered),
    Row("entered before it was told", "还没有送达.*第四十四条、第六十二条", "notify", ENTER,
        undelivered),
    Row("a statement dated before the notice reached the party", "早于告知书的送达日期.*第四十四条",
        "notify", ENTER, wrong={"on": DELIVERED - timedelta(1)}, right={"on": DELIVERED}),
    Row("entered without the party's paper", "扫描件或照片.*第四十五条", "notify", ENTER,
        wrong={"files": []}, closed=True),
    Row("the same statement twice in a day", "已经提交过.*第四十五条", "notify", STATE,
        spoken),
    Row("a hearing asked for on the sixth working day", "视为放弃听证.*第六十四条第一项", "notify",
        ASK,
        on_the(NEXT_DAY), on_the(LAST_DAY)),
    Row("a hearing asked for twice", "已经办理过.*第六十四条", "notify", ASK,
        lambda walk: walk.enter("hearing")),
    Row("a hearing where none is due", "不属于应当听证.*第六十三条", "weigh", ASK, no_hearing_due,
        hearing_due),
    Row("a hearing asked for in a new investigation", "重新告知以后.*第四十四条、第四十五条",
        "notify",
        ASK, reopened),
    Row("given up while a hearing is to be held", "已经要求听证.*第六十四条第六项", "notify", WAIVE,
        asked_for, spoken),
    Row("given up after the case went on", "不用再办理放弃.*第六十二条", "hear", WAIVE,
        submitted_to_review),
    Row("answered by who does not handle the case", LICENSED, "notify", ANSWER,
        then(spoken, stranger), spoken, by="stranger"),
    Row("answered twice", "已经复核.*第四十五条", "notify", ANSWER, spoken_and_answered, spoken),
    Row("answered before it was said", BEFORE, "notify", ANSWER, spoken, spoken,
        {"on": lambda walk: walk.day - timedelta(1)}),

    Row("a hearing announced six working days ahead", SEVEN, "notify", ARRANGE, asked_for,
        asked_for, {"scheduled_on": date(2024, 10, 15)}, {"scheduled_on": date(2024, 10, 16)}),
    Row("a hearing held the day it is announced", SEVEN, "notify", ARRANGE, asked_for, asked_for,
        {"scheduled_on": lambda walk: walk.day}),
    Row("chaired by who investigated", "非本案调查人员主持.*第六十四条第四项", "notify", ARRANGE,
        handler_may_chair, asked_for, {"chair": lambda walk: walk.second}, closed=True),
    Row("chaired by who has no such post", "非本案调查人员主持.*第六十四条第四项", "notify",
        ARRANGE,
        asked_for, asked_for, {"chair": lambda walk: walk.head}, closed=True),
    Row("arranged twice", "没有待安排的听证要求.*第六十四条", "notify", ARRANGE, arranged,
        asked_for),
    Row("recorded by another chair", "由主持人登记.*第六十四条", "notify", HOLD, another_chair,
        another_chair, by="other"),
    Row("held before its day", "没有到期.*第六十四条第二项", "notify", HOLD,
        then(arranged, on_the(HEARD_ON - timedelta(1))), then(arranged, on_the(HEARD_ON))),
    Row("held on a message alone", f"写明这一听证日期的听证通知书.*{SEVEN}", "notify", HOLD,
        arranged_only, announced_again),
    Row("held without delivery of its notice", f"通知书还没有送达.*{SEVEN}", "notify", HOLD,
        announced_by_paper(None), announced_by_paper(date(2024, 9, 30))),
    Row("held when the notice came too late", f"才送达.*{SEVEN}", "notify", HOLD,
        announced_by_paper(date(2024, 10, 14)), announced_by_paper(date(2024, 10, 10))),
]
# fmt: on
