"""约谈: arranging one, its notice and its order. Statutory only for 档案服务企业."""

from datetime import date, time

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.legislation.citations import CitationError, article_on, cite
from archives_enforcement.templatetags.formats import cn_date, cn_weekday
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.interview_guards import hazard_known
from inspections.models import Finding, Inspection, Interview
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
