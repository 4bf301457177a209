"""登记已受罚款: a fine that the party has had, and whether it was for the act of this case."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused, act
from penalties.models import Case, Decision, EarlierFine
from penalties.queries import earlier_fines
from penalties.second_fine_guards import ARTICLE
from penalties.services.handling import open_for, stated

S = Case.State
RECORDED_IN = (
    S.PENDING, S.ON_THE_SPOT, S.INVESTIGATING, S.INVESTIGATED, S.PROPOSED, *Case.TO_BE_HEARD,
)  # fmt: skip
LABEL = "登记已受罚款"


@act
def record(
    case: Case,
    *,
    actor,
    on: date,
    same_act: bool,
    reason: str,
    decision: Decision | None = None,
    authority: str = "",
    number: str = "",
    decided_on: date | None = None,
    amount: int | None = None,
    files=(),
) -> EarlierFine:
    """登记已受罚款 of this bureau (`decision`), or of another body with the scan of its decision.

    `same_act` says whether it was for the act of this case, `reason` why.
    """
    case, backfilled = open_for(case, RECORDED_IN, LABEL, actor=actor, on=on)
    if decision is not None:
        facts = _of_ours(case, decision)
    else:
        facts = _of_another(authority, number, decided_on, amount, files, on)
    if case.earlier_fines.filter(number=facts["number"]).exists():
        raise Refused(f"这份决定已经登记过，请刷新页面后再看。{ARTICLE}。")
    made = EarlierFine.objects.create(
        case=case, same_act=same_act, recorded_by=actor, recorded_on=on,
        reason=stated(reason, f"是不是同一个违法行为的理由（{ARTICLE}）"), **facts,
    )  # fmt: skip
    attach(made, files, purpose="已受罚款的决定书", actor=actor, bureau=case.bureau)
    details = {"number": made.number, "same_act": same_act, "amount": made.amount}
    trail.record(
        case, "record_earlier_fine", LABEL, actor=actor, on=on, backfilled=backfilled,
        note=made.reason, details=details,
    )  # fmt: skip
    return made


def _of_ours(case: Case, decision: Decision) -> dict:
    found = earlier_fines.standing_decisions(case).filter(pk=decision.pk).first()
    if found is None:
        raise Refused(f"请选择本机关对当事人在本案违法行为终了以后作出的罚款决定。{ARTICLE}。")
    return {
        "decision": found, "authority": str(case.bureau), "number": found.document.number,
        "decided_on": found.decided_on, "amount": found.assessment.fine,
    }  # fmt: skip


def _of_another(authority, number, decided_on, amount, files, on: date) -> dict:
    if not (decided_on and decided_on <= on and amount):
        raise Refused(f"请填写其他机关作出决定的日期（不晚于今天）和罚款的金额。{ARTICLE}。")
    if not files:
        raise Refused(f"请附上其他机关处罚决定书的扫描件。{ARTICLE}。")
    return {
        "authority": stated(authority, "作出处罚的机关"), "number": stated(number, "决定书文号"),
        "decided_on": decided_on, "amount": amount,
    }  # fmt: skip
