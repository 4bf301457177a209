"""集体讨论、决定、送达、缴款、结案: who decides, on what, and what must have come before."""

from datetime import timedelta
from functools import partial

from archives_enforcement.documents import services as documents
from penalties.queries import papers
from penalties.services import decision, discretion, discussions, execution
from tests import factories
from tests.penalties.discussing import BOTH, discuss
from tests.penalties.walk import CLOSING, CORRECTION, make_scan
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import PENALTY, determined_of_case
from tests.unlawful.investigating import LICENSED, stranger, then

CHAPTER_FOUR = "《档案行政处罚程序规定》第四章"


def waiting(walk):
    """The decision that waits for the head's signature."""
    return papers.latest(walk.case, papers.DECISION)


def typed_minutes(walk, facts):
    """One line of the form for each member."""
    said = {
        f"{part}_{line}": ("yes" if value else "no") if part == "agrees" else value
        for line, member in enumerate(facts["members"])
        for part, value in member._asdict().items()
    }
    return {name: value for name, value in facts.items() if name != "members"} | said


DISCUSS = Deed(
    "head", "penalties:discussion-add", discussions.record,
    lambda walk: {
        "held_on": walk.day, "expected": 3, "members": BOTH, "record": "同意拟处罚意见。",
        "files": [make_scan],
    },
    typed=typed_minutes,
)  # fmt: skip
DRAFT = Deed(
    "officer", "penalties:decision-draft", decision.draft,
    {"payment_account": "指定银行示例支行"},
)  # fmt: skip
SIGN = Deed("head", "documents:document-sign", documents.sign, on=waiting)
END = Deed(
    "head", "penalties:case-end", execution.end_without_penalty,
    {"outcome": "not_established", "note": "事实和理由"},
)  # fmt: skip
SLIGHT = END.but(facts={"outcome": "slight", "note": "轻微并及时改正", "education": "当场教育"})
DISCUSS_WAIVER = DISCUSS.but(
    page="penalties:waiver-discussion",
    service=partial(discussions.record, no_penalty=True),
)
WARN = Deed(
    "officer", "penalties:case-fine", discretion.propose,
    {"fine": 0, "correction": CORRECTION, "warning_only": True},
)  # fmt: skip
PAY = Deed(
    "officer", "penalties:payment-add", execution.record_payment,
    lambda walk: {"amount": 47_000, "paid_on": walk.day, "receipt": "票1"},
)  # fmt: skip
PROPOSE = Deed(
    "officer", "penalties:case-propose-closing", execution.propose_closing, {"note": CLOSING}
)
CLOSE = Deed("head", "penalties:case-close", execution.close)
RETURN = Deed(
    "head", "penalties:case-return-closing", execution.return_closing, {"note": "没有写明履行情况"}
)


def submitted(walk):
    documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)


def spared(walk):
    walk.spare()


def may_be_spared(walk):
    walk.spare("L04", "初次违法，后果轻微，次日改正")


def waived_together(walk):
    may_be_spared(walk)
    discuss(walk, no_penalty=True)


def mitigated(walk):
    """Two lightening facts open 减轻."""
    walk.circumstance("次日主动报告，追回全部档案", factor="L09")
    walk.circumstance("主动供述尚未掌握的转包", factor="L11")


def drafted(walk):
    walk.draft_decision()


def weighed_anew(walk, **changes):
    """Another proposal takes the place of the last one, which nobody can change."""
    made = walk.case.assessment
    made.pk = None
    for name, value in changes.items():
        setattr(made, name, value)
    made.save(force_insert=True)
    walk.fresh()


def requires_discussion(walk):
    kept = walk.case.assessment.snapshot
    weighed_anew(walk, snapshot={**kept, "requires": ["集体讨论"], "tier_title": "从重"})


def grave(walk):
    requires_discussion(walk)
    submitted(walk)


def grave_and_discussed(walk):
    grave(walk)
    discuss(walk)


def handler_may_decide(walk):
    submitted(walk)
    walk.second.groups.add(*walk.head.groups.all())


def proposer_may_decide(walk):
    """Who proposed the case and named others to handle it."""
    submitted(walk)
    third = factories.make_officer("third", walk.bureau)
    walk.case.officers.filter(user=walk.second).update(user=third)
    type(walk.case).objects.filter(pk=walk.case.pk).update(proposed_by=walk.second)
    walk.second.groups.add(*walk.head.groups.all())


def reviewer_may_decide(walk):
    submitted(walk)
    walk.reviewer.groups.add(*walk.head.groups.all())


def speaks_late(walk):
    submitted(walk)
    walk.enter("statement", text="补充意见")


