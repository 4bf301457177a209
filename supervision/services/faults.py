"""过错责任: registered, investigated by another, told, heard, decided, carried out."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.files import services as files
from archives_enforcement.notifications.services import tell as leave_message
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from supervision import fault_guards as guards
from supervision import handlings
from supervision.models import FaultHandling, FaultRecord
from supervision.queries import faults as queries
from supervision.services.notices import DRAFT
from supervision.workflow import FAULT_FLOW, INVESTIGATE_FAULT, REGISTER_FAULT

TITLE = "关于追究行政执法过错责任的决定（建议）"


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}。")
    return text.strip()


def _obey(why: str | None) -> None:
    if why:
        raise Refused(why)


@act
def register(
    *, actor, on: date, officer: User, forms, facts: str, origin: str, source=None,
    inspection=None, case=None, uploads=(),
) -> FaultRecord:  # fmt: skip
    """登记: which of the twenty-two forms, by what facts, of whom and where it came from.

    Raises Refused without a form or facts, about somebody of another bureau or oneself, and for a
    check or case of another bureau. `source` is a record that the actor may see.
    """
    check_permission(actor, REGISTER_FAULT, "登记过错责任")
    backfilled = check_date(actor, on)
    _obey(guards.forms_known(forms))
    if officer.bureau_id != actor.bureau_id:
        raise Refused("只能登记本机关人员的过错责任，其他机关的请转有权机关。")
    if officer == actor:
        raise Refused("您是当事人员，请由其他人员登记。")
    for record in filter(None, (inspection, case)):
        if record.bureau_id != actor.bureau_id:
            raise Refused("只能选择本机关的检查和案件。")
    row = FaultRecord.objects.create(
        bureau=actor.bureau, officer=officer, forms=sorted(forms), facts=_stated(facts, "过错事实"),
        origin=origin, inspection=inspection, case=case, registered_by=actor, registered_on=on,
        **queries.pointing_at(source),
    )  # fmt: skip
    files.attach(row, uploads, purpose="过错证据", actor=actor, bureau=row.bureau)
    trail.record(row, "register_fault", "登记过错责任", actor=actor, on=on, backfilled=backfilled)
    return row


@act
def assign(record: FaultRecord, *, actor, on: date, investigator: User) -> FaultRecord:
    """指定调查人: neither the officer nor who handled the matter or works beside him."""
    allowed = investigator.has_perm(INVESTIGATE_FAULT)
    if investigator.bureau_id != actor.bureau_id or not allowed:
        raise Refused("请从本机关可以调查过错责任的人员中选择调查人。")

    def write(row) -> dict:
        _obey(guards.investigator_is_another(row, investigator))
        return {"investigator": investigator, "assigned_on": on}

    return FAULT_FLOW.advance(record, "assign", actor=actor, on=on, write=write)


@act
def tell(record: FaultRecord, *, actor, on: date) -> FaultRecord:
    """告知: from now on the officer sees what he is held to have done; his term to answer runs."""
    record = FAULT_FLOW.advance(
        record, "tell", actor=actor, on=on, write=lambda row: {"told_on": on}
    )
    clock = deadlines.start(record, queries.CLOCK, bureau=record.bureau, on=on)
    leave_message(
        [record.officer], f"请在{cn_date(clock.due_on)}前对过错事实陈述、申辩。",
        url=queries.own_page(record),
    )  # fmt: skip
    return record


@act
def state(record: FaultRecord, *, actor, on: date, text: str, uploads=()) -> FaultRecord:
    """陈述申辩 by the officer himself; heard as long as nothing is decided, also after the term."""
    if record.officer_id != actor.pk:
        raise Refused("只有当事人员本人可以在这里陈述申辩；书面的由综合人员录入并上传原件。")
    return _hear(record, "state", actor, on, text, uploads)


@act
def enter_statement(record: FaultRecord, *, actor, on: date, text: str, uploads) -> FaultRecord:
    """录入书面陈述: entered for the officer from his signed paper, whose scan is kept."""
    if not uploads:
        raise Refused("代为录入的，请上传当事人员签字的原件。")
    return _hear(record, "enter_statement", actor, on, text, uploads)


def _hear(record, step: str, actor, on: date, text: str, uploads) -> FaultRecord:
    facts = {"statement": _stated(text, "陈述和申辩的内容"), "stated_on": on, "stated_by": actor}
    record = FAULT_FLOW.advance(record, step, actor=actor, on=on, write=lambda row: facts)
    files.attach(record, uploads, purpose="陈述申辩材料", actor=actor, bureau=record.bureau)
    deadlines.meet(record, queries.CLOCK, on=on, note="已陈述申辩")
    return record


@act
def go_on(record: FaultRecord, *, actor, on: date) -> FaultRecord:
    """期满没有陈述: the matter goes on; a statement before the decision is still heard."""
    record = FAULT_FLOW.advance(record, "go_on", actor=actor, on=on)
    deadlines.cancel(record, queries.CLOCK, on=on, reason="期满没有陈述申辩")
    return record


@act
def propose(
    record: FaultRecord, *, actor, on: date, findings: str, harm: str, opinion: str, measures,
    uploads=(),
) -> FaultRecord:  # fmt: skip
    """提出处理意见 once the officer was heard; without measures it is proposed to hold nobody."""
    if measures:
        _obey(guards.measures_lawful(record, measures))
    facts = {
        "findings": _stated(findings, "查明的情况"), "harm": harm.strip(),
        "opinion": _stated(opinion, "处理意见和对申辩的答复"), "proposed": list(measures),
        "proposed_on": on,
    }  # fmt: skip
    record = FAULT_FLOW.advance(record, "propose", actor=actor, on=on, write=lambda row: facts)
    files.attach(record, uploads, purpose="过错证据", actor=actor, bureau=record.bureau)
    return record


@act
def return_proposal(record: FaultRecord, *, actor, on: date, note: str) -> FaultRecord:
    """退回: something is still to be found out."""
    reason = _stated(note, "退回的原因")
    return FAULT_FLOW.advance(record, "return_proposal", actor=actor, on=on, note=reason)


@act
def decide(record: FaultRecord, *, actor, on: date, measures, reasons: str) -> FaultRecord:
    """决定追究 by one or several measures; what is beyond the bureau's power becomes a proposal.

    Raises Refused without harm, without a measure, and for a share of a compensation nobody paid.
    """
    facts = {"reasons": _stated(reasons, "决定的理由"), "decided_by": actor, "decided_on": on}

    def write(row) -> dict:
        _obey(guards.harm_is_stated(row))
        _obey(guards.measures_lawful(row, measures))
        return facts

    record = FAULT_FLOW.advance(record, "decide", actor=actor, on=on, write=write)
    FaultHandling.objects.bulk_create(
        FaultHandling(
            record=record, measure=code, competent=handlings.MEASURES[code].competent
        )
        for code in handlings.MEASURES if code in measures
    )  # fmt: skip
    _tell_outcome(record)
    return record


@act
def exempt(record: FaultRecord, *, actor, on: date, ground: str, reasons: str) -> FaultRecord:
    """不予追究, on a named ground and with its reasons: the other way to end it."""
    if ground not in FaultRecord.Ground.values:
        raise Refused("请选择不予追究的情形。")
    facts = {
        "exempt_on": ground, "reasons": _stated(reasons, "不予追究的理由"), "decided_by": actor,
        "decided_on": on, "ended_on": on,
    }  # fmt: skip
    record = FAULT_FLOW.advance(record, "exempt", actor=actor, on=on, write=lambda row: facts)
    _tell_outcome(record)
    return record


def _tell_outcome(record: FaultRecord) -> None:
    leave_message([record.officer], "过错责任已经决定，请查看。", url=queries.own_page(record))


@act
def send(handling: FaultHandling, *, actor, on: date, competent: str, number: str) -> FaultHandling:
    """送出建议 to the body that has the power, by its name and with the number of the letter."""
    handling, record, backfilled = _open_handling(handling, actor, on, "送出处理建议")
    if not handling.to_send:
        raise Refused(f"这项处理由本机关落实，或者建议已经送出。依据：{handling.kind.basis}。")
    handling.competent = _stated(competent, "有权机关的名称")
    handling.number, handling.sent_on = _stated(number, "建议的文号"), on
    handling.save(update_fields=["competent", "number", "sent_on"])
    trail.record(record, "send_proposal", "送出处理建议", actor=actor, on=on, backfilled=backfilled)
    return handling


@act
def settle(handling: FaultHandling, *, actor, on: date, result: str, uploads=()) -> FaultHandling:
    """登记落实情况 of a measure of the bureau, or the answer of the body it was proposed to."""
    handling, record, backfilled = _open_handling(handling, actor, on, "登记落实情况")
    if handling.to_send:
        raise Refused(
            f"{handling.kind.label}由{handling.competent}决定，本机关只能建议，请先送出建议。"
            f"依据：{handling.kind.basis}。"
        )
    if handling.sent_on and on < handling.sent_on:
        raise Refused(f"答复日期不能早于送出日期（{cn_date(handling.sent_on)}）。")
    handling.result = _stated(result, "落实情况或者有权机关的答复")
    handling.done_on = on
    handling.save(update_fields=["result", "done_on"])
    files.attach(record, uploads, purpose="处理材料", actor=actor, bureau=record.bureau)
    trail.record(
        record, "settle_handling", "登记落实情况", actor=actor, on=on, backfilled=backfilled
    )
    return handling


def _open_handling(handling: FaultHandling, actor, on: date, label: str):
    """The handling of a record that is being carried out, both locked."""
    record = lock(handling.record, actor)
    handling = lock(handling, actor)
    check_permission(actor, REGISTER_FAULT, label)
    if record.officer_id == actor.pk:
        raise Refused(f"您是当事人员，不能办理自己的过错责任。依据：{guards.PRACTICE}。")
    if record.state != FaultRecord.State.DECIDED or handling.done_on:
        raise Refused("这项处理已经登记，或者过错责任已经办结。")
    if on < record.decided_on:
        raise Refused(f"办理日期不能早于决定日期（{cn_date(record.decided_on)}）。")
    return handling, record, check_date(actor, on)


@act
def close(record: FaultRecord, *, actor, on: date) -> FaultRecord:
    """办结 once every measure is carried out or answered."""
    return FAULT_FLOW.advance(
        record, "close", actor=actor, on=on, write=lambda row: {"ended_on": on}
    )


@act
def refer(record: FaultRecord, *, actor, on: date, competent: str, reasons: str) -> FaultRecord:
    """转有权机关, where it is about the head of the bureau or beyond what it may investigate."""
    facts = {
        "competent": _stated(competent, "转给哪个机关"), "reasons": _stated(reasons, "转送的理由"),
        "ended_on": on,
    }  # fmt: skip
    return FAULT_FLOW.advance(record, "refer", actor=actor, on=on, write=lambda row: facts)


@act
def draft_paper(record: FaultRecord, *, actor, on: date) -> Document:
    """起草过错责任追究决定（建议）书 from what was decided."""
    record = lock(record, actor)
    check_permission(actor, REGISTER_FAULT, "起草文书")
    check_permission(actor, DRAFT, "起草文书")
    _obey(guards.not_his_own(record, Act(actor, on, REGISTER_FAULT)))
    if record.state != FaultRecord.State.DECIDED:
        raise Refused("决定追究以后才起草文书。")
    if queries.live_paper(record, actor):
        raise Refused("已经有一份文书，请在原稿上修改或者先作废。")
    return documents.draft(
        record, queries.PAPER, bureau=record.bureau, party=None, title=TITLE,
        fields=queries.said_in_paper(record), actor=actor, on=on,
    )  # fmt: skip
