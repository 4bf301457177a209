"""执行和结案: what was paid, and how a case comes to its end."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, lock
from inspections.services import leads
from penalties import guards, limitation_guards, no_penalty_guards, settling_guards
from penalties.models import Case, ElementFinding, NoPenalty, Payment
from penalties.queries import court, enforcing, gate, no_penalty, papers
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import open_for, passed_over, stated
from penalties.workflow import CASE_FLOW

O = Case.Outcome  # noqa: E741
BASIS = f"依据：{PENALTY_LAW}第六十七条。"
WITHOUT_PENALTY = (O.SLIGHT, O.NOT_ESTABLISHED, O.NO_FINE, O.TIME_BARRED, O.TRANSFERRED)


@act
def record_payment(
    case: Case, *, actor, on: date, amount: int, paid_on: date, receipt: str, files=()
) -> Payment:
    """登记缴款 by its receipt, with the scan; once all is paid the time to pay (D-P13) is met."""
    case, backfilled = open_for(case, (Case.State.DECIDED,), "登记缴款", actor=actor, on=on)
    left = guards.unpaid(case)
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
    if guards.unpaid(case) > 0:
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
            "outcome": _outcome(row),
        },
    )
    if case.lead.state == case.lead.State.OPEN:  # decided on the spot, without 立案
        leads.settle(case.lead, "file_case", actor=actor, on=on, note=case.decision.document.number)
    if case.outcome == O.UNENFORCED:
        _nothing_more_is_owed(case, on)
    _take_off_one_to_come(case, on, "已结案")
    deadlines.meet(case, papers.CLOSING_CLOCK, on=on, note="已结案")
    deadlines.start(case, papers.ARCHIVING_CLOCK, bureau=case.bureau, on=on)
    return case


def _outcome(case: Case) -> str:
    if enforcing.revoked(case):
        return O.REVOKED
    return O.PENALISED if enforcing.settled(case) else O.UNENFORCED


def _nothing_more_is_owed(case: Case, on: date) -> None:
    """The court carries out nothing more: what still waits for a payment is taken off."""
    reason = case.get_outcome_display()
    deadlines.cancel(case.decision.document, papers.PAYMENT_CLOCK, on=on, reason=reason)
    if demand := papers.issued(case, papers.DEMAND):
        deadlines.cancel(demand, papers.DEMAND_CLOCK, on=on, reason=reason)
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
    _check_ground(lock(case, actor), outcome, act_ended_on)
    reason = text = stated(note, "结束案件的事实和理由")
    if outcome == O.SLIGHT:
        education = stated(education, f"对当事人进行教育的情况（{PENALTY_LAW}第三十三条第三款）")
        text = f"{text}\n教育情况：{education}"
        if why := no_penalty_guards.recorded(case, on) or no_penalty_guards.discussed(case, on):
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
    if outcome == O.SLIGHT:
        _freeze_reasons(case, actor, on, reason, education)
    reason = case.get_outcome_display()
    deadlines.cancel(case, papers.DECISION_CLOCK, on=on, reason=reason)
    deadlines.cancel(case, papers.REVIEW_CLOCK, on=on, reason=reason)
    if notice := papers.issued(case, papers.NOTICE):
        for code in (papers.STATEMENT_CLOCK, papers.HEARING_CLOCK):
            deadlines.cancel(notice, code, on=on, reason=reason)
    deadlines.start(case, papers.ARCHIVING_CLOCK, bureau=case.bureau, on=on)
    return case


def _freeze_reasons(case: Case, actor, on: date, note: str, education: str) -> None:
    found = no_penalty.standing(case, on)
    NoPenalty.objects.create(
        case=case, by_choice=bool(found and found.by_choice), education=education,
        snapshot=no_penalty.snapshot(case, found, note, on), decided_by=actor, decided_on=on,
    )  # fmt: skip


def _check_ground(case: Case, outcome: str, act_ended_on: date | None) -> None:
    """Each ground has its condition; Refused with the article where it is not there."""
    why = (outcome != O.TRANSFERRED and _must_be_transferred(case)) or {
        O.SLIGHT: lambda: _not_investigated(case) or _no_unlawful_act(case),
        O.NOT_ESTABLISHED: lambda: _not_investigated(case),
        O.NO_FINE: lambda: _fine_is_open(case),
        O.TIME_BARRED: lambda: _in_time(case, act_ended_on),
        O.TRANSFERRED: lambda: _not_transferred(case),
    }.get(outcome, lambda: None)()
    if why:
        raise Refused(why)
    if act_ended_on and outcome != O.TIME_BARRED:
        raise Refused("只有超过追责期限的才填写查明的违法行为终了日期，请删去这个日期。")


def _not_investigated(case: Case) -> str | None:
    if case.state != Case.State.INVESTIGATING:
        return None
    return (
        "调查还没有终结，不能作出不予处罚的决定，请先终结调查。"
        f"依据：{PENALTY_LAW}第五十七条第一款。"
    )


def _no_unlawful_act(case: Case) -> str | None:
    missing = case.elements.filter(result=ElementFinding.Result.MISSING)
    if not missing.exists():
        return None
    names = "；".join(missing.values_list("text", flat=True))
    return (
        f"不具备“{names}”，违法事实不能成立，不是违法行为轻微，请改选理由。"
        f"依据：{PENALTY_LAW}第三十三条、第五十七条第一款第三项。"
    )


def _in_time(case: Case, act_ended_on: date | None) -> str | None:
    if act_ended_on is None:
        return f"请写明查明的违法行为终了日期。依据：{PENALTY_LAW}第三十六条第二款。"
    if limitation_guards.time_barred(
        act_ended_on, case.discovered_on, long=bool(case.long_limitation)
    ):
        return None
    return (
        f"违法行为{cn_date(act_ended_on)}终了，{cn_date(case.discovered_on)}被发现，没有超过追责期限，"
        f"不能以此结束案件。依据：{PENALTY_LAW}第三十六条。"
    )


def _must_be_transferred(case: Case) -> str | None:
    """A suspected crime ends no case but by its transfer (移送规定第三条、第五条)."""
    return settling_guards.transfers_suspected_crime(case)


def _fine_is_open(case: Case) -> str | None:
    if gate.latest(case.lead) is None or gate.why_clause_is_closed(case):
        return None
    return (
        "认定的事实符合本案的处罚依据，法律规定了处罚，不能以此结束案件；事实有变化的，请先重新认定。"
        f"依据：{PENALTY_LAW}第五十七条第一款。"
    )


def _not_transferred(case: Case) -> str | None:
    if papers.transferred(case):
        return settling_guards.not_handed_over(case, case.lead)
    return (
        "移送书还没有签发，不能按移送结束案件，请先办理涉嫌犯罪案件移送书或者案件移送函。"
        f"依据：{PENALTY_LAW}第二十七条、第五十七条第一款第四项。"
    )
