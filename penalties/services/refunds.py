"""退还: money that a decision of 复议 or of a court has made undue goes back to the party."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workflow import Refused, act
from penalties.models import Case, Refund
from penalties.queries import enforcing
from penalties.services.handling import open_for, stated

BASIS = "依据：《中华人民共和国国家赔偿法》第三十六条第一项。"
AFTER = (Case.State.DECIDED, Case.State.CLOSED)


@act
def record(
    case: Case, *, actor, on: date, amount: int, returned_on: date, voucher: str, files=()
) -> Refund:
    """登记退还 by its voucher, with the scan; `amount` in yuan, never more than was overpaid."""
    case, backfilled = open_for(case, AFTER, "登记退还", actor=actor, on=on)
    left = enforcing.overpaid(case)
    if not left:
        raise Refused(f"当事人没有多缴的罚没款，不用退还。{BASIS}")
    if not case.decision.decided_on <= returned_on <= on:
        raise Refused(f"退还日期应当在作出决定之后、今天以前。{BASIS}")
    if not 0 < amount <= left:
        raise Refused(f"应当退还 {left:,} 元，登记的金额应当大于 0、不超过这个数。{BASIS}")
    voucher = stated(voucher, "退付凭证号码")
    if case.refunds.filter(voucher=voucher).exists():
        raise Refused(f"这张退付凭证已经登记过，请核对号码。{BASIS}")
    refund = Refund.objects.create(
        case=case, amount=amount, returned_on=returned_on, voucher=voucher, recorded_by=actor
    )
    attach(refund, files, purpose="退付凭证", actor=actor, bureau=case.bureau)
    details = {"amount": amount, "voucher": voucher}
    trail.record(
        case, "refund", "登记退还", actor=actor, on=on, backfilled=backfilled, details=details
    )
    return refund
