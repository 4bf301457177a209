"""结束案件: no penalty, a warning alone, nothing established; by whom and on which ground."""

from functools import partial

from penalties.services import discretion, discussions, execution
from tests.penalties.case_facts import CORRECTION
from tests.penalties.discussing import discuss
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.deciding import DISCUSS
from tests.unlawful.filing import PENALTY

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


# fmt: off
ROWS = [
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
        "investigate", WARN, lambda walk: walk.adopt(), mitigated, closed=True),
    Row("a warning alone beside a fine", "只给予警告的，不并处罚款.*第三十二条", "investigate",
        WARN, mitigated, mitigated, {"fine": 1_000}),
    Row("ended on a ground that the law does not know", "结束案件的理由.*第五十七条", "review", END,
        refuted, refuted, {"outcome": "penalised"}, closed=True),
    Row("ended as not established with everything proved",
        f"都已查明具备.*{PENALTY}第四十条、第五十七条第一款第三项", "review", END, mend=refuted),
]
# fmt: on
