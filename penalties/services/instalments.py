"""延期、分期缴纳: the notice moves the last day to pay (行政处罚法第六十六条第二款)."""

import re
from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from penalties.queries.law import PENALTY_LAW
from penalties.services import payment_requests

REFUSED = re.compile(r"[不未](?:予|能|获|同意|批准)")


def granted(document: Document, *, actor, on: date) -> None:
    """The head has signed: the time to pay ends with the last day that the schedule names.

    A refusal leaves it as it is. Raises Refused where no day is named, and where the time is up,
    met or not moved on.
    """
    refused = REFUSED.search(document.fields["outcome"]) is not None
    payment_requests.answered(document, granted=not refused, on=on)
    if refused:
        return
    last = max(dates_in(document.fields["schedule"]), default=None)
    if last is None:
        raise Refused(
            "请在“缴纳期限和数额”里写明最后一期的日期（如2026年12月31日），缴款期限延长到这一天。"
            f"依据：{PENALTY_LAW}第六十六条第二款。"
        )
    clock = papers.clock_on(papers.decision(document.subject), papers.PAYMENT_CLOCK)
    if clock is None:
        raise Refused(f"缴款期限还没有起算，不用延期。依据：{PENALTY_LAW}第六十六条、第六十七条。")
    deadlines.extend(clock, to=last, reason=f"{document.number}批准延期、分期缴纳", on=on)
