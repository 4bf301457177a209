"""当场处罚: where the law leaves room for it, and within which limits."""

from penalties.models import FineClause
from penalties.services import execution, on_the_spot
from tests.penalties.case_facts import CLOSING
from tests.penalties.spot import TOLD
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.filing import (
    determined_of_case,
    just_in_time,
    licence_ended,
    older,
    outside_the_district,
)
from tests.unlawful.investigating import LICENSED, stranger, then

BEGIN = Deed("officer", "penalties:spot-begin", on_the_spot.begin)
DRAFT = Deed(
    "officer", "penalties:spot-decision", on_the_spot.draft, lambda walk: {"fine": 1_000, **TOLD}
)
REPORT = Deed("officer", "penalties:spot-report", on_the_spot.report, {"note": "登记第1号"})
LEAVE = Deed("officer", "penalties:spot-leave", on_the_spot.leave, {"note": "情况复杂"})
PROPOSE = Deed(
    "officer", "penalties:case-propose-closing", execution.propose_closing, {"note": CLOSING}
)


def clause(**values):
    return lambda walk: FineClause.objects.filter(pk=walk.case.clause_id).update(**values)


def evidence_excluded(walk):
    walk.case.evidence.update(excluded_on=walk.day)


def element_missing(walk):
    walk.establish(("met", "met", "missing"))


def small_clause(walk):
    FineClause.objects.filter(pk=walk.case.clause_id).update(minimum=50)


def paid_unreported(walk):
    walk.deliver(walk.decide_there(), walk.day)
    walk.pay()


def paid_and_reported(walk):
    paid_unreported(walk)
    walk.report()


def decided(walk):
    walk.decide_there()


def decided_and_reported(walk):
    decided(walk)
    walk.report()


# fmt: off
ROWS = [
    Row("on the spot where gains are confiscated", "没收违法所得.*第五十一条", "chosen", BEGIN,
        clause(kinds=["警告", "罚款", "没收违法所得"])),
    Row("on the spot where the least fine is 3,001", "超过当场处罚的限额.*第五十一条", "chosen",
        BEGIN,
        clause(minimum=3_001, maximum=9_000), clause(minimum=3_000, maximum=9_000)),
    Row("on the spot with one certificate", "不足两人.*第四十二条", "chosen", BEGIN,
        licence_ended("2024-08-14"), licence_ended("2024-08-15")),
    Row("on the spot outside the district", "第二十二条", "chosen", BEGIN, outside_the_district),
    Row("on the spot after the limitation", "超过追责期限.*第三十六条", "chosen", BEGIN, older,
        just_in_time),
    Row("on the spot while a crime is suspected", "不得以罚代刑.*第二十七条", "chosen", BEGIN,
        determined_of_case(crime="crime")),
    Row("on the spot by who does not handle the case", LICENSED, "chosen", BEGIN, stranger,
        by="stranger"),

    Row("3,001 yuan on the spot", "限额 3,000 元.*第五十一条", "spot", DRAFT,
        clause(maximum=9_000), clause(maximum=9_000), {"fine": 3_001}, {"fine": 3_000}),
    Row("201 yuan of a citizen on the spot", "限额 200 元.*第五十一条", "spot_citizen", DRAFT,
        wrong={"fine": 201}, right={"fine": 200}),
    Row("less than the clause on the spot", "法定幅度 500 元.*第四条、第五十一条", "spot", DRAFT,
        wrong={"fine": 499}, right={"fine": 500}),
    Row("a fine where the clause only warns", "没有规定罚款.*第四条", "spot", DRAFT,
        clause(kinds=["警告"]), clause(kinds=["警告"]), {"fine": 100}, {"fine": 0}),
    Row("on the spot before the rights were told", "第四十四条、第五十二条", "spot", DRAFT,
        wrong={"told": False}),
    Row("on the spot without evidence", "没有可以采用的证据.*第四十条", "spot", DRAFT,
        evidence_excluded),
    Row("on the spot with an element missing", "不能处以罚款.*第四十九条", "spot", DRAFT,
        element_missing),
    Row("101 yuan taken as small", "第六十八条第一项", "spot", DRAFT, small_clause, small_clause,
        {"fine": 101, "collection": "small"}, {"fine": 100, "collection": "small"}),
    Row("taken as hard to collect, without a reason", "第六十八条第二项", "spot", DRAFT,
        wrong={"collection": "hard"}, right={"collection": "hard", "because": "当日离境"}),
    Row("taken as remote, without a reason", "第六十九条", "spot", DRAFT,
        wrong={"collection": "remote"}, right={"collection": "remote", "because": "海岛"}),
    Row("two decisions on the spot", "已有当场处罚决定书.*第二十九条", "spot", DRAFT,
        lambda walk: walk.draft()),
    Row("left with its decision drafted", "已经起草，请先作废.*第五十一条", "spot", LEAVE,
        lambda walk: walk.draft()),
    Row("reported twice", "备案一次.*第五十二条第三款", "spot", REPORT, decided_and_reported,
        decided),
    Row("closed before it was reported", "报所属行政机关备案，不能结案.*第五十二条第三款", "spot",
        PROPOSE, paid_unreported, paid_and_reported),
    Row("reported by who does not handle the case", LICENSED, "spot", REPORT,
        then(decided, stranger), decided, by="stranger"),
]
# fmt: on
