"""复议、诉讼、赔偿、调解: registered, answered in time, ended with what follows."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from penalties.models import Case
from supervision import remedy_effects
from supervision.models import Remedy
from supervision.queries.remedies import clock_code
from supervision.workflow import KEEP, REMEDY_FLOW

K, O = Remedy.Kind, Remedy.Outcome  # noqa: E741


@act
def register(
    *, actor, on: date, kind: str, received_on: date, paper: Document | None = None, uploads=(),
    **facts,
) -> Remedy:  # fmt: skip
    """登记 what came in; the bureau's time to answer runs from that day.

    `facts` are applicant, body, number, claims, simple, case and inspection. Raises Refused for a
    paper or record of another bureau, for one registered already, and for a day to come.
    """
    check_permission(actor, KEEP, "登记复议、诉讼、赔偿和调解")
    backfilled = check_date(actor, on)
    if received_on > on:
        raise Refused("收到日期不能晚于登记日期。")
    for record in filter(None, (paper, facts.get("case"), facts.get("inspection"))):
        if record.bureau_id != actor.bureau_id:
            raise Refused("只能选择本机关的文书、案件和检查。")
    if kind in Remedy.ANSWERED_KINDS and _kept_on_the_case(facts.get("case"), paper):
        raise Refused(
            "不服处罚决定的复议、诉讼在案件页面“登记复议、诉讼”办理（加处罚款、申请强制执行的期限由此"
            "计算），这里会列出，不用再登记。"
        )
    if paper and paper.issued_on and received_on < paper.issued_on:
        raise Refused("收到日期不能早于所涉文书的签发日期，请核对。")
    number, rows = facts["number"].strip(), Remedy.objects.filter(bureau=actor.bureau, kind=kind)
    if number and rows.filter(number=number).exists():
        raise Refused(f"{number}已经登记过，请在列表里查找。")
    answers = kind in Remedy.ANSWERED_KINDS
    remedy = Remedy.objects.create(
        bureau=actor.bureau, kind=kind, received_on=received_on, paper=paper, registered_by=actor,
        state=Remedy.State.OPEN if answers else Remedy.State.PENDING, **facts,
    )  # fmt: skip
    files.attach(remedy, uploads, purpose="收到的材料", actor=actor, bureau=remedy.bureau)
    if code := clock_code(remedy):
        deadlines.start(remedy, code, bureau=remedy.bureau, on=received_on)
    trail.record(
        remedy, "register_remedy", f"登记{remedy.get_kind_display()}", actor=actor, on=on,
        backfilled=backfilled,
    )  # fmt: skip
    return remedy


def _kept_on_the_case(case: Case | None, paper: Document | None) -> bool:
    """What the party brings against the decision itself has its own acts and terms there."""
    decided = Case.objects.filter(decision__isnull=False)
    if case is not None:
        return decided.filter(pk=case.pk).exists()
    return paper is not None and decided.filter(decision__document=paper).exists()


@act
def answer(remedy: Remedy, *, actor, on: date, uploads=()) -> Remedy:
    """登记已答复 (答辩): the paper is issued and was handed in with its evidence."""
    remedy = REMEDY_FLOW.advance(
        remedy, "answer", actor=actor, on=on, write=lambda row: {"answered_on": on}
    )
    files.attach(remedy, uploads, purpose="答复材料", actor=actor, bureau=remedy.bureau)
    deadlines.meet(remedy, clock_code(remedy), on=on, note="已答复")
    return remedy


@act
def conclude(
    remedy: Remedy, *, actor, on: date, outcome: str, decision: str, decision_number: str,
    amount: int | None = None, uploads=(),
) -> Remedy:  # fmt: skip
    """登记结果; what was published of a decision that is undone has to be withdrawn.

    Raises Refused for an outcome that the kind does not know and for one without its words.
    """
    if outcome not in Remedy.OUTCOMES[remedy.kind]:
        raise Refused(f"{remedy.get_kind_display()}没有这种结果，请重新选择。")
    if not decision.strip():
        raise Refused("请写明结果的内容。")
    if outcome == O.PAID and not amount:
        raise Refused("决定赔偿的，请填写赔偿金额。")
    facts = {
        "outcome": outcome, "decision": decision.strip(), "amount": amount, "concluded_on": on,
        "decision_number": decision_number.strip(),
    }  # fmt: skip
    remedy = REMEDY_FLOW.advance(remedy, "conclude", actor=actor, on=on, write=lambda row: facts)
    files.attach(remedy, uploads, purpose="结果文书", actor=actor, bureau=remedy.bureau)
    if code := clock_code(remedy):
        deadlines.cancel(remedy, code, on=on, reason=remedy.get_outcome_display())
    remedy_effects.concluded(remedy, actor=actor, on=on)
    return remedy
