"""约谈: notice, talk, minutes. Statutory only for 档案服务企业; otherwise a measure of work."""

from datetime import date, time

from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.legislation.citations import CitationError, article_on, cite
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.templatetags.formats import cn_date, cn_weekday
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.interview_guards import hazard_known
from inspections.models import Commitment, Finding, Inspection, Interview
from inspections.queries import interviews as queries
from inspections.queries import ladder
from inspections.services import escalation
from inspections.workflow import INTERVIEW_FLOW

NOTICE, ORDER = queries.NOTICE, "correction_order"
HOLD = "inspections.hold_interview"


def statutory_basis(party: Party, on: date) -> str:
    """The article on which a statutory interview rests; Refused where there is none.

    实施条例第五十一条 knows it for 档案服务企业 alone, and only while it is in force.
    """
    if party.kind != Party.Kind.SERVICE_ENTERPRISE:
        raise Refused(
            "法定约谈只适用于档案服务企业（《中华人民共和国档案法实施条例》第五十一条）；"
            "对其他单位请选“工作约谈”。"
        )
    try:
        return cite(article_on("archives_regulation", 51, on=on))
    except CitationError as error:
        raise Refused(f"不能作法定约谈：{error}请选“工作约谈”。") from error


@act
def create(
    inspection: Inspection,
    *,
    actor,
    on: date,
    kind: str,
    findings,
    reason: str,
    scheduled_on: date,
    scheduled_at: time,
    place: str,
) -> Interview:
    """拟约谈 on problems that stayed unfixed, and draft its notice.

    `findings` must be overdue on `on`, or have been seen unfixed at a look-back; a statutory talk
    is about hazards that the firm knows of (实施条例第五十一条). Raises Refused.
    A notice later than D-I21 (a setting, not law) is allowed and noted.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, HOLD, "约谈")
    backfilled = check_date(actor, on)
    party = inspection.party
    if kind == Interview.Kind.STATUTORY:
        statutory_basis(party, on)
    if scheduled_on < on:
        raise Refused("约谈日期不能早于今天。")
    chosen = _chosen(inspection, findings, on)
    if kind == Interview.Kind.STATUTORY and (why := hazard_known(inspection, chosen, on)):
        raise Refused(why)
    interview = Interview.objects.create(
        bureau=inspection.bureau,
        unit=inspection.unit,
        inspection=inspection,
        kind=kind,
        reason=reason.strip(),
        scheduled_on=scheduled_on,
        scheduled_at=scheduled_at,
        place=place.strip(),
        drafted_by=actor,
    )
    interview.findings.set(chosen)
    trail.record(
        interview, "create_interview", "拟约谈", actor=actor, on=on, backfilled=backfilled,
        note=queries.short_notice(interview, on),
    )  # fmt: skip
    draft_notice(interview, actor=actor, on=on)
    return interview


def _chosen(inspection, findings, on: date) -> list[Finding]:
    failing = escalation.failing(inspection, findings, on)
    if why := ladder.why_not(inspection, ladder.TALK, failing, on):
        raise Refused(why)
    return failing


@act
def draft_notice(interview: Interview, *, actor, on: date) -> Document:
    """起草约谈通知书; one at a time. Signing it tells the unit and moves the interview on."""
    interview = lock(interview, actor)
    check_permission(actor, HOLD, "起草约谈通知书")
    if interview.state != Interview.State.DRAFT:
        raise Refused("约谈通知书已经签发，不用再起草。")
    drafted = documents_about(interview, actor).filter(kind=NOTICE)
    if drafted.exclude(state=Document.State.VOID).exists():
        raise Refused("这次约谈已经有一份通知书草稿，请在原稿上修改或者先作废。")
    return documents.draft(
        interview,
        NOTICE,
        bureau=interview.bureau,
        party=interview.unit.party,
        title="约谈通知书",
        fields=_facts(interview, on),
        actor=actor,
        on=on,
    )


def _facts(interview: Interview, on: date) -> dict:
    reason = interview.reason
    if interview.kind == Interview.Kind.STATUTORY:
        basis = statutory_basis(interview.unit.party, on)
        paper = queries.paper_that_told(interview.inspection, on)
        known = f"你单位已收到{paper.number}，知道存在档案安全隐患。" if paper else ""
        reason = f"{reason.rstrip('。')}。{known}依据{basis}，决定对你单位进行约谈。"
    topics = [
        f"（{number}）{row.text.rstrip('。')}，整改要求：{row.requirement.rstrip('。')}。"
        for number, row in enumerate(interview.findings.order_by("position"), start=1)
    ]
    day = interview.scheduled_on
    return {
        "unit": interview.unit.party.name,
        "time": f"{cn_date(day)}（{cn_weekday(day)}）{interview.scheduled_at:%H:%M}",
        "place": interview.place,
        "reason": reason,
        "kind": interview.get_kind_display(),
        "topics": topics,
        "phone": interview.bureau.phone,
    }


def notified(document: Document, *, actor, on: date) -> None:
    """After the notice is signed the interview stands as announced."""
    INTERVIEW_FLOW.advance(document.subject, "notify", actor=actor, on=on)


@act
def draft_order(interview: Interview, *, actor, on: date, term: str) -> Document:
    """起草责令限期整改通知书, which goes with a statutory talk (实施条例第五十一条).

    `term` is the time the unit gets, as the paper names it (30日). Raises Refused for a talk as a
    measure of work, which orders nothing, and while an order stands.
    """
    interview = lock(interview, actor)
    check_permission(actor, HOLD, "责令限期整改")
    if interview.kind != Interview.Kind.STATUTORY:
        raise Refused(
            "工作约谈不附带责令整改；发现安全隐患的，请从检查页面起草责令限期整改通知书。"
            "依据：《中华人民共和国档案法》第四十五条、实施条例第五十一条。"
        )
    if queries.has_order(interview):
        raise Refused("这次约谈已经有责令限期整改通知书，请在原稿上办理；写错的先作废。")
    if not term.strip():
        raise Refused("请写明整改期限，例如：30日。")
    interview.order = documents.draft_about(
        "inspection", interview.inspection, ORDER, title="", fields=_ordered(interview, term, on),
        actor=actor, on=on,
    )  # fmt: skip
    interview.save(update_fields=["order"])
    trail.record(interview, "draft_order", "责令限期整改", actor=actor, on=on)
    return interview.order


def _ordered(interview: Interview, term: str, on: date) -> dict:
    rows = list(interview.findings.order_by("position"))
    return {
        "unit": interview.unit.party.name,
        "facts": "\n".join(f"{row.position}. {row.text}" for row in rows),
        "basis": statutory_basis(interview.unit.party, on),
        "order": "\n".join(f"{row.position}. {row.requirement}" for row in rows),
        "term": term.strip(),
        "consequence": "逾期不整改的，我局将依法处理",
    }


@act
def hold(
    interview: Interview, *, actor, on: date, present: str, minutes: str, commitments=()
) -> Interview:
    """登记约谈记录: who came, what was said, and each promise as (what, until when)."""
    if not present.strip() or not minutes.strip():
        raise Refused("请写明参加人员和约谈记录。")
    promised = [_promise(text, due, on) for text, due in commitments]

    def write(row) -> dict:
        Commitment.objects.bulk_create(
            Commitment(interview=row, position=place, text=text, due_on=due)
            for place, (text, due) in enumerate(promised, start=1)
        )
        return {"held_on": on, "present": present.strip(), "minutes": minutes.strip()}

    return INTERVIEW_FLOW.advance(interview, "hold", actor=actor, on=on, write=write)


def _promise(text: str, due: date | None, on: date) -> tuple[str, date]:
    if not text.strip():
        raise Refused("填写了承诺期限的，请写明承诺做什么。")
    if due is None:
        raise Refused("单位有承诺的，请填写每项承诺在哪天前做到。")
    if due < on:
        raise Refused("承诺期限不能早于约谈的日期。")
    return text.strip(), due


@act
def sign_minutes(interview: Interview, *, actor, on: date, signed_by: str) -> Interview:
    """登记签字: who signed the minutes for the unit; the signed pages are added to the paper."""
    if not signed_by.strip():
        raise Refused("请写明签字的单位代表（姓名和职务）。")
    facts = {"signed_on": on, "signed_by": signed_by.strip()}
    return INTERVIEW_FLOW.advance(
        interview, "sign_minutes", actor=actor, on=on, write=lambda row: facts
    )


@act
def refuse_minutes(interview: Interview, *, actor, on: date, reason: str) -> Interview:
    """登记拒绝签字, with the reason that those who held the talk note on the minutes."""
    if not reason.strip():
        raise Refused("单位拒绝签字的，请写明原因。")
    facts = {"signed_on": on, "refusal_reason": reason.strip()}
    return INTERVIEW_FLOW.advance(
        interview, "refuse_minutes", actor=actor, on=on, write=lambda row: facts, note=reason
    )


@act
def check_commitment(
    commitment: Commitment, *, actor, on: date, outcome: str, note: str
) -> Commitment:
    """核实承诺: kept or broken, and what was seen; a promise is not broken before its day is over.

    What is broken is said to the unit; the next rung of the ladder is the officer's choice.
    """
    commitment = lock(commitment, actor)
    check_permission(actor, HOLD, "核实承诺")
    backfilled = check_date(actor, on)
    if why := _not_to_check(commitment, outcome, on):
        raise Refused(why)
    if not note.strip():
        raise Refused("请写明核实的情况：看到了什么，怎么核实的。")
    commitment.outcome, commitment.outcome_note = outcome, note.strip()
    commitment.checked_by, commitment.checked_on = actor, on
    commitment.save(update_fields=["outcome", "outcome_note", "checked_by", "checked_on"])
    trail.record(
        commitment.interview, "check_commitment",
        f"核实承诺：{commitment.get_outcome_display()}", actor=actor, on=on,
        backfilled=backfilled, note=note, details={"commitment": commitment.position},
    )  # fmt: skip
    _tell_outcome(commitment, on)
    return commitment


def _not_to_check(commitment: Commitment, outcome: str, on: date) -> str | None:
    if outcome not in Commitment.CHECKED:
        return "请选择已做到或者没有做到。"
    if commitment.outcome:
        return f"这项承诺{cn_date(commitment.checked_on)}已经核实，不用再核实。"
    if on < commitment.interview.held_on:
        return "核实日期不能早于约谈的日期。"
    if outcome == Commitment.Outcome.BROKEN and on <= commitment.due_on:
        return f"承诺期限是{cn_date(commitment.due_on)}，还没有过，不能认定没有做到。"
    return None


def _tell_outcome(commitment: Commitment, on: date) -> None:
    talk = commitment.interview
    text = f"约谈时的承诺“{commitment.text[:60]}”经核实{commitment.get_outcome_display()}。"
    page = reverse("inspections:portal-inspection", args=[talk.inspection_id])
    tell_party(talk.unit.party, text, on=on, url=page)
