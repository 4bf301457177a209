"""执行和结案: what was paid, and how a case comes to its end."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, lock
from inspections.services import leads
from penalties import closing_guards, ending_guards, no_penalty_guards, party_guards
from penalties.models import Case, NoPenalty, Payment
from penalties.queries import accountability, court, enforcing, no_penalty, papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, passed_over, stated
from penalties.workflow import CASE_FLOW

O = Case.Outcome  # noqa: E741
BASIS = f"依据：{PENALTY_LAW}第六十七条。"
WITHOUT_PENALTY = (
    O.SLIGHT,
    O.INCAPABLE,
    O.NOT_ESTABLISHED,
    O.NO_FINE,
    O.TIME_BARRED,
    O.FINED,
    O.TRANSFERRED,
    O.PARTY_ENDED,
)
UNPAID = (O.UNENFORCED, O.LAPSED, O.PARTY_ENDED)
SPARED = {  # 不予处罚: what is done with the party instead, and the article that asks for it
    O.SLIGHT: ("教育情况", "第三十三条第三款"),
    O.INCAPABLE: ("责令监护人管教、看管和治疗的情况", "第三十条、第三十一条"),
}


@act
def record_payment(
    case: Case, *, actor, on: date, amount: int, paid_on: date, receipt: str, files=()
) -> Payment:
    """登记缴款 by its receipt, with the scan; once all is paid the time to pay (D-P13) is met."""
    case, backfilled = open_for(case, (Case.State.DECIDED,), "登记缴款", actor=actor, on=on)
    left = closing_guards.unpaid(case)
    if not case.decision.decided_on <= paid_on <= on:
        raise Refused(f"缴款日期应当在作出决定之后、今天以前。{BASIS}")
    if not 0 < amount <= left:
        raise Refused(f"还应缴纳 {left:,} 元，登记的金额应当大于 0、不超过这个数。{BASIS}")
    receipt = stated(receipt, "票据号码")
    if case.payments.filter(receipt=receipt).exists():
        raise Refused(f"这张票据已经登记过，请核对票据号码。{BASIS}")
    lamps = passed_over(case, "pay", actor, on)
    payment = Payment.objects.create(
        case=case, amount=amount, paid_on=paid_on, receipt=receipt, recorded_by=actor
    )
    attach(payment, files, purpose="缴款凭据", actor=actor, bureau=case.bureau)
    settle(case, on=paid_on)
    details = {"amount": amount, "receipt": receipt} | lamps
    trail.record(
        case, "pay", "登记缴款", actor=actor, on=on, backfilled=backfilled, details=details
    )
    return payment


def settle(case: Case, *, on: date) -> None:
    """Nothing is owed (any more): the times to pay are met and the time to close begins."""
    if closing_guards.unpaid(case) > 0:
        return
    if demand := papers.issued(case, papers.DEMAND):
        deadlines.meet(demand, papers.DEMAND_CLOCK, on=on, note="已缴清")
    deadlines.meet(case.decision.document, papers.PAYMENT_CLOCK, on=on, note="已缴清")
    _take_off_one_to_come(case, on, "已缴清，自缴清之日起算")
    clock = papers.clock_on(case, papers.CLOSING_CLOCK)
    if clock is None or clock.cancelled_on:
        deadlines.start(case, papers.CLOSING_CLOCK, bureau=case.bureau, on=on)


def _take_off_one_to_come(case: Case, on: date, reason: str) -> None:
    """The time to close that would begin only when a ruling of the court becomes final."""
    clock = papers.clock_on(case, papers.CLOSING_CLOCK)
    if clock and clock.is_open and clock.trigger_on > on:
        deadlines.cancel(case, papers.CLOSING_CLOCK, on=on, reason=reason)


@act
def propose_closing(case: Case, *, actor, on: date, note: str) -> Case:
    """提请结案 with the officer's report, once the decision was delivered and carried out."""
    report = stated(note, "结案报告")
    return CASE_FLOW.advance(
        case,
        "propose_closing",
        actor=actor,
        on=on,
        note=report,
        write=lambda row: {"outcome_note": report},
    )


@act
def return_closing(case: Case, *, actor, on: date, note: str) -> Case:
    """退回结案 by the head, with what the officers have to put right; they propose it anew."""
    return CASE_FLOW.advance(
        case,
        "return_closing",
        actor=actor,
        on=on,
        note=stated(note, "退回的原因"),
        write=lambda row: {"outcome_note": ""},
    )


