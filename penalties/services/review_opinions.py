"""行政复议意见书: received from the review body, put right and reported within sixty days."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from penalties.models import Case, Challenge
from penalties.queries import enforcing
from penalties.services.challenges import CHALLENGED_IN
from penalties.services.handling import open_for, passed_over, stated

CLOCK = "D-R10"
ARTICLE = "依据：《中华人民共和国行政复议法》第七十六条。"


@act
def receive(case: Case, *, actor, on: date, received_on: date, opinion: str, files=()) -> Challenge:
    """登记行政复议意见书: the sixty days to report run from the day it came."""
    case, backfilled = open_for(case, CHALLENGED_IN, "登记行政复议意见书", actor=actor, on=on)
    row = enforcing.review_without_opinion(case)
    if row is None:
        raise Refused(f"没有可以登记意见书的行政复议，请先登记复议。{ARTICLE}")
    if not row.received_on <= received_on <= on:
        raise Refused(f"收到意见书的日期应当在收到复议申请书副本以后、办理日期以前。{ARTICLE}")
    row.opinion = stated(opinion, "意见书要求纠正什么")
    row.opinion_received_on = received_on
    row.save(update_fields=["opinion", "opinion_received_on"])
    attach(row, files, purpose="行政复议意见书", actor=actor, bureau=case.bureau)
    deadlines.start(row, CLOCK, bureau=case.bureau, on=received_on)
    trail.record(
        case, "receive_review_opinion", "登记行政复议意见书", actor=actor, on=on,
        backfilled=backfilled, note=row.opinion,
    )  # fmt: skip
    return row


@act
def report(case: Case, *, actor, on: date, reported_on: date, text: str, files=()) -> Challenge:
    """登记纠正情况: reported to the review body, which ends the sixty days (D-R10)."""
    case, backfilled = open_for(case, CHALLENGED_IN, "报告纠正情况", actor=actor, on=on)
    row = enforcing.opinion_to_report(case)
    if row is None:
        raise Refused(f"没有等待报告的行政复议意见书。{ARTICLE}")
    if not row.opinion_received_on <= reported_on <= on:
        raise Refused(f"报告日期应当在收到意见书以后、办理日期以前。{ARTICLE}")
    lamps = passed_over(case, "report_correction", actor, on)
    row.opinion_report, row.opinion_reported_on = stated(text, "怎样纠正的"), reported_on
    row.save(update_fields=["opinion_report", "opinion_reported_on"])
    attach(row, files, purpose="行政复议意见书的纠正报告", actor=actor, bureau=case.bureau)
    deadlines.meet(row, CLOCK, on=reported_on, note="已报告纠正情况")
    trail.record(
        case, "report_correction", "报告纠正情况", actor=actor, on=on, backfilled=backfilled,
        note=row.opinion_report, details=lamps,
    )  # fmt: skip
    return row
