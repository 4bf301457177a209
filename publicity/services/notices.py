"""公示: drafted from an issued paper, checked for secrets, approved, published, withdrawn."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from publicity import guards
from publicity.models import Notice
from publicity.models.notices import EXEMPLARY
from publicity.queries import notices as queries
from publicity.workflow import NOTICE_FLOW

SUMMARY = ("title", "party_name", "facts", "basis", "outcome")
REVIEWED = ("secrecy_checked", "secrecy_reviewer", "secrecy_note", "redaction_checked")
DRAFT = "publicity.draft_notice"


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()


def result_issued(document: Document, *, actor, on: date) -> None:
    """A result other than a penalty is public within 20 working days (D-G02)."""
    deadlines.start(document, queries.OTHER_RESULT, bureau=document.bureau, on=on)


@act
def create(
    document: Document, *, actor, on: date, credit_class: str, credit_reason: str, **summary: str
) -> Notice:
    """拟公示 of one issued paper of a public kind; `summary` overrides parts of SUMMARY.

    Raises Refused for a paper that is not public, not issued, or already noticed.
    """
    check_permission(actor, DRAFT, "拟公示")
    backfilled = check_date(actor, on)
    if not queries.decisions_to_publish(actor).filter(pk=document.pk).exists():
        raise Refused(
            "这份文书不需要公示、还没有签发，或者已有公示。"
            "依据：《中华人民共和国行政处罚法》第四十八条，行政执法公示制度。"
        )
    if on < document.issued_on:
        raise Refused(f"拟稿日期不能早于文书的签发日期（{cn_date(document.issued_on)}）。")
    values = queries.summary_of(document) | _chosen(summary)
    notice = Notice.objects.create(
        bureau=document.bureau,
        document=document,
        drafted_by=actor,
        drafted_on=on,
        **_credit(document.kind, credit_class, credit_reason, document.issued_on),
        **values,
    )
    trail.record(notice, "draft_notice", "拟公示", actor=actor, on=on, backfilled=backfilled)
    return notice


def _chosen(summary: dict) -> dict:
    return {name: summary[name].strip() for name in SUMMARY if name in summary}


def _credit(kind: str, credit_class: str, reason: str, decided_on: date) -> dict:
    if credit_class not in Notice.CreditClass.values:
        raise Refused("请选择信用信息分类。")
    if kind == EXEMPLARY and credit_class != Notice.CreditClass.NONE:
        raise Refused("整改优秀典型不是信用信息，请选“不属于信用信息”。")
    return {
        "credit_class": credit_class,
        "credit_reason": _stated(reason, "分类的理由"),
        "expires_on": queries.expiry(credit_class, decided_on),
    }


@act
def revise(
    notice: Notice, *, actor, on: date, credit_class: str, credit_reason: str, **summary: str
) -> Notice:
    """Change a draft; it must be checked for secrets again."""
    notice, backfilled = _draft(notice, actor, on, "修改公示稿")
    values = _chosen(summary) | _credit(
        notice.document.kind, credit_class, credit_reason, notice.decided_on
    )
    values |= {"secrecy_checked": False, "secrecy_reviewer": None, "secrecy_note": ""}
    values["redaction_checked"] = False
    for name, value in values.items():
        setattr(notice, name, value)
    notice.save(update_fields=[*values])
    trail.record(notice, "revise", "修改公示稿", actor=actor, on=on, backfilled=backfilled)
    return notice


def _draft(notice: Notice, actor, on: date, label: str) -> tuple[Notice, bool]:
    notice = lock(notice, actor)
    check_permission(actor, DRAFT, label)
    if notice.state != Notice.State.DRAFT:
        raise Refused(f"现在的状态是“{notice.get_state_display()}”，不能{label}。")
    return notice, check_date(actor, on)


@act
def review_secrecy(notice: Notice, *, actor, on: date, note: str, redacted: bool) -> Notice:
    """保密审查 by a person who did not write the summary (档案行政处罚程序规定第六条).

    `redacted`: he has also read word by word that names of persons and the like are left out.
    """
    notice = lock(notice, actor)
    permission = DRAFT if actor.has_perm(DRAFT) else "publicity.approve_notice"
    check_permission(actor, permission, "保密审查")
    if notice.state != Notice.State.DRAFT:
        raise Refused(f"现在的状态是“{notice.get_state_display()}”，不用再审查。")
    backfilled = check_date(actor, on)
    if notice.drafted_by_id in Act(actor, on, permission).persons:
        raise Refused("拟稿人不能审查自己拟的公示，请由其他人员进行保密审查。")
    if not redacted:
        raise Refused("请先逐字核对该隐去的内容都已隐去，再通过审查。")
    if why := guards.nothing_private(notice, Act(actor, on, permission)):
        raise Refused(why)
    notice.secrecy_checked, notice.secrecy_reviewer = True, actor
    notice.redaction_checked = True
    notice.secrecy_note = _stated(note, "保密审查意见")
    notice.save(update_fields=[*REVIEWED])
    trail.record(
        notice,
        "review_secrecy",
        "保密审查和隐去核对通过",
        actor=actor,
        on=on,
        backfilled=backfilled,
    )
    return notice


@act
def approve(notice: Notice, *, actor, on: date) -> Notice:
    """批准公示 after the check for secrets."""
    changes = {"approved_by": actor, "approved_on": on}
    return NOTICE_FLOW.advance(notice, "approve", actor=actor, on=on, write=lambda row: changes)


def approval_signed(document: Document, *, actor, on: date) -> None:
    """公示审批表 is signed: the notices drafted of the case's decisions are approved with it.

    Each passes the guards of 批准公示; one that was approved before stays so. Raises Refused when
    nothing was drafted that it could be about.
    """
    rows = Notice.objects.open_to(actor).filter(
        document__content_type=document.content_type_id, document__object_id=document.object_id
    )
    if not rows.exists():
        raise Refused(
            "这个案件还没有拟公示的内容，请先在“执法公示”里拟稿并经保密审查，再签发审批表。"
            "依据：《中华人民共和国行政处罚法》第四十八条，本机关公示制度。"
        )
    for notice in rows.filter(state=Notice.State.DRAFT):
        approve(notice, actor=actor, on=on)


@act
def return_notice(notice: Notice, *, actor, on: date, note: str) -> Notice:
    """退回修改, with the reason."""
    reason = _stated(note, "退回的原因")
    return NOTICE_FLOW.advance(notice, "return_notice", actor=actor, on=on, note=reason)


@act
def publish(notice: Notice, *, actor, on: date) -> Notice:
    """公布: anyone may read it from now on; the clock of publication on the paper is met."""
    notice = NOTICE_FLOW.advance(
        notice, "publish", actor=actor, on=on, write=lambda row: {"published_on": on}
    )
    for code in queries.PUBLICATION:
        deadlines.meet(notice.document, code, on=on, note="已公布")
    return notice


@act
def report_change(notice: Notice, *, actor, on: date, changed_on: date, ground: str) -> Notice:
    """登记决定变更: the decision was changed, revoked, or found unlawful or void.

    From that day three working days run within which the notice is withdrawn (D-G03).
    """
    notice = lock(notice, actor)
    check_permission(actor, "publicity.publish_notice", "登记决定变更")
    if notice.state != Notice.State.PUBLISHED or notice.changed_on:
        raise Refused("只有正在公示、还没有登记变更的，才需要登记。")
    backfilled = check_date(actor, on)
    if not notice.decided_on <= changed_on <= on:
        raise Refused("变更日期应当在作出决定之后、今天以前。")
    notice.changed_on, notice.changed_ground = changed_on, _stated(ground, "变更情况")
    notice.save(update_fields=["changed_on", "changed_ground"])
    deadlines.start(notice, queries.WITHDRAWAL, bureau=notice.bureau, on=changed_on)
    trail.record(notice, "report_change", "登记决定变更", actor=actor, on=on, backfilled=backfilled)
    return notice


@act
def withdraw(notice: Notice, *, actor, on: date, reason: str) -> Notice:
    """撤回公示: the public sees number, day and reason, and nothing else (第四十八条第二款)."""
    text = _stated(reason, "撤回的理由（会公开）")
    changes = {"withdrawn_on": on, "withdrawal_reason": text}
    notice = NOTICE_FLOW.advance(
        notice, "withdraw", actor=actor, on=on, write=lambda row: changes, note=text
    )
    deadlines.meet(notice, queries.WITHDRAWAL, on=on, note="已撤回")
    return notice


def consent_withdrawn(exemplary, *, actor, on: date) -> None:
    """The unit takes back its consent: its case is hidden at once, 撤回公示 is left to the bureau.

    Runs in the act of the unit, which knows no notice: no scope of its is asked.
    """
    rows = Notice.objects.select_for_update().filter(
        state=Notice.State.PUBLISHED,
        changed_on=None,
        document__content_type=ContentType.objects.get_for_model(exemplary),
        document__object_id=exemplary.pk,
    )
    for notice in rows:
        notice.changed_on, notice.changed_ground = on, "单位撤回公开同意"
        notice.save(update_fields=["changed_on", "changed_ground"])
        trail.record(notice, "hide", "停止公开显示", actor=actor, on=on, note="单位撤回公开同意")


def decision_undone(remedy, *, actor, on: date) -> None:
    """复议, a suit or its like undid the decision: it is to be withdrawn (行政处罚法第四十八条).

    Runs in the act of who registers the outcome, who need not publish: no right of his is asked.
    """
    if remedy.paper_id is not None and remedy.outcome in remedy.UNDONE:
        ground = f"{remedy.get_kind_display()}{remedy.get_outcome_display()}"
        _has_changed(remedy.paper, ground, actor, on)


def challenge_ended(challenge, *, actor, on: date) -> None:
    """The same of a 复议 or a suit that is kept on its case."""
    if challenge.result in challenge.UNDONE:
        ground = f"{challenge.get_kind_display()}{challenge.get_result_display()}"
        _has_changed(challenge.case.decision.document, ground, actor, on)


def _has_changed(document: Document, ground: str, actor, on: date) -> None:
    rows = Notice.objects.select_for_update().filter(
        document=document, state=Notice.State.PUBLISHED, changed_on=None
    )
    for notice in rows:
        notice.changed_on, notice.changed_ground = on, ground
        notice.save(update_fields=["changed_on", "changed_ground"])
        deadlines.start(notice, queries.WITHDRAWAL, bureau=notice.bureau, on=on)
        trail.record(notice, "report_change", "登记决定变更", actor=actor, on=on, note=ground)
