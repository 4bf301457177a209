"""一事不再罚: a fine for the same act, whoever imposed it (第二十九条)."""

from datetime import date

from penalties.services import earlier_fines
from tests.penalties.case_facts import make_scan
from tests.unlawful.attempts import Deed, Row
from tests.unlawful.ending import END
from tests.unlawful.filing import PENALTY
from tests.unlawful.investigating import FIX, weighed_before

ARTICLE = f"{PENALTY}第二十九条"
THEIRS = {
    "authority": "示例区文物局", "number": "示文罚决〔2024〕3号", "decided_on": date(2024, 8, 1),
    "amount": 30_000, "reason": "同一批档案的同一次丢失", "same_act": True,
}  # fmt: skip
RECORD = Deed(
    "officer", "penalties:earlier-fine-add", earlier_fines.record,
    lambda walk: {**THEIRS, "files": [make_scan]},
    typed=lambda walk, facts: {**facts, "same_act": "yes" if facts["same_act"] else "no"},
)  # fmt: skip
ENDED = END.but(facts={"outcome": "fined", "note": "已受罚款"})


def fined(*, same, **by):
    def do(walk):
        RECORD.do(walk, walk.officer, {"same_act": same, **by})
        weighed_before(walk)

    return do


# fmt: off
ROWS = [
    Row("fined a second time for one act", f"不得再给予罚款.*{ARTICLE}", "investigate", FIX,
        fined(same=True), fined(same=False)),
    Row("fined after a court has", f"不再给予罚款.*{PENALTY}第三十五条第二款", "investigate", FIX,
        fined(same=True, authority="示例区人民法院"), fined(same=False)),
    Row("ended as fined before without such a fine", f"没有登记同一个违法行为已受的罚款.*{ARTICLE}",
        "investigate", ENDED, fined(same=False), fined(same=True)),
    Row("another body's fine without its decision", f"处罚决定书的扫描件.*{ARTICLE}",
        "investigate", RECORD, wrong={"files": []}),
    Row("one decision entered twice", f"已经登记过.*{ARTICLE}", "investigate", RECORD,
        fined(same=False)),
]
# fmt: on
