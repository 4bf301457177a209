"""信用修复: when the publicity of a penalty may end before its longest time."""

from datetime import date, timedelta

from archives_enforcement.templatetags.formats import cn_date
from penalties.closing_guards import unpaid
from penalties.models import Case
from publicity.models import Notice
from publicity.queries import notices as queries


def may_be_repaired(notice: Notice) -> bool:
    """Only credit information that is public now."""
    public = notice.state == Notice.State.PUBLISHED and notice.repaired_on is None
    return public and notice.credit_class in queries.PERIODS


def refusal(notice: Notice, on: date) -> str | None:
    return _shortest_time_over(notice, on) or _duty_performed(notice)


def _shortest_time_over(notice: Notice, on: date) -> str | None:
    """一般 and 严重 are public for their shortest time, whatever the party has done since."""
    last = queries.shortest(notice.credit_class, notice.decided_on)
    if last is None or on > last:
        return None
    return (
        f"最短公示期到{cn_date(last)}才满，{cn_date(last + timedelta(1))}起才可以登记信用修复。"
        f"{queries.credit_source(notice.decided_on)}。"
    )


def _duty_performed(notice: Notice) -> str | None:
    """轻微 is repaired as soon as the party has done what the decision asks of it."""
    case = notice.document.subject
    if notice.credit_class != Notice.CreditClass.MINOR or not isinstance(case, Case):
        return None
    left = unpaid(case)
    if left <= 0:
        return None
    return (
        f"罚没款还有 {left:,} 元没有缴纳，当事人还没有履行义务，不能登记信用修复。"
        f"{queries.credit_source(notice.decided_on)}。"
    )