def heavier(walk):
    weighed_anew(walk, fine=47_001)
    submitted(walk)


def another_figure(walk):
    submitted(walk)
    weighed_anew(walk, fine=46_000)


def unconfirmed(walk):
    submitted(walk)
    type(walk.bureau).objects.filter(pk=walk.bureau.pk).update(identity_confirmed_on=None)


def without(field):
    return lambda walk: type(walk.firm).objects.filter(pk=walk.firm.pk).update(**{field: ""})


def refuted(walk):
    walk.refute()


def statement_open(walk):
    refuted(walk)
    walk.enter("statement", text="补充意见")


def statement_answered(walk):
    refuted(walk)
    walk.answer(walk.enter("statement", text="补充意见"))


def handler_may_end(walk):
    refuted(walk)
    walk.second.groups.add(*walk.head.groups.all())


def reviewer_may_end(walk):
    refuted(walk)
    walk.reviewer.groups.add(*walk.head.groups.all())


def paid(walk):
    execution.record_payment(
        walk.fresh(),
        actor=walk.officer,
        on=walk.day,
        amount=47_000,
        paid_on=walk.day,
        receipt="票1",
    )


def partly_paid(walk):
    execution.record_payment(
        walk.fresh(), actor=walk.officer, on=walk.day, amount=46_999, paid_on=walk.day,
        receipt="票1",
    )  # fmt: skip


def delivered(walk):
    walk.deliver(walk.paper, walk.day)


def closing_proposed(walk):
    paid(walk)
    execution.propose_closing(walk.fresh(), actor=walk.officer, on=walk.day, note=CLOSING)


def proposed_but_money_returned(walk):
    """The receipt proved false after the closing was proposed."""
    closing_proposed(walk)
    walk.case.payments.update(amount=46_000)


def handler_may_close(walk):
    closing_proposed(walk)
    walk.second.groups.add(*walk.head.groups.all())


RAISED = f"不能因陈述、申辩加重.*{PENALTY}第四十四条、第四十五条第二款"

