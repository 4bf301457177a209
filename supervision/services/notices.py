"""执法监督通知（决定）书: issued here or received from above, signed for, reported on, closed."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.files import services as files
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from supervision import guards
from supervision.models import SupervisionNotice
from supervision.queries import notices as queries
from supervision.workflow import NOTICE_FLOW, SUPERVISE

DRAFT = "documents.draft_document"
UNITS = (Unit.CALENDAR_DAY, Unit.WORKDAY)
ELEMENTS = {  # of 五项内容 what is typed; the term stands beside them, the fifth is issuer and seal
    "receiver": "被监督的机构名称",
    "facts": "认定的事实和理由",
    "requirement": "处理决定的内容",
    "basis": "处理决定的依据",
    "manner": "执行的方式",
}
SOURCE = "本机关执法监督工作规范（执法监督通知（决定）书五项内容）"
CLOCKS = (queries.CORRECTION, queries.REPORT, queries.APPLICATION, queries.REVIEW)


@act
def draft(*, actor, on: date, issuer, form: str, **content) -> SupervisionNotice:
    """起草 by the bureau's own office, with its paper; `content` are the facts of the record.

    Raises Refused without one of the five elements, for a result beyond the office's power (C11),
    to whoever handled the check or case himself, and for another bureau (条例第四十二条).
    """
    check_permission(actor, SUPERVISE, "起草执法监督文书")
    check_permission(actor, DRAFT, "起草执法监督文书")
    backfilled = check_date(actor, on)
    if not issuer.is_own:
        raise Refused(f"{issuer}的文书由它发出，请用“录入收到的文书”登记。")
    notice = _built(actor, issuer, form, content)
    persons = Act(actor, on, SUPERVISE).persons
    if why := guards.within_own_house(notice.bureau, notice.receiver):
        raise Refused(why)
    if why := guards.not_of_own_work(notice.inspection, notice.case, persons):
        raise Refused(why)
    notice.save()
    trail.record(
        notice, "draft_notice", "起草执法监督文书", actor=actor, on=on, backfilled=backfilled
    )
    draft_paper(notice, actor=actor, on=on)
    return notice


@act
def enter(
    *, actor, on: date, issuer, form: str, number: str, issued_on: date, scan, **content
) -> SupervisionNotice:
    """录入收到的执法监督文书 from 司法行政部门 or the bureau above, received on `on`.

    It runs from now on as one issued here does. Raises Refused without one of the five elements,
    without its number or scan, and when it is entered already.
    """
    check_permission(actor, SUPERVISE, "录入收到的执法监督文书")
    backfilled = check_date(actor, on)
    if issuer.is_own:
        raise Refused("本机关自己发出的，请用“起草执法监督文书”办理。")
    if not number.strip() or not scan:
        raise Refused("请填写收到文书的文号，并上传盖有印章的扫描件。")
    if issued_on > on:
        raise Refused("收到日期不能早于文书的发出日期。")
    notice = _built(
        actor, issuer, form, content, number=number.strip(), issued_on=issued_on, received_on=on,
        received_by=actor.name, state=SupervisionNotice.State.OPEN,
    )  # fmt: skip
    notice.validate_constraints()
    notice.save()
    files.attach(notice, scan, purpose="收到的文书", actor=actor, bureau=notice.bureau)
    trail.record(
        notice, "enter_notice", "录入收到的执法监督文书", actor=actor, on=on, backfilled=backfilled
    )
    _start_clocks(notice, on)
    return notice


def _built(actor, issuer, form: str, content: dict, **facts) -> SupervisionNotice:
    if issuer.bureau_id != actor.bureau_id or not issuer.active:
        raise Refused("请选择本机关登记的、使用中的监督机构。")
    if form not in SupervisionNotice.Form.values:
        raise Refused("请选择通知书或者决定书。")
    content = {key: value.strip() if isinstance(value, str) else value
               for key, value in content.items()}  # fmt: skip
    if lacking := [label for name, label in ELEMENTS.items() if not content.get(name)]:
        raise Refused(f"请写明{'、'.join(lacking)}。依据：{SOURCE}。")
    if not content["term"] or content["unit"] not in UNITS:
        raise Refused(f"请写明执行的期限（日或者工作日）。依据：{SOURCE}。")
    notice = SupervisionNotice(
        bureau=actor.bureau, issuer=issuer, form=form, drafted_by=actor, **content, **facts
    )
    if why := guards.result_within_power(issuer, notice.ground, notice.result, notice.competent):
        raise Refused(why)
    for record in filter(None, (notice.inspection, notice.case)):
        if record.bureau_id != actor.bureau_id:
            raise Refused("只能选择本机关的检查和案件。")
    return notice


@act
def draft_paper(notice: SupervisionNotice, *, actor, on: date) -> Document:
    """起草文书 of a notice that has none, or whose draft was made void."""
    notice = lock(notice, actor)
    check_permission(actor, SUPERVISE, "起草执法监督文书")
    check_permission(actor, DRAFT, "起草执法监督文书")
    if notice.state != SupervisionNotice.State.DRAFT:
        raise Refused("文书已经发出，不用再起草。")
    if queries.live(queries.papers_of(notice, actor), notice.form):
        raise Refused("已经有一份文书草稿，请在原稿上修改或者先作废。")
    return documents.draft(
        notice,
        notice.form,
        bureau=notice.bureau,
        party=None,
        title=notice.get_form_display(),
        fields=_facts(notice, on),
        actor=actor,
        on=on,
    )


def _facts(notice: SupervisionNotice, on: date) -> dict:
    """What the paper says; who asks for what stands in it with the terms of review (C12)."""
    said = notice.get_result_display()
    if notice.result == SupervisionNotice.Result.PROPOSE:
        said = f"建议撤销，报{notice.competent}处理"
    decided = f"{said}。{notice.requirement}"
    key = "decision" if notice.form == SupervisionNotice.Form.DECISION else "requirements"
    term = queries.term_in_words(notice)
    return {
        "receiver": notice.receiver,
        "facts": f"{notice.ground}。\n{notice.facts}",
        "basis": notice.basis,
        key: decided,
        "term": f"{notice.manner.rstrip('。')}。请自签收之日起{term}内纠正，并书面报告执行结果。",
        "review": queries.ways_of_review(notice.bureau, on),
        "phone": notice.bureau.phone,
    }


def issued(document: Document, *, actor, on: date) -> None:
    """Once its paper is signed the notice waits to be signed for."""
    NOTICE_FLOW.advance(
        document.subject, "issue", actor=actor, on=on, write=lambda row: {"issued_on": on}
    )


@act
def receive(notice: SupervisionNotice, *, actor, on: date, received_by: str):
    """签收 by the supervised office: from this day its terms run."""
    if not received_by.strip():
        raise Refused("请写明签收人的姓名。")
    facts = {"received_on": on, "received_by": received_by.strip()}
    notice = NOTICE_FLOW.advance(notice, "receive", actor=actor, on=on, write=lambda row: facts)
    _start_clocks(notice, on)
    return notice


def _start_clocks(notice: SupervisionNotice, on: date) -> None:
    named = {"length": notice.term, "unit": notice.unit}
    for code in (queries.CORRECTION, queries.REPORT):
        deadlines.start(notice, code, bureau=notice.bureau, on=on, **named)
    deadlines.start(notice, queries.APPLICATION, bureau=notice.bureau, on=on)


@act
def report(notice: SupervisionNotice, *, actor, on: date, text: str, uploads=()):
    """报告纠正情况 with its files; late is noted in the clocks and is no ground to refuse it."""
    if not text.strip():
        raise Refused("请写明怎么纠正的、结果怎样。")
    facts = {"report": text.strip(), "reported_on": on, "reported_by": actor}
    notice = NOTICE_FLOW.advance(notice, "report", actor=actor, on=on, write=lambda row: facts)
    files.attach(notice, uploads, purpose="纠正情况材料", actor=actor, bureau=notice.bureau)
    deadlines.meet(notice, queries.REPORT, on=on, note="已书面报告")
    return notice


@act
def return_report(notice: SupervisionNotice, *, actor, on: date, note: str):
    """退回报告 with what is still to be put right; the term to correct runs on."""
    if not note.strip():
        raise Refused("请写明退回的原因：还有什么没有纠正。")
    return NOTICE_FLOW.advance(notice, "return_report", actor=actor, on=on, note=note.strip())


@act
def close(notice: SupervisionNotice, *, actor, on: date, text: str):
    """核实并办结 by somebody other than who reported, once a review that was asked for is over."""
    if not text.strip():
        raise Refused("请写明怎么核实的、纠正到位的情况。")
    facts = {"closing": text.strip(), "closed_on": on}
    notice = NOTICE_FLOW.advance(notice, "close", actor=actor, on=on, write=lambda row: facts)
    deadlines.meet(notice, queries.CORRECTION, on=notice.reported_on, note="已核实纠正")
    deadlines.cancel(notice, queries.APPLICATION, on=on, reason="已经办结")
    return notice


def end(notice: SupervisionNotice, on: date) -> None:
    """Nothing is to be put right any more: what still runs is taken off."""
    for code in CLOCKS:
        deadlines.cancel(notice, code, on=on, reason=f"{cn_date(on)}复查决定撤销")