@act
def close(case: Case, *, actor, on: date, note: str = "") -> Case:
    """批准结案 by the head, on the report of an officer; `note` says what he adds to it."""
    case = CASE_FLOW.advance(
        case,
        "close",
        actor=actor,
        on=on,
        note=note.strip(),
        write=lambda row: {
            "closed_on": on,
            "outcome": _outcome(row, on),
        },
    )
    if case.lead.state == case.lead.State.OPEN:  # decided on the spot, without 立案
        leads.settle(case.lead, "file_case", actor=actor, on=on, note=case.decision.document.number)
    if case.outcome in UNPAID:
        _nothing_more_is_owed(case, on)
    _take_off_one_to_come(case, on, "已结案")
    deadlines.meet(case, papers.CLOSING_CLOCK, on=on, note="已结案")
    deadlines.start(case, papers.ARCHIVING_CLOCK, bureau=case.bureau, on=on)
    return case


def _outcome(case: Case, on: date) -> str:
    if enforcing.revoked(case):
        return O.REVOKED
    if party_guards.nobody_told(case, on):
        return O.PARTY_ENDED
    if enforcing.settled(case):
        return O.PENALISED
    return O.LAPSED if party_guards.nobody_pays(case, on) else O.UNENFORCED


def _nothing_more_is_owed(case: Case, on: date) -> None:
    """Nothing more is carried out: what still waits for a payment is taken off.

    So is what waits for the delivery of a decision that nobody is left to take.
    """
    reason, decision = case.get_outcome_display(), case.decision.document
    deadlines.cancel(decision, papers.PAYMENT_CLOCK, on=on, reason=reason)
    if case.outcome == O.PARTY_ENDED:
        for code in (papers.SERVICE_CLOCK, papers.PUBLICATION_CLOCK):
            deadlines.cancel(decision, code, on=on, reason=reason)
    if demand := papers.issued(case, papers.DEMAND):
        deadlines.cancel(demand, papers.DEMAND_CLOCK, on=on, reason=reason)
    if case.outcome != O.UNENFORCED:
        return
    for code in court.TO_OBJECT.values():
        reason = "期满没有向上一级人民法院申请复议"
        deadlines.cancel(court.last_step(case).document, code, on=on, reason=reason)


@act
def end_without_penalty(
    case: Case,
    *,
    actor,
    on: date,
    outcome: str,
    note: str,
    education: str = "",
    act_ended_on: date | None = None,
) -> Case:
    """结束案件 without a penalty, with its ground (行政处罚法第五十七条、第三十六条).

    不予处罚 for a slight act goes with educating the party, which is recorded (第三十三条第三款).
    `act_ended_on` is when the act ended as it has turned out, where that was too long ago.
    """
    if outcome not in WITHOUT_PENALTY:
        raise Refused(f"请选择结束案件的理由。依据：{PENALTY_LAW}第五十七条第一款。")
    if why := ending_guards.why_not(lock(case, actor), outcome, act_ended_on, on, note):
        raise Refused(why)
    reason = stated(note, "结束案件的事实和理由")
    education, text = _instead(outcome, reason, education)
    if outcome == O.SLIGHT and (why := _not_to_be_spared(case, on)):
        raise Refused(why)
    case = CASE_FLOW.advance(
        case,
        "end",
        actor=actor,
        on=on,
        note=text,
        write=lambda row: {
            "closed_on": on,
            "outcome": outcome,
            "outcome_note": text,
            "act_ended_on": act_ended_on or row.act_ended_on,
        },
    )
    if outcome in SPARED:
        _freeze_reasons(case, actor, on, reason, education)
    reason = case.get_outcome_display()
    deadlines.cancel(case, papers.DECISION_CLOCK, on=on, reason=reason)
    deadlines.cancel(case, papers.REVIEW_CLOCK, on=on, reason=reason)
    if notice := papers.issued(case, papers.NOTICE):
        for code in (papers.STATEMENT_CLOCK, papers.HEARING_CLOCK):
            deadlines.cancel(notice, code, on=on, reason=reason)
    deadlines.start(case, papers.ARCHIVING_CLOCK, bureau=case.bureau, on=on)
    return case


def _instead(outcome: str, reason: str, education: str) -> tuple[str, str]:
    """What is done with the party who is not penalised, and the reason with it."""
    if outcome not in SPARED:
        return education, reason
    what, articles = SPARED[outcome]
    done = stated(education, f"{what}（{PENALTY_LAW}{articles}）")
    return done, f"{reason}\n{what}：{done}"


def _not_to_be_spared(case: Case, on: date) -> str | None:
    return no_penalty_guards.recorded(case, on) or no_penalty_guards.discussed(case, on)


def _freeze_reasons(case: Case, actor, on: date, note: str, education: str) -> None:
    found = None if accountability.reason(case) else no_penalty.standing(case, on)
    NoPenalty.objects.create(
        case=case, by_choice=bool(found and found.by_choice), education=education,
        snapshot=no_penalty.snapshot(case, found, note, on), decided_by=actor, decided_on=on,
    )  # fmt: skip
