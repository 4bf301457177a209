"""移送公安机关: what they decide comes with their paper, what they take with their receipt."""

from archives_enforcement.documents import services as documents
from penalties.queries import papers
from tests.documents.delivering import HANDED, hand_over, scan
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.drifting_ends import referred
from tests.unlawful.papers import reported, suspected

REFERRAL = "《行政执法机关移送涉嫌犯罪案件的规定》"
POLICE = Deed(
    "officer", "documents:document-answer", documents.register_answer,
    {"code": "D-P20", "note": "1号通知书", "decision": "opened", "files": [scan]},
    on=lambda walk: papers.latest(walk.case, "crime_referral"),
)  # fmt: skip
THINGS = POLICE.but(facts={"code": "D-P22", "note": "已移交。", "files": [scan], **HANDED})


def handed_over(walk):
    suspected(walk)
    reported(walk)
    hand_over(referred(walk), walk.officer, walk.day)


def opened(walk):
    handed_over(walk)
    POLICE.do(walk, walk.officer, {})


# fmt: off
ROWS = [
    Row("what the police decided without their paper", f"通知书的扫描件.*{REFERRAL}第八条", "file",
        POLICE, handed_over, handed_over, {"files": []}),
    Row("things handed to the police without a receipt", f"回执的扫描件.*{REFERRAL}第十二条",
        "file", THINGS, opened, opened, {"files": []}),
    Row("things handed to the police without a list", f"移交清单.*{REFERRAL}第十二条", "file",
        THINGS, opened, opened, {"listed": " "}),
]
# fmt: on
