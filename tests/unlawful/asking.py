"""What parties ask for, and what comes back from a review or a court: nothing out of its order."""

from penalties.services import challenges, payment_requests, recusals, review_opinions
from tests.penalties.case_facts import make_scan
from tests.unlawful.attempts import Deed, Row

LATER = "第六十六条第二款"
ASKED = {"kind": "parts", "hardship": "连续亏损。", "plan": "分三期。"}

ASK = Deed("contact", "penalties:portal-payment", payment_requests.make, ASKED)
ENTER = Deed(
    "clerk", "penalties:payment-request", payment_requests.enter, {**ASKED, "files": [make_scan]}
)
RECUSE = Deed(
    "contact", "penalties:portal-recusal", recusals.apply,
    lambda walk: {"person": walk.second, "reason": "是竞争对手的近亲属"},
)  # fmt: skip
CHALLENGE = Deed(
    "officer", "penalties:challenge-add", challenges.enter,
    lambda walk: {"kind": "review", "body": "示例区人民政府", "filed_on": walk.day,
                  "received_on": walk.day, "accepted_on": walk.day},
)  # fmt: skip
OPINION = Deed(
    "officer", "penalties:review-opinion", review_opinions.receive,
    lambda walk: {"received_on": walk.day, "opinion": "改正送达程序"},
)  # fmt: skip
REPORT = Deed(
    "officer", "penalties:correction-report", review_opinions.report,
    lambda walk: {"reported_on": walk.day, "text": "已重新送达"},
)  # fmt: skip


def delivered(walk):
    walk.deliver(walk.paper, walk.day)


def asked_before(walk):
    payment_requests.enter(
        walk.fresh(), actor=walk.clerk, on=walk.day, **ASKED, files=[make_scan()]
    )


def reviewed(walk):
    CHALLENGE.do(walk, walk.officer, {})


def with_opinion(walk):
    reviewed(walk)
    OPINION.do(walk, walk.officer, {})


# fmt: off
ROWS = [
    Row("time to pay asked for before there is anything to pay", f"还没有送达.*{LATER}", "decide",
        ASK, mend=delivered),
    Row("time to pay asked for twice", f"已有一份申请正在办理.*{LATER}", "serve", ENTER,
        asked_before),
    Row("an application entered without its paper", f"扫描件.*{LATER}", "serve", ENTER,
        wrong={"files": []}, closed=True),
    Row("recusal asked for of who has no part", "没有参与本案.*第四十三条", "notify", RECUSE,
        wrong={"person": lambda walk: walk.clerk}, closed=True),
    Row("a suit taken up by a review body", "受理日期只在行政复议时填写.*第三十条", "serve",
        CHALLENGE, wrong={"kind": "suit"}),
    Row("an opinion without a review", "没有可以登记意见书.*第七十六条", "serve", OPINION,
        mend=reviewed),
    Row("a report on no opinion", "没有等待报告.*第七十六条", "serve", REPORT, reviewed,
        with_opinion),
]
# fmt: on
