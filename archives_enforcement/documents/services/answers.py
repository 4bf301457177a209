"""登记办结: what a paper has asked for came in, or was done: reply, report, payment, 备案.

For the papers that stand by themselves; where a case or a check has an act of its own for it, that
act ends the clock.
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds, running
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

FOLLOWED = {
    "D-P15": "D-P16",  # 当场收缴的罚款: 上交机关, 缴付银行
    "D-P19": "D-P20",  # 涉嫌犯罪: 移送公安机关, 公安机关审查立案
}


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
    police received (D-P19) their time to decide (D-P20). Raises Refused for clocks that another
    act ends.
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
    if code in FOLLOWED:
        deadlines.start(document, FOLLOWED[code], bureau=document.bureau, on=on)
    trail.record(
        document, "answer", f"登记办结：{clock.name}", actor=actor, on=on, note=note.strip(),
        backfilled=backfilled,
    )  # fmt: skip
    return document