# fmt: off
ROWS = [
    Row("discussed before there was a proposal", "讨论日期.*第五十七条第二款", "review", DISCUSS,
        wrong={"held_on": lambda walk: walk.case.assessment.made_on - timedelta(1)},
        right={"held_on": lambda walk: walk.case.assessment.made_on}),
    Row("discussed tomorrow", "讨论日期.*第五十七条第二款", "review", DISCUSS,
        wrong={"held_on": lambda walk: walk.day + timedelta(1)}),
    Row("discussed by one alone", "至少两人.*第五十七条第二款", "review", DISCUSS,
        wrong={"members": BOTH[:1]}),
    Row("discussed by less than half", "超过应到人数的一半.*第五十七条第二款", "review", DISCUSS,
        wrong={"expected": 4}),
    Row("minutes that nobody has signed", "签名的讨论记录.*第五十七条第二款", "review", DISCUSS,
        wrong={"files": []}, closed=True),
    Row("an empty record of the discussion", "请写明讨论记录.*第五十七条第二款", "review", DISCUSS,
        wrong={"record": " "}, closed=True),

    *(Row(f"a decision on a party without its {field}",
        f"没有登记.*{PENALTY}第五十九条第一款第一项",
          "review", DRAFT, without(field))
      for field in ("address", "credit_code", "legal_representative")),
    Row("a decision drafted twice", "已有决定书.*第二十九条", "review", DRAFT, drafted),
    Row("a decision drafted by who does not handle the case", LICENSED, "review", DRAFT, stranger,
        by="stranger"),
    Row("a decision drafted before the review", "现在的状态是“法制审核”.*第五十八条",
        "submit_review", DRAFT, mend=lambda walk: walk.give_review()),
    Row("a decision drafted before the party was heard", "现在的状态是.*第五十八条", "notify",
        DRAFT, mend=lambda walk: walk.review()),

    Row("decided without the discussion", "应当经机关负责人集体讨论.*第五十七条第二款", "review",
        SIGN,
        grave, grave_and_discussed),
    Row("decided by its handler", "承办人员，不能作出处罚决定.*第五十七条", "review", SIGN,
        handler_may_decide, submitted, by="second"),
    Row("decided by who proposed it", "承办人员，不能作出处罚决定.*第五十七条", "review", SIGN,
        proposer_may_decide, submitted, by="second"),
    Row("decided by its reviewer", "法制审核，不能再作出处罚决定.*第五十八条", "review", SIGN,
        reviewer_may_decide, submitted, by="reviewer"),
    Row("decided over a late statement", "不能作出处罚决定.*第五十八条、第六十二条", "review",
        SIGN, speaks_late,
        submitted),
    Row("decided above the figure that was told", RAISED, "review", SIGN, heavier, submitted),
    Row("decided at another figure than drafted", "与案件现在的记录不一致.*第四十条", "review",
        SIGN,
        another_figure, submitted),
    Row("decided while a crime is suspected", "不得以罚代刑.*第二十七条", "review", SIGN,
        then(submitted, determined_of_case(crime="crime")), submitted),
    Row("decided over private archives as it proved", r"不支持本案.*第四十八条第（一）项", "review",
        SIGN, then(submitted, determined_of_case(state_owned="no")), submitted),
    Row("decided outside the district as it proved", "第二十二条", "review", SIGN,
        then(submitted, determined_of_case(in_jurisdiction="no")), submitted),
    Row("decided in the name of nobody", "还没有确认.*第五十九条", "review", SIGN, unconfirmed,
        submitted),
    Row("decided before it was drafted", "不能早于", "review", SIGN, submitted, submitted,
        {"on": lambda walk: walk.day - timedelta(1)}),

    Row("ended over an unanswered statement", "还没有复核和答复.*第四十五条", "review", END,
        statement_open, statement_answered),
    Row("ended by its handler", "承办人员，不能作出处罚决定.*第五十七条", "review", END,
        handler_may_end, refuted, by="second"),
    Row("ended by its reviewer", "法制审核，不能再作出处罚决定.*第五十八条", "review", END,
        reviewer_may_end, refuted, by="reviewer"),
    Row("no penalty without a word of education", "教育情况.*第三十三条第三款", "investigate",
        SLIGHT, spared, spared, wrong={"education": " "}),
    Row("no penalty without a fact that allows it", "还没有登记可以不予处罚的情节.*第三十三条",
        "investigate", SLIGHT, mend=spared),
    Row("waived by one alone where the heads decide together",
        "由机关负责人集体讨论决定.*第三十三条第一款、第五十七条第二款", "investigate", SLIGHT,
        may_be_spared, waived_together),
    Row("discussed where the law leaves no choice", "应当不予处罚.*第三十三条", "investigate",
        DISCUSS_WAIVER, spared, may_be_spared),
    Row("a warning alone without a ground to mitigate", "没有查明可以减轻的法定情节.*第三十二条",
        "investigate", WARN, mend=mitigated, closed=True),
    Row("a warning alone beside a fine", "只给予警告的，不并处罚款.*第三十二条", "investigate",
        WARN, mitigated, mitigated, {"fine": 1_000}),
    Row("ended on a ground that the law does not know", "结束案件的理由.*第五十七条", "review", END,
        refuted, refuted, {"outcome": "penalised"}, closed=True),
    Row("ended as not established with everything proved",
        f"都已查明具备.*{PENALTY}第四十条、第五十七条第一款第三项", "review", END, mend=refuted),

    Row("paid more than is owed", "不超过这个数.*第六十七条", "serve", PAY,
        wrong={"amount": 47_001}),
    Row("paid before it was decided", "缴款日期.*第六十七条", "serve", PAY,
        wrong={"paid_on": lambda walk: walk.day - timedelta(1)}),
    Row("one receipt for two payments", "票据已经登记过.*第六十七条", "serve", PAY.but(
        facts=lambda walk: {"amount": 1, "paid_on": walk.day, "receipt": "票1"}),
        partly_paid, right={"receipt": "票2"}),
    Row("closed before the decision was delivered", "还没有送达，不能结案.*第六十一条", "decide",
        PROPOSE, paid, then(paid, delivered)),
    Row("closed with a yuan unpaid", "没有缴纳，不能结案.*第六十六条、第六十七条", "serve", PROPOSE,
        partly_paid, paid),
    Row("closing proposed by who does not handle the case", LICENSED, "serve", PROPOSE,
        then(paid, stranger), paid, by="stranger"),
    Row("closed without a proposal", f"还没有提请结案.*{CHAPTER_FOUR}", "serve", CLOSE, paid,
        closing_proposed),
    Row("closed by its handler", f"承办人员，不能批准.*{CHAPTER_FOUR}", "serve", CLOSE,
        handler_may_close, closing_proposed, by="second"),
    Row("closed when the money proved unpaid", "没有缴纳，不能结案.*第六十六条", "serve", CLOSE,
        proposed_but_money_returned, closing_proposed),
    Row("returned without a proposal", f"还没有提请结案.*{CHAPTER_FOUR}", "serve", RETURN, paid,
        closing_proposed),
    Row("a closing returned by its handler", f"承办人员，不能批准.*{CHAPTER_FOUR}", "serve", RETURN,
        handler_may_close, closing_proposed, by="second"),
]
# fmt: on
