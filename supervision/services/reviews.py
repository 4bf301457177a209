"""监督复查: asked for in its term, decided in its term, suspending nothing."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from supervision import guards
from supervision.models import ReviewRequest, SupervisionNotice
from supervision.queries import notices as queries
from supervision.services.notices import DRAFT, end
from supervision.workflow import NOTICE_FLOW, SUPERVISE

Outcome = ReviewRequest.Outcome


@act
def request(notice: SupervisionNotice, *, actor, on: date, reasons: str, uploads=()):
    """申请复查 in its term; the time to decide starts, every other clock runs on."""
    if not reasons.strip():
        raise Refused("请写明请求复查什么、理由是什么。")
    notice = NOTICE_FLOW.advance(notice, "request_review", actor=actor, on=on)
    asked = ReviewRequest.objects.create(
        notice=notice, reasons=reasons.strip(), requested_by=actor, requested_on=on
    )
    files.attach(notice, uploads, purpose="复查申请材料", actor=actor, bureau=notice.bureau)
    deadlines.meet(notice, queries.APPLICATION, on=on, note="已申请复查")
    deadlines.start(notice, queries.REVIEW, bureau=notice.bureau, on=on)
    return asked


def _open(notice: SupervisionNotice, actor, on: date, label: str):
    """The locked notice with its undecided request, and whether the day is entered late."""
    notice = lock(notice, actor)
    check_permission(actor, SUPERVISE, label)
    backfilled = check_date(actor, on)
    asked = notice.asked_for_review
    if asked is None or asked.outcome:
        raise Refused("没有等待决定的复查申请，请刷新页面。")
    if on < asked.requested_on:
        raise Refused("决定日期不能早于申请日期。")
    return notice, asked, backfilled


def _stated(outcome: str, findings: str, decision: str) -> dict:
    if outcome not in Outcome.values:
        raise Refused("请选择维持、变更或者撤销。")
    if not findings.strip() or not decision.strip():
        raise Refused("请写明查明的情况和复查决定的内容。")
    return {"outcome": outcome, "findings": findings.strip(), "decision": decision.strip()}


@act
def draft_decision(
    notice: SupervisionNotice, *, actor, on: date, outcome: str, findings: str, decision: str
) -> Document:
    """起草复查决定书 on a notice issued here; signed, it decides.

    Not by the one who handed in the report or had a hand in the check or case.
    """
    notice, asked, _ = _open(notice, actor, on, "起草复查决定书")
    check_permission(actor, DRAFT, "起草复查决定书")
    if not notice.issuer.is_own:
        raise Refused(f"复查决定由{notice.issuer}作出，请录入收到的决定。")
    if why := guards.not_of_own_work(notice.inspection, notice.case, {actor.pk}):
        raise Refused(why)
    papers = queries.papers_of(notice, actor)
    if queries.live(papers, queries.REVIEW_PAPER):
        raise Refused("已经有一份复查决定书草稿，请在原稿上修改或者先作废。")
    stated = _stated(outcome, findings, decision)
    said = f"{Outcome(outcome).label}{queries.number_of(notice, papers)}。{stated['decision']}"
    return documents.draft(
        notice,
        queries.REVIEW_PAPER,
        bureau=notice.bureau,
        party=None,
        title="行政执法监督复查决定书",
        fields={
            "receiver": notice.receiver,
            "paper": queries.number_of(notice, papers),
            "request": asked.reasons,
            "facts": stated["findings"],
            "decision": said,
            "phone": notice.bureau.phone,
            "outcome": stated,
        },
        actor=actor,
        on=on,
    )


def decided(document: Document, *, actor, on: date) -> None:
    """The signed 复查决定书 takes effect."""
    notice = SupervisionNotice.objects.select_for_update().get(pk=document.object_id)
    _decide(notice, on, document.number, document.fields["outcome"])
    if notice.asked_for_review.outcome == Outcome.REVOKED:
        NOTICE_FLOW.advance(notice, "revoke", actor=actor, on=on)
        end(notice, on)


@act
def enter_decision(
    notice: SupervisionNotice, *, actor, on: date, outcome: str, findings: str, decision: str,
    number: str, scan,
) -> ReviewRequest:  # fmt: skip
    """录入复查决定 that the body above has made, with its scan; `on` is the day it was made."""
    notice, asked, backfilled = _open(notice, actor, on, "录入复查决定")
    if notice.issuer.is_own:
        raise Refused("本机关的复查决定须制作复查决定书，请起草复查决定书。")
    if not number.strip() or not scan:
        raise Refused("请填写复查决定书的文号，并上传扫描件。")
    _decide(notice, on, number.strip(), _stated(outcome, findings, decision))
    files.attach(notice, scan, purpose="复查决定书", actor=actor, bureau=notice.bureau)
    trail.record(
        notice, "enter_decision", "录入复查决定", actor=actor, on=on, note=number,
        backfilled=backfilled,
    )  # fmt: skip
    if outcome == Outcome.REVOKED:
        NOTICE_FLOW.advance(notice, "enter_revoked", actor=actor, on=on)
        end(notice, on)
    return asked


def _decide(notice: SupervisionNotice, on: date, number: str, stated: dict) -> None:
    asked = notice.asked_for_review
    for name, value in {**stated, "number": number, "decided_on": on}.items():
        setattr(asked, name, value)
    asked.save()
    deadlines.meet(notice, queries.REVIEW, on=on, note=asked.get_outcome_display())
