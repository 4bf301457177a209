"""What follows for 公示 when a paper is signed or replaced, or what it rests on falls."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from publicity.models import Notice, ResultRule
from publicity.queries import notices as queries
from publicity.queries import results
from publicity.services import notices as services


def letter_issued(document: Document, *, actor, on: date) -> None:
    """The result of a check is out: it is public within the term of D-G15, if the rule asks for it.

    Which results are published one by one is no law but the bureau's rule; before it has set one,
    what this system proposes, and the clock says so. The clock is the proposal: a letter without
    it is in nobody's list.
    """
    rule = ResultRule.objects.on(document.bureau, on)
    if rule.asks_for(document.party):
        deadlines.start(
            document, results.CLOCK, bureau=document.bureau, on=on, name=rule.clock_name
        )


def paper_replaced(document: Document, *, actor, on: date) -> None:
    """A corrected paper is published anew on the term of the first; what is public of that falls.

    Its open clocks were stopped with it (issuing).
    """
    old = document.replaces
    for clock in deadlines.for_subject(old).filter(code__in=queries.PUBLICATION)[:1]:
        deadlines.start(document, clock.code, bureau=document.bureau, on=on, name=clock.name)
    _has_changed(old, f"由{document.number}更正并代替", actor, on)


def result_issued(document: Document, *, actor, on: date) -> None:
    """A result other than a penalty is public within 20 working days (D-G02)."""
    deadlines.start(document, queries.OTHER_RESULT, bureau=document.bureau, on=on)


def exemplary_decided(document: Document, *, actor, on: date) -> None:
    """A model rectification is publicity by practice: no law says that it is public, or when."""
    deadlines.start(document, queries.EXEMPLARY_CASE, bureau=document.bureau, on=on)


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
        services.approve(notice, actor=actor, on=on)


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
        services.start_withdrawal(notice, on)
        trail.record(notice, "report_change", "登记变更", actor=actor, on=on, note=ground)
