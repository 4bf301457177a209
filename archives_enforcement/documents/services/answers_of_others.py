"""登记办结: what a paper has asked for came in, or was done: reply, report, payment, 备案.

For the papers that stand by themselves; where a case or a check has an act of its own for it, that
act ends the clock.
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import answers_of_others, kinds, running
from archives_enforcement.documents.models import Answer, Document, PoliceDecision
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

FOLLOWED = {
    "D-P15": "D-P16",  # 当场收缴的罚款: 上交机关, 缴付银行
    "D-P19": "D-P20",  # 涉嫌犯罪: 移送公安机关, 公安机关审查立案
}
DECIDED = {
    PoliceDecision.OPENED: "D-P22",  # 移交涉案物品和材料
    PoliceDecision.NOT_OPENED: "D-P21",  # 提请复议或者检察监督
    # 转送, 补充材料: they have still to decide.
    PoliceDecision.OTHER: answers_of_others.POLICE_DECIDE,
}


def start_on_issue(document: Document, on: date) -> None:
    """What the issue of a paper sets running, for the length that the paper names, if it does."""
    kind = kinds.KINDS[document.kind]
    for code, field in kind.on_issue.items():
        named = running.named(document, field, on)
        deadlines.start(document, code, bureau=document.bureau, on=on, **named._asdict())


@act
def register_answer(
    document: Document, code: str, *, actor, on: date, note: str, decision: str = "",
    receiver: str = "", listed: str = "", unscanned: str = "", files=(),
) -> Document:  # fmt: skip
    """登记办结 of one clock on a paper; `note` says what came or was done, with its number.

    A fine handed in to the bureau (D-P15) starts the time to bank it (D-P16), a case that the
    police received (D-P19) their time to decide (D-P20), and what they decide, which `decision`
    says, the time to hand over the things (D-P22) or, where they open no case, to ask once more
    (D-P21); where they decide neither, they have their time anew. What is handed over names its
    `receiver` and what was `listed`; that and a written answer come with their scan (`files`), and
    so does the decision of the police, or it is said why their paper is not there (`unscanned`).
    Raises Refused for clocks that another act ends, where the decision of the police is not
    chosen, and where the proof is missing.
    """
    document = lock(document, actor)
    check_permission(actor, "documents.keep_record", "登记办结")
    backfilled = check_date(actor, on)
    if code not in kinds.KINDS[document.kind].answered:
        raise Refused("这个期限不在这里登记办结，请在有关事项中办理。")
    if not note.strip():
        raise Refused("请写明收到了什么、办了什么，有文号的写文号。")
    said, then = _follows(code, _noted(note, "" if files else unscanned), decision)
    if why := answers_of_others.why_not(code, receiver, listed, files, unscanned):
        raise Refused(why)
    if on < document.issued_on:
        raise Refused(f"日期不能早于文书签发的日期（{cn_date(document.issued_on)}）。")
    clock = deadlines.meet(document, code, on=on, note=said)
    if clock is None:
        raise Refused("这个期限没有在计算，可能已经办结，请刷新页面。")
    if then:
        deadlines.start(document, then, bureau=document.bureau, on=on)
    answer = Answer.objects.create(
        document=document, code=code, name=clock.name, note=said, receiver=receiver.strip(),
        listed=listed.strip(), answered_on=on, recorded_by=actor,
    )  # fmt: skip
    kept = attach(answer, files, purpose=clock.name, actor=actor, bureau=document.bureau)
    trail.record(
        document, "answer", f"登记办结：{clock.name}", actor=actor, on=on, note=said,
        backfilled=backfilled, details=_proof(answer, kept),
    )  # fmt: skip
    return document


def _noted(note: str, unscanned: str) -> str:
    """The note as it is kept, with the reason why no scan proves it."""
    why = unscanned.strip()
    return f"{note.strip()}（没有扫描件：{why}）" if why else note.strip()


def _proof(answer: Answer, kept) -> dict:
    """What the trail says of it beside the note."""
    said = {"receiver": answer.receiver, "listed": answer.listed}
    digests = {"sha256": [file.sha256 for file in kept]}
    return {name: value for name, value in (said | digests).items() if value}


def _follows(code: str, note: str, decision: str) -> tuple[str, str]:
    """The note as it is kept, and which time begins with what came; "" when none does."""
    if code != answers_of_others.POLICE_DECIDE:
        return note, FOLLOWED.get(code, "")
    if decision not in PoliceDecision.values:
        raise Refused(
            "请选择公安机关的决定：立案的，起算移交涉案物品、材料的期限；不予立案的，起算提请复议、建议检察"
            "监督的期限。依据：《行政执法机关移送涉嫌犯罪案件的规定》第八条、第九条、第十二条。"
        )
    return f"{PoliceDecision(decision).label}：{note}", DECIDED[decision]
