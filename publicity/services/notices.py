"""公示: drafted from an issued paper, checked for secrets, approved, published, withdrawn."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from publicity import guards, repair_guards
from publicity.models import Notice
from publicity.models.notices import EXEMPLARY
from publicity.queries import leaving_out, results
from publicity.queries import notices as queries
from publicity.queries.leaving_out import to_leave_out
from publicity.workflow import NOTICE_FLOW

SUMMARY = ("title", "party_name", "facts", "basis", "outcome")
REVIEWED = ("secrecy_checked", "secrecy_reviewer", "secrecy_note", "redaction_checked")
DRAFT, PUBLISH = "publicity.draft_notice", "publicity.publish_notice"


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()


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
    values = queries.summary_of(document, on) | _chosen(summary)
    if results.is_result(document):
        values |= results.particulars(document) | results.counted(document.subject, on)
    notice = Notice.objects.create(
        bureau=document.bureau,
        document=document,
        drafted_by=actor,
        drafted_on=on,
        **_credit(document, credit_class, credit_reason),
        **values,
    )
    trail.record(notice, "draft_notice", "拟公示", actor=actor, on=on, backfilled=backfilled)
    return notice


def _chosen(summary: dict) -> dict:
    return {name: summary[name].strip() for name in SUMMARY if name in summary}


def _credit(document: Document, credit_class: str, reason: str) -> dict:
    if credit_class not in Notice.CreditClass.values:
        raise Refused("请选择信用信息分类。")
    result = results.is_result(document)
    if (result or document.kind == EXEMPLARY) and credit_class != Notice.CreditClass.NONE:
        what = "检查结果" if result else "整改优秀典型"
        raise Refused(f"{what}不是信用信息，请选“不属于信用信息”。")
    until = results.last_day(document) if result else None
    return {
        "credit_class": credit_class,
        "credit_reason": _stated(reason, "分类的理由"),
        "expires_on": until or queries.expiry(credit_class, document.issued_on),
    }


@act
def revise(
    notice: Notice, *, actor, on: date, credit_class: str, credit_reason: str, **summary: str
) -> Notice:
    """Change a draft; it must be checked for secrets again."""
    notice, backfilled = _draft(notice, actor, on, "修改公示稿")
    values = _chosen(summary) | _credit(notice.document, credit_class, credit_reason)
    if notice.is_result:
        values |= results.counted(notice.document.subject, on)
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
    check_words(notice, notice.words)
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
    notice = NOTICE_FLOW.advance(notice, "approve", actor=actor, on=on, write=lambda row: changes)
    check_words(notice, notice.words)
    return notice


@act
def return_notice(notice: Notice, *, actor, on: date, note: str) -> Notice:
    """退回修改, with the reason."""
    reason = _stated(note, "退回的原因")
    return NOTICE_FLOW.advance(notice, "return_notice", actor=actor, on=on, note=reason)


@act
def publish(notice: Notice, *, actor, on: date) -> Notice:
    """公布: anyone may read it from now on; the clock of publication on the paper is met."""
    notice = NOTICE_FLOW.advance(
        notice, "publish", actor=actor, on=on, write=lambda row: _public(row, on)
    )
    check_words(notice, notice.words)
    for code in queries.PUBLICATION:
        deadlines.meet(notice.document, code, on=on, note="已公布")
    return notice


def _public(notice: Notice, on: date) -> dict:
    """The day; of a check also how far the unit has come by then."""
    now = results.counted(notice.document.subject, on) if notice.is_result else {}
    return {"published_on": on, **now}


@act
def update_progress(notice: Notice, *, actor, on: date) -> Notice:
    """更新整改情况 of a published result: the numbers come from the record, nothing is typed.

    What stood there before stays in the trail.
    """
    notice = lock(notice, actor)
    check_permission(actor, PUBLISH, "更新整改情况")
    if not (notice.is_result and notice.state == Notice.State.PUBLISHED and not notice.changed_on):
        raise Refused("只有正在公示的检查结果才更新整改情况。")
    backfilled = check_date(actor, on)
    if why := guards.on_the_day(notice, Act(actor, on, PUBLISH)):
        raise Refused(why)
    before = notice.outcome
    now = results.counted(notice.document.subject, on)
    for name, value in now.items():
        setattr(notice, name, value)
    notice.save(update_fields=[*now])
    trail.record(
        notice, "update_progress", "更新整改情况", actor=actor, on=on, backfilled=backfilled,
        details={"before": before, "after": notice.outcome},
    )  # fmt: skip
    return notice


@act
def report_change(notice: Notice, *, actor, on: date, changed_on: date, ground: str) -> Notice:
    """登记决定变更: the decision was changed, revoked, or found unlawful or void.

    From that day three working days run within which the notice is withdrawn (D-G03).
    """
    notice = lock(notice, actor)
    check_permission(actor, PUBLISH, "登记变更")
    if notice.state != Notice.State.PUBLISHED or notice.changed_on:
        raise Refused("只有正在公示、还没有登记变更的，才需要登记。")
    backfilled = check_date(actor, on)
    if not notice.decided_on <= changed_on <= on:
        raise Refused("变更日期应当在作出决定之后、今天以前。")
    notice.changed_on, notice.changed_ground = changed_on, _stated(ground, "变更情况")
    notice.save(update_fields=["changed_on", "changed_ground"])
    start_withdrawal(notice, changed_on)
    trail.record(notice, "report_change", "登记变更", actor=actor, on=on, backfilled=backfilled)
    return notice


@act
def withdraw(notice: Notice, *, actor, on: date, reason: str) -> Notice:
    """撤回公示: the public sees number, day and reason, and nothing else (第四十八条第二款)."""
    text = _stated(reason, "撤回的理由（会公开）")
    check_words(notice, text, "撤回的理由")
    if leaving_out.names_party(notice, text):
        raise Refused(
            {
                "reason": "撤回的理由里有当事人的名称。撤回以后公众不再看到当事人，请改写，例如："
                f"“原决定经行政复议撤销”。依据：{guards.PENALTY_LAW}第四十八条第二款。"
            }
        )
    changes = {"withdrawn_on": on, "withdrawal_reason": text}
    notice = NOTICE_FLOW.advance(
        notice, "withdraw", actor=actor, on=on, write=lambda row: changes, note=text
    )
    deadlines.meet(notice, queries.WITHDRAWAL, on=on, note="已撤回")
    return notice


@act
def repair(notice: Notice, *, actor, on: date, note: str) -> Notice:
    """登记信用修复: publicity ends today, before its longest time (信用修复管理办法, by reprints).

    `note` says by which decision; who decided is not for this system to judge.
    """
    notice = lock(notice, actor)
    check_permission(actor, PUBLISH, "登记信用修复")
    backfilled = check_date(actor, on)
    if not repair_guards.may_be_repaired(notice):
        raise Refused("只有正在公示、属于信用信息、还没有修复的，才登记信用修复。")
    if why := guards.on_the_day(notice, Act(actor, on)) or repair_guards.refusal(notice, on):
        raise Refused(why)
    notice.repaired_on = on
    notice.repair_note = _stated(note, "信用修复的决定和文号")
    notice.save(update_fields=["repaired_on", "repair_note"])
    trail.record(
        notice, "repair", "登记信用修复", actor=actor, on=on, backfilled=backfilled,
        note=notice.repair_note,
    )  # fmt: skip
    return notice


def check_words(notice: Notice, text: str, what: str = "公示内容") -> None:
    """Raise Refused while `text` names whom the record names, or holds a private number."""
    if found := to_leave_out(notice, text):
        raise Refused(
            f"{what}里有{'、'.join(found)}，不能公开，请先删去或者隐去。"
            f"依据：{guards.PENALTY_LAW}第五十条和行政执法公示制度。"
        )


def start_withdrawal(notice: Notice, on: date) -> None:
    """D-G03; for a check the law sets no days, those of a penalty are taken (本机关公示制度)."""
    name = results.WITHDRAWN_LIKE if notice.is_result else ""
    deadlines.start(notice, queries.WITHDRAWAL, bureau=notice.bureau, on=on, name=name)
