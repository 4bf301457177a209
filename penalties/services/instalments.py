"""延期、分期缴纳: the notice moves the last day to pay (行政处罚法第六十六条第二款)."""

import re
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Case, Deferral
from penalties.queries import deferring, owing, papers
from penalties.queries.law import PENALTY_LAW
from penalties.services import payment_requests

SUM = re.compile(r"([0-9][0-9,，]*) ?元")
BASIS = f"依据：{PENALTY_LAW}第六十六条第二款。"
APPROVAL = "instalment_approval"


def granted(document: Document, *, actor, on: date) -> None:
    """The head has signed: the time to pay ends with the last day that the schedule names.

    A refusal leaves it as it is. Raises Refused where no day is named, where days and sums of
    the instalments do not come to what is owed or leave the approval, and where the time to pay is
    met or not moved on. It may be granted after the last day: the law names none for asking, and
    the days that have passed stay late.
    """
    case, schedule = document.subject, document.fields["schedule"]
    answer = Deferral.objects.create(
        case=case, document=document, outcome=deferring.outcome_of(document)
    )
    payment_requests.answered(document, granted=answer.granted, on=on)
    if not answer.granted:
        return
    days = dates_in(schedule)
    if not days:
        raise Refused(
            "请在“缴纳期限和数额”里写明最后一期的日期（如2026年12月31日），缴款期限延长到这一天。"
            f"{BASIS}"
        )
    clock = papers.clock_on(papers.decision(case), papers.PAYMENT_CLOCK)
    if clock is None:
        raise Refused(f"缴款期限还没有起算，不用延期。依据：{PENALTY_LAW}第六十六条、第六十七条。")
    if why := _wrong_days(case, days) or _wrong_sums(case, days, schedule):
        raise Refused(f"{why}{BASIS}")
    if days[-1] < on:
        raise Refused(f"最后一期的日期不能早于签发日期{cn_date(on)}。{BASIS}")
    reason = f"{document.number}批准延期、分期缴纳"
    deadlines.extend(clock, to=days[-1], reason=reason, on=on, expired=True)
    trail.record(
        case, "grant_instalments", "批准延期、分期缴纳", actor=actor, on=on,
        backfilled=on < trail.today(), note=f"{document.number}，至{cn_date(days[-1])}",
    )  # fmt: skip


def _wrong_days(case: Case, days: list[date]) -> str | None:
    """Each instalment is due after the one before, none later than what was approved."""
    if any(after <= before for before, after in zip(days, days[1:], strict=False)):
        return "各期的缴纳日期应当由先到后、互不相同，请核对“缴纳期限和数额”。"
    approval = papers.issued(case, APPROVAL)
    approved = dates_in(" ".join(map(str, approval.fields.values()))) if approval else []
    if approved and days[-1] > max(approved):
        return (
            f"最后一期{cn_date(days[-1])}晚于审批表（{approval.number}）写明的{cn_date(max(approved))}，"
            "请改为批准的日期，或者另行办理审批表。"
        )
    return None


def _wrong_sums(case: Case, days: list[date], schedule: str) -> str | None:
    """A delay of the whole names no sum; instalments name one each, together the unpaid fine.

    What is confiscated is no fine, so it is not put off.
    """
    sums = [int(re.sub("[,，]", "", text)) for text in SUM.findall(schedule)]
    owed = owing.unpaid_fine(case)
    if not sums and len(days) == 1:
        return None
    if len(sums) != len(days):
        return (
            "请逐期写明日期和数额，一期一个日期、一个数额，数额用阿拉伯数字写到元"
            "（如“2026年12月31日前缴纳20,000元”）。"
        )
    if sum(sums) != owed:
        return f"各期数额合计 {sum(sums):,} 元，与还应缴纳的罚款 {owed:,} 元不一致，请核对。"
    return None
