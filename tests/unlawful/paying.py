"""缴款、结案: what is owed is paid, and another than who handled the case closes it."""

from datetime import timedelta

from penalties.services import challenges, execution, refunds
from tests.penalties.case_facts import CLOSING
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.investigating import LICENSED, stranger, then

CHAPTER_FOUR = "《档案行政处罚程序规定》第四章"
UNDUE = "国家赔偿法》第三十六条第一项"
PAY = Deed(
    "officer", "penalties:payment-add", execution.record_payment,
    lambda walk: {"amount": 47_000, "paid_on": walk.day, "receipt": "票1"},
)  # fmt: skip
PROPOSE = Deed(
    "officer", "penalties:case-propose-closing", execution.propose_closing, {"note": CLOSING}
)
REFUND = Deed(
    "officer", "penalties:refund-add", refunds.record,
    lambda walk: {"amount": 27_000, "returned_on": walk.day, "voucher": "退1"},
)  # fmt: skip
CLOSE = Deed("head", "penalties:case-close", execution.close)
RETURN = Deed(
    "head", "penalties:case-return-closing", execution.return_closing, {"note": "没有写明履行情况"}
)


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


def reduced(walk, paid_before=True):
    """复议 has brought the fine down to 20,000 yuan."""
    if paid_before:
        paid(walk)
    made = challenges.enter(
        walk.fresh(), actor=walk.officer, on=walk.day, kind="review", body="示例区人民政府",
        filed_on=walk.day, received_on=walk.day,
    )  # fmt: skip
    challenges.conclude(
        made, actor=walk.officer, on=walk.day, result="changed", ended_on=walk.day, fine=20_000,
        note="复议决定书〔2024〕1号",
    )  # fmt: skip


def returned(walk):
    reduced(walk)
    REFUND.do(walk, walk.officer, {})


def paid_after_it_was_reduced(walk):
    reduced(walk, paid_before=False)
    PAY.do(walk, walk.officer, {"amount": 20_000})


# fmt: off
ROWS = [
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
    Row("closed while the party has paid what is not owed", f"多缴了 27,000 元.*{UNDUE}", "serve",
        PROPOSE, reduced, returned),
    Row("more returned than was paid too much", f"应当退还 27,000 元.*{UNDUE}", "serve", REFUND,
        reduced, reduced, {"amount": 27_001}),
    Row("money returned that is owed", f"没有多缴.*{UNDUE}", "serve", REFUND,
        paid_after_it_was_reduced, reduced),
    Row("returned before it was decided", f"退还日期.*{UNDUE}", "serve", REFUND, reduced, reduced,
        {"returned_on": lambda walk: walk.day - timedelta(1)}),
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
