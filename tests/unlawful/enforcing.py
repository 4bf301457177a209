"""加处罚款 and the court: never of itself, never beyond the fine, never out of order."""

from datetime import timedelta

from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from penalties.queries import papers
from penalties.services import court_steps, execution, statements, surcharges
from tests.penalties.case_facts import make_scan
from tests.unlawful.asking import reviewed
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY
from tests.unlawful.papers import COERCION, drafting, term_to_sue_over, words

SURCHARGE = Deed(
    "officer", "penalties:surcharge-draft", surcharges.draft,
    {"payment_account": "指定银行示例支行"},
)  # fmt: skip
SPEAK = Deed(
    "contact", "penalties:portal-statement", statements.make,
    {"kind": "statement", "text": "暂时没有能力缴纳。"},
)  # fmt: skip
ANSWER = Deed(
    "officer", "penalties:statement-answer", statements.answer,
    {"answer": "not_adopted", "reexamination": "复核了缴款记录", "reason": "没有证据"},
    on=lambda walk: walk.case.statements.filter(kind="statement").last(),
)  # fmt: skip
APPLY = drafting("enforcement_application")
SIGN = Deed(
    "head", "documents:document-sign", documents.sign,
    on=lambda walk: papers.latest(walk.case, papers.SURCHARGE),
)  # fmt: skip
COURT = Deed(
    "officer", "penalties:court-step", court_steps.record,
    lambda walk: {
        "kind": "submitted", "happened_on": walk.day, "note": "（2025）示例行审1号",
        "files": [make_scan],
    },
)  # fmt: skip


def late(days):
    """So many days after the last day to pay."""

    def do(walk):
        due = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK).due_on
        walk.day = due + timedelta(days)

    return do


def late_in_a_review(walk):
    late(2)(walk)
    reviewed(walk)
    walk.day += timedelta(1)


def deferred(until):
    """The delay that was approved ends so many days after the first last day to pay."""

    def do(walk):
        clock = papers.clock_on(walk.paper, papers.PAYMENT_CLOCK)
        due = clock.due_on
        deadlines.extend(clock, to=due + timedelta(until), reason="批准分期缴纳", on=due)
        walk.day = due + timedelta(30)

    return do


def drafted(walk):
    late(2)(walk)
    paper = SURCHARGE.do(walk, walk.officer, {})
    documents.submit(paper, actor=walk.officer, on=walk.day)


def drafted_then_paid(walk):
    """It proves that the money was there on the last day to pay."""
    drafted(walk)
    execution.record_payment(
        walk.fresh(), actor=walk.officer, on=walk.day, amount=47_000,
        paid_on=walk.day - timedelta(2), receipt="票1",
    )  # fmt: skip


def handler_may_impose(walk):
    drafted(walk)
    walk.second.groups.add(*walk.head.groups.all())


def imposed(days):
    """What so many days came to was imposed; the next day has come."""

    def do(walk):
        late(days)(walk)
        paper = SURCHARGE.do(walk, walk.officer, {})
        walk.sign(paper)
        walk.day += timedelta(1)

    return do


def _signed(walk, kind):
    """A paper that is reviewed before it goes to the head."""
    who = {"actor": walk.officer, "on": walk.day}
    paper = documents.draft_about("case", walk.fresh(), kind, **who, **words(kind)(walk))
    documents.submit_review(paper, **who)
    documents.pass_review(paper, actor=walk.reviewer, on=walk.day)
    documents.sign(paper, actor=walk.head, on=walk.day)


def applied(*kinds):
    """The application is signed, and these events have come."""

    def do(walk):
        term_to_sue_over(walk)
        _signed(walk, "enforcement_application")
        for kind in kinds:
            COURT.do(walk, walk.officer, {"kind": kind})

    return do


def spoken_to_the_demand(walk):
    term_to_sue_over(walk)
    walk.enter("statement", text="暂时没有能力缴纳。")


def answered_as_well(walk):
    spoken_to_the_demand(walk)
    ANSWER.do(walk, walk.officer, {})


NOTHING = f"没有可以加处的罚款.*{PENALTY}第七十二条第一款第一项"
ORDER = f"请按办理的先后登记.*{COERCION}第五十六条至第五十八条"

# fmt: off
ROWS = [
    Row("a late fine on the last day to pay", NOTHING, "serve", SURCHARGE, late(0), late(1)),
    Row("a late fine while a review runs", f"{PENALTY}第七十三条第三款", "serve", SURCHARGE,
        late_in_a_review, late(3)),
    Row("a late fine during approved instalments", NOTHING, "serve", SURCHARGE, deferred(30),
        deferred(29)),
    Row("a late fine beyond the fine itself", NOTHING, "serve", SURCHARGE, imposed(34),
        imposed(33)),
    Row("a late fine of what was paid meanwhile", f"没有可以加处的罚款|不一致.*{PENALTY}第七十二条",
        "serve", SIGN, drafted_then_paid, drafted),
    Row("a late fine imposed by who handles the case",
        f"不能决定加处罚款.*{PENALTY}第五十七条、第七十二条", "serve", SIGN, handler_may_impose,
        drafted, by="second"),

    Row("at the court before its application is signed", f"还没有签发.*{COERCION}第五十五条",
        "serve", COURT, term_to_sue_over, applied(), closed=True),
    Row("to the court before the party was answered", f"还没有复核和答复.*{COERCION}第三十六条",
        "serve", APPLY, spoken_to_the_demand, answered_as_well, closed=True),
    Row("said after the decision without a demand", f"{PENALTY}第四十四条、第四十五条", "serve",
        SPEAK, mend=term_to_sue_over),
    Row("accepted before it was submitted", ORDER, "serve", COURT, applied(), applied(),
        {"kind": "accepted"}, {"kind": "submitted"}, closed=True),
    Row("ruled on before it was accepted", ORDER, "serve", COURT, applied("submitted"),
        applied("submitted"), {"kind": "execute"}, {"kind": "accepted"}, closed=True),
    Row("a refusal of the court without its paper", f"上传人民法院的裁定书.*{COERCION}第五十六条",
        "serve", COURT, applied("submitted"), applied("submitted"),
        {"kind": "not_accepted", "files": []}, {"kind": "not_accepted"}),
    Row("carried out by the court with the fine unpaid", f"没有登记缴纳.*{PENALTY}第六十七条",
        "serve", COURT, applied("submitted", "accepted", "execute"),
        applied("submitted", "accepted", "execute"), {"kind": "executed"}, {"kind": "paused"}),
]
# fmt: on
