"""登记办结: what a paper has asked for came in, or was done: reply, report, payment, 备案.

For the papers that stand by themselves; where a case or a check has an act of its own for it, that
act ends the clock.
"""

import re
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds, running
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

FOLLOWED = {
    "D-P15": "D-P16",  # 当场收缴的罚款: 上交机关, 缴付银行
    "D-P19": "D-P20",  # 涉嫌犯罪: 移送公安机关, 公安机关审查立案
    "D-P20": "D-P22",  # 公安机关立案: 移交涉案物品和材料
}
POLICE_DECISION, ASKED_AGAIN = "D-P20", "D-P21"  # 公安机关不立案: 提请复议或者检察监督
NOT_OPENED = re.compile(r"不(?:予)?立案")


def start_on_issue(document: Document, on: date) -> None:
    """What the issue of a paper sets running, for the length that the paper names, if it does."""
    kind = kinds.KINDS[document.kind]
    for code, field in kind.on_issue.items():
        named = running.named(document, field, on)
        deadlines.start(document, code, bureau=document.bureau, on=on, **named._asdict())


@act
def register_answer(document: Document, code: str, *, actor, on: date, note: str) -> Document:
    """登记办结 of one clock on a paper; `note` says what came or was done, with its number.

    A fine handed in to the bureau (D-P15) starts the time to bank it (D-P16), a case that the
    police received (D-P19) their time to decide (D-P20), and what they decide the time to hand
    over the things (D-P22) or, where they open no case, to ask once more (D-P21). Raises Refused
    for clocks that another act ends.
    """
    document = lock(document, actor)
    check_permission(actor, "documents.keep_record", "登记办结")
    backfilled = check_date(actor, on)
    if code not in kinds.KINDS[document.kind].answered:
        raise Refused("这个期限不在这里登记办结，请在有关事项中办理。")
    if not note.strip():
        raise Refused("请写明收到了什么、办了什么，有文号的写文号。")
    clock = deadlines.meet(document, code, on=on, note=note.strip())
    if clock is None:
        raise Refused("这个期限没有在计算，可能已经办结，请刷新页面。")
    if then := _then(code, note):
        deadlines.start(document, then, bureau=document.bureau, on=on)
    trail.record(
        document, "answer", f"登记办结：{clock.name}", actor=actor, on=on, note=note.strip(),
        backfilled=backfilled,
    )  # fmt: skip
    return document


def _then(code: str, note: str) -> str:
    """Which time begins with what came; "" when none does."""
    if code == POLICE_DECISION and NOT_OPENED.search(note):
        return ASKED_AGAIN
    return FOLLOWED.get(code, "")
