"""What is still owed, what lateness may cost, and until when the court may be asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.reading import read_once_a_page
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits
from archives_enforcement.workdays.models import Deadline
from penalties.amounts import DAILY_PERCENT
from penalties.models import Case, Challenge
from penalties.queries import deferring, papers

DAY = timedelta(days=1)
SUIT_AFTER_REVIEW, COURT_TERM = "D-R12", "D-R16"
R = Challenge.Result


class Lateness(NamedTuple):
    """加处罚款 as it stands on a day: `amount` in yuan is what may still be imposed."""

    days: int
    amount: int
    said: str


class CourtTerm(NamedTuple):
    """The court may be asked after `after`, at the latest on `last` (None: no fixed last day)."""

    after: date
    last: date | None


def imposed(case: Case) -> int:
    """加处罚款 that was imposed, in yuan."""
    return sum(row.amount for row in case.surcharges.all())


def surcharge_of(case: Case) -> int:
    """加处罚款 as it stands: never more than the fine that is left (第七十二条第一款第一项)."""
    return min(imposed(case), fine_of(case))


def paid(case: Case) -> int:
    """What was paid in all and was not given back, in yuan."""
    returned = sum(row.amount for row in case.refunds.all()) if undone(case) else 0
    return sum(row.amount for row in case.payments.all()) - returned


def overpaid(case: Case) -> int:
    """What the party has paid beyond what is owed, since 复议 or a court changed it; in yuan."""
    return max(paid(case) - owed(case), 0) if undone(case) else 0


def undone(case: Case) -> bool:
    """Whether 复议 or a court changed the decision or took it away."""
    return any(row.result in Challenge.UNDONE for row in case.challenges.all())


def revoked(case: Case) -> bool:
    """Whether 复议 or the court took the decision away."""
    return any(row.result == R.REVOKED for row in case.challenges.all())


def fine_of(case: Case) -> int:
    """The fine as it stands after 复议 and 诉讼, in yuan."""
    if revoked(case):
        return 0
    changed = [row for row in case.challenges.all() if row.result == R.CHANGED]
    return changed[-1].fine if changed else case.decision.assessment.fine


def owed(case: Case) -> int:
    """Fine, confiscation and 加处罚款 together, in yuan, whatever was paid."""
    if revoked(case):
        return 0
    return fine_of(case) + case.decision.assessment.gains + surcharge_of(case)


def settled(case: Case) -> bool:
    """Whether nothing is owed any more."""
    return owed(case) <= paid(case)


def open_challenge(case: Case) -> Challenge | None:
    return next((row for row in case.challenges.all() if row.ended_on is None), None)


def review_without_opinion(case: Case) -> Challenge | None:
    """The last 行政复议 whose body has sent no 行政复议意见书 yet."""
    rows = [row for row in case.challenges.all() if row.kind in Challenge.REVIEWS]
    return next((row for row in reversed(rows) if row.opinion_received_on is None), None)


def opinion_to_report(case: Case) -> Challenge | None:
    """The review whose 意见书 waits for the bureau's report (行政复议法第七十六条)."""
    rows = (row for row in case.challenges.all() if row.opinion_received_on)
    return next((row for row in rows if row.opinion_reported_on is None), None)


@read_once_a_page
def lateness(case: Case, on: date) -> Lateness:
    """3 % of the unpaid fine a day after the last day to pay, at most the fine (第七十二条).

    The last day is the one that an approved delay has moved (第六十六条第二款); days before a delay
    that was granted late count, days of 复议 or 诉讼 do not (第七十三条第三款). What was paid goes
    to the fine first, and the day of a payment still counts.
    """
    clock = papers.clock_on(papers.decision(case), papers.PAYMENT_CLOCK)
    fine = fine_of(case)
    if clock is None or not fine:
        return Lateness(0, 0, "没有逾期未缴的罚款。")
    unpaid = list(_unpaid_on_days(case, fine, clock, on))
    most = min(fine, sum(unpaid) * DAILY_PERCENT // 100)
    amount = max(most - imposed(case), 0)
    return Lateness(len(unpaid), amount, _in_words(case, clock.due_on, len(unpaid), most, amount))


def _unpaid_on_days(case: Case, fine: int, clock: Deadline, on: date) -> Iterator[int]:
    """What was unpaid of the fine on each late day that counts, until the ceiling is reached."""
    before = deferring.late_before_grants(case, clock)
    first = before[0][0] if before else clock.due_on + DAY
    payments = [(row.paid_on, row.amount) for row in case.payments.all()]
    pauses = [(row.filed_on, row.ended_on) for row in case.challenges.all()]
    day, total = first, 0
    while day <= on and total < fine * 100:
        left = fine - sum(amount for paid_on, amount in payments if paid_on < day)
        if left <= 0:
            return
        late = day > clock.due_on or any(begun <= day <= ended for begun, ended in before)
        if late and not any(begun <= day <= (ended or on) for begun, ended in pauses):
            total += left * DAILY_PERCENT
            yield left
        day += DAY


def _in_words(case: Case, due: date, days: int, most: int, amount: int) -> str:
    fine = fine_of(case)
    said = (
        f"缴款期限{cn_date(due)}届满，计逾期 {days} 日（行政复议、行政诉讼期间和批准延期、分期的"
        f"期间不计），每日按未缴罚款的百分之三计算，不超过罚款 {fine:,} 元，合计 {most:,} 元"
        f"{'，已到上限' if most == fine else ''}"
    )
    before = most - amount
    return f"{said}，其中 {before:,} 元已经加处。" if before else f"{said}。"


@read_once_a_page
def court_term(case: Case) -> CourtTerm | None:
    """When the court may be asked to enforce (行政强制法第五十三条); None before the delivery.

    It begins where the party may no longer go to law, or where an approved delay ends
    (行政处罚法第七十二条第二款). After a judgment the court's own terms apply: no last day.
    """
    decision = papers.decision(case)
    told = papers.delivered_on(decision)
    if told is None:
        return None
    # A penalty on the spot goes to 复议 first: without it there is no term to sue.
    clock = papers.REVIEW_TERM if case.on_the_spot else papers.SUIT_CLOCK
    ends, judged = limits.compute(clock, told).due_on, False
    for row in case.challenges.all():
        if row.ended_on is None:
            continue
        if row.result == R.WITHDRAWN:
            ends = max(ends, row.ended_on)
        elif row.kind in Challenge.REVIEWS:
            ends = limits.compute(SUIT_AFTER_REVIEW, row.ended_on).due_on
        else:
            ends, judged = row.ended_on, True
    to_pay = papers.clock_on(decision, papers.PAYMENT_CLOCK)
    after = max(ends, to_pay.due_on) if to_pay and to_pay.extended_from else ends
    return CourtTerm(after, None if judged else limits.compute(COURT_TERM, after).due_on)
