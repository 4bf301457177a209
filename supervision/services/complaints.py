"""对执法的投诉和建议: registered, given to somebody else, looked into, answered."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import Tip
from inspections.queries.reporters import reporter_of
from inspections.services import reporters, tip_files, tips
from supervision import complaint_guards as guards
from supervision.models import Complaint
from supervision.workflow import COMPLAINT_FLOW, INVESTIGATE, REGISTER

CLOCK = "D-S06"
O = Complaint.Outcome  # noqa: E741


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}。")
    return text.strip()


@act
def register(
    *, actor, on: date, received_on: date, text: str, against=(), uploads=(), complainant="",
    contact="", **facts,
) -> Complaint:  # fmt: skip
    """登记 a complaint or a suggestion; from the day it came its time to be answered runs.

    Whom it is about sees it no more than a stranger; who complained is sealed. Raises Refused for a
    complaint about a conduct that names nobody and nothing, and for a day to come.
    """
    complaint, backfilled = _opened(actor, on, received_on, text, against, facts)
    kept = reporters.keep(complaint, name=complainant, contact=contact)
    _names_nobody(complaint, "反映的内容", complaint.text)
    named = tip_files.renamed(uploads, anonymous=kept is None)
    files.attach(complaint, named, purpose="投诉材料", actor=actor, bureau=complaint.bureau)
    return _entered(complaint, actor, on, backfilled)


@act
def take_up(tip: Tip, *, actor, on: date, text: str, against=(), **facts) -> Complaint:
    """受理 what came by the public page; its files and its reporter stay with the tip."""
    tip = tips.take_up(tip, actor=actor, on=on, withheld_from=against)
    facts = {**facts, "tip": tip}
    complaint, backfilled = _opened(actor, on, tip.received_on, text, against, facts)
    _names_nobody(complaint, "反映的内容", complaint.text)
    return _entered(complaint, actor, on, backfilled)


def _opened(actor, on: date, received_on: date, text: str, against, facts: dict):
    """The complaint, and whether it is entered late."""
    check_permission(actor, REGISTER, "登记对执法的投诉")
    backfilled = check_date(actor, on)
    if received_on > on:
        raise Refused("收到日期不能晚于登记日期。")
    about = [*against, facts.get("inspection"), facts.get("case")]
    if facts["kind"] != Complaint.Kind.ADVICE and not any(about):
        raise Refused("请选择被反映的人员，或者涉及的检查、案件，才能确定由谁回避。")
    if any(person.bureau_id != actor.bureau_id for person in against):
        raise Refused("被反映的人员只能选本机关的人员。")
    if actor in against:
        raise Refused("您是被反映的人员，请由其他人员登记。")
    complaint = Complaint.objects.create(
        bureau=actor.bureau, registered_by=actor, received_on=received_on,
        text=_stated(text, "反映的内容"), **facts,
    )  # fmt: skip
    complaint.against.set(against)
    deadlines.start(complaint, CLOCK, bureau=complaint.bureau, on=received_on)
    return complaint, backfilled


def _names_nobody(complaint: Complaint, what: str, text: str) -> None:
    """A body that complains is named in what it is about; a person never."""
    if complaint.source == Complaint.Source.PERSON:
        reporters.names_nobody(complaint, what, text)


def _entered(complaint: Complaint, actor, on: date, backfilled: bool) -> Complaint:
    trail.record(
        complaint, "register_complaint", "登记投诉建议", actor=actor, on=on, backfilled=backfilled
    )
    return complaint


@act
def assign(complaint: Complaint, *, actor, on: date, investigator: User) -> Complaint:
    """指定调查人: somebody else than whom it is about, who handled it or stands beside him."""
    if investigator.bureau_id != actor.bureau_id or not investigator.has_perm(INVESTIGATE):
        raise Refused("请从本机关可以调查投诉的人员中选择调查人。")

    def write(row) -> dict:
        if why := guards.investigator_is_another(row, investigator):
            raise Refused(why)
        return {"investigator": investigator, "assigned_on": on}

    return COMPLAINT_FLOW.advance(complaint, "assign", actor=actor, on=on, write=write)


@act
def find(
    complaint: Complaint, *, actor, on: date, outcome: str, findings: str, handling: str,
    uploads=(),
) -> Complaint:  # fmt: skip
    """登记调查结果 by the investigator himself."""
    is_advice = complaint.kind == Complaint.Kind.ADVICE
    if outcome not in O.values or (outcome in Complaint.OF_ADVICE) != is_advice:
        raise Refused("请选择与投诉性质相应的结论：建议选是否采纳，其他选是否属实。")
    facts = {
        "outcome": outcome,
        "findings": _stated(findings, "查明的情况"),
        "handling": _stated(handling, "处理意见"),
        "found_on": on,
    }
    complaint = COMPLAINT_FLOW.advance(complaint, "find", actor=actor, on=on, write=lambda r: facts)
    files.attach(complaint, uploads, purpose="调查材料", actor=actor, bureau=complaint.bureau)
    return complaint


@act
def answer(complaint: Complaint, *, actor, on: date, way: str, text: str) -> Complaint:
    """答复反映人, with the day and the way; who left no address cannot be answered, which is noted.

    人大、政协、司法机关 and every other body are always answered.
    """
    if way not in Complaint.Way.values:
        raise Refused("请选择答复方式。")
    kept = reporter_of(complaint)
    reachable = complaint.tip is not None or (kept is not None and kept.is_reachable)
    if way == Complaint.Way.NONE and (reachable or complaint.source != Complaint.Source.PERSON):
        raise Refused("反映人留有联系方式，或者是单位、机关的，应当答复。")
    facts = {"way": way, "answer": _stated(text, "答复的内容"), "answered_on": on}
    complaint = COMPLAINT_FLOW.advance(
        complaint, "answer", actor=actor, on=on, write=lambda row: _telling(row, facts)
    )
    deadlines.meet(complaint, CLOCK, on=on, note=complaint.get_way_display())
    _tell(complaint, actor, on, way if way in Tip.Way.values else Tip.Way.PAGE)
    return complaint


def _telling(complaint: Complaint, facts: dict) -> dict:
    _names_nobody(complaint, "答复的内容", facts["answer"])
    return facts


def _tell(complaint: Complaint, actor, on: date, way: str) -> None:
    """Who complained by the public page reads the answer by his code."""
    if complaint.tip is not None:
        tips.answer(
            complaint.tip, actor=actor, on=on, answer=complaint.answer, way=way, step="tell"
        )


@act
def refer(complaint: Complaint, *, actor, on: date, competent: str, text: str) -> Complaint:
    """转有权机关, where it is about who would have to assign it or beyond the bureau's power."""
    facts = {
        "competent": _stated(competent, "转给哪个机关"),
        "answer": _stated(text, "怎样告知反映人"),
        "answered_on": on,
    }
    complaint = COMPLAINT_FLOW.advance(
        complaint, "refer", actor=actor, on=on, write=lambda row: _telling(row, facts)
    )
    deadlines.meet(complaint, CLOCK, on=on, note="已转有权机关并告知")
    _tell(complaint, actor, on, Tip.Way.PAGE)
    return complaint
